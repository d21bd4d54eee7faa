"""One small newsroom in English and Spanish, told from its first release to its last removal: every kind of thing once.

Every moment and every identity is fixed, so that its public folder is the same wherever and whenever it is told.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from build import make_addressee, make_advisory, make_release
from django.db.models import Model
from whole_site.handed_out import a_paper, a_photograph, a_text
from whole_site.opened import identity, open_both

from dateline.publishing.complete import complete
from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.redact import redact
from dateline.publishing.redaction.naming import handed_out
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import (
    Consent,
    Contact,
    Coverage,
    Newsroom,
    Organization,
    Release,
    ReleaseAttachment,
    ReleaseContact,
    ReleasePartner,
)

BEGINS = datetime(2024, 5, 6, 15, 0, tzinfo=UTC)  # Monday morning in Port Ellery
ENDS = datetime(2024, 5, 10, 17, 0, tzinfo=UTC)

Look = Callable[[datetime], None]


def tell(look: Look, *, by: Model | None = None) -> None:
    """Let it happen, at the desk by someone; call `look` with the moment after every step. It settles nothing itself."""
    english, spanish = open_both()
    look(BEGINS)
    _bring_in_the_past(english, spanish)
    look(BEGINS)
    _say_everything(english, spanish, by)
    look(BEGINS + timedelta(hours=1))
    _say_the_rest(english, spanish, by)
    look(BEGINS + timedelta(hours=6))
    _change_what_was_said(by)
    look(BEGINS + timedelta(days=2))
    _take_back_and_remove(by)
    look(BEGINS + timedelta(days=3))
    _say_the_last(english, by)
    look(ENDS)


def of(headline: str) -> Release:
    """Give what is public by its headline."""
    return Release.objects.exclude(status="draft").get(headline=headline)


def _bring_in_the_past(english: Newsroom, spanish: Newsroom) -> None:
    opening, found = (
        make_release(
            room, headline=headline, dated_on=date(2023, 11, 14), is_teaser=True, text=text, topics=topics,
            place="", dateline="", feed_id=feed_id, **identity(headline),
        )
        for room, headline, text, topics, feed_id in (
            (english, "Hiring hall reopens", "The hiring hall reopens on Monday with", [], "https://old.example/?p=12"),
            (spanish, "Vuelve la bolsa de trabajo", "La bolsa de trabajo vuelve el lunes con", ["Trabajo"], ""),
        )
    )  # fmt: skip
    publish_past([opening, found], at=BEGINS - timedelta(days=30))
    found = of("Vuelve la bolsa de trabajo")
    found.is_teaser, found.body = False, [("text", "<p>La bolsa de trabajo vuelve el lunes con pan.</p>")]
    complete(found, at=BEGINS - timedelta(days=20))


def _say_everything(english: Newsroom, spanish: Newsroom, by: Model | None) -> None:
    both = identity("everything")
    release = make_release(
        english,
        headline="Bakers win a night’s rest & “a door that opens”",
        subheadline="The board votes four to one <after two winters>",
        dateline="PORT ELLERY, May 6, 2024 —",
        topics=["Night work", "Heat"],
        body=[
            (
                "text",
                "<p>Bakers of the night shift won a <b>night’s rest</b> on Monday.</p>"
                '<p>The <a href="https://board.example/2024/vote?a=1&amp;b=2">vote</a> was <i>four to one</i>.</p>'
                "<ul><li>eleven hours of rest</li><li>a door that opens from inside</li></ul>",
            ),
            ("quote", {"words": "We will sleep.\n\nThen we will bake.", "speaker": "Ana Ruiz", "title": "baker"}),
            ("list", ["rest & pay", "heat < 30 °C", "a door"]),
            ("image", {"image": a_photograph("Door", 1800, 1200), "alt": "An open door", "caption": "The door."}),
            ("text", "<ol><li>Read.</li><li>Sign.</li></ol>"),
        ],
        **both,
    )
    own = Contact.objects.create(name="Lucía Fonseca", role="For this release", email="lucia@nightbakers.example")
    release.release_contacts.add(ReleaseContact(contact=own, sort_order=0))
    release.release_attachments.add(
        ReleaseAttachment(attachment=a_text("Agreement.txt", "The agreement.\n"), sort_order=0),
        ReleaseAttachment(attachment=a_paper("050624 Fact sheet FINAL.pdf"), name="Fact sheet.pdf", sort_order=1),
        ReleaseAttachment(name="Photographs of the door.zip", sort_order=2),
    )
    for order, (name, url) in enumerate(
        (("Harbor Tenants Union", "https://harbor.example/"), ("Iglesia del Faro", ""))
    ):
        partner = Organization.objects.create(name=name, url=url)
        release.release_partners.add(ReleasePartner(organization=partner, sort_order=order))
    release.addressees.set([make_addressee(), make_addressee("City Council", role="")])
    release.save()
    say_yes(release, "Harbor Tenants Union")
    publish(Release.objects.get(pk=release.pk), at=BEGINS, by=by)
    publish(
        make_release(
            spanish,
            headline="Las panaderas ganan el descanso",
            dateline="PORT ELLERY, 6 de mayo de 2024 —",
            text="Las panaderas ganaron el descanso de noche.",
            topics=["Trabajo"],
            uid=identity("todo")["uid"],
            translation_key=both["translation_key"],
        ),
        at=BEGINS,
        by=by,
    )
    report = {"published_on": date(2024, 5, 7), "release": of("Bakers win a night’s rest & “a door that opens”")}
    Coverage.objects.create(
        outlet="The Ellery Beacon", headline="Bakers to sleep", url="https://beacon.example/1", **report
    )
    Coverage.objects.create(outlet="La Voz del Muelle", headline="A dormir", language="es", **report)


def _say_the_rest(english: Newsroom, spanish: Newsroom, by: Model | None) -> None:
    said = BEGINS + timedelta(hours=5)
    nothing = {"place": "", "dateline": "", "text": "We wait."}
    publish(
        make_release(english, headline="We wait", kind="statement", **nothing, **identity("nothing")), at=said, by=by
    )
    publish(
        make_release(english, headline="Ovens are cold", dated_on=date(2024, 5, 2), **identity("wrong")),
        at=said,
        by=by,
    )
    moves = {"headline": "Strike vote on Friday", "dated_on": date(2024, 5, 3), "topics": ["Night work"]}
    publish(make_release(english, **moves, **identity("moves")), at=said, by=by)
    march = make_advisory(english, headline="Bakers to march", event_on=date(2024, 5, 18), **identity("march"))
    publish(march, at=said, by=by)
    letter = make_release(
        english, headline="To those who decide", kind="open letter", text="Ana Perez of Quay Street wrote to you.",
        **identity("letter"),
    )  # fmt: skip
    letter.addressees.set([make_addressee()])
    letter.release_attachments.add(ReleaseAttachment(attachment=a_text("Names.txt", "Names.\n"), sort_order=0))
    letter.save()
    publish(Release.objects.get(pk=letter.pk), at=said, by=by)
    publish(
        make_advisory(
            spanish,
            headline="Vigilia ante la panadería",
            dateline="",
            event_what="Una vigilia, con velas; y con pan",
            event_who="",
            event_on=date(2024, 5, 9),
            event_begins=time(22),
            event_ends=time(1),
            event_ends_on=date(2024, 5, 10),
            event_where="Muelle 1\nPort Ellery",
            text="La prensa está invitada.",
            **identity("vigilia"),
        ),
        at=said,
        by=by,
    )


def _change_what_was_said(by: Model | None) -> None:
    at = BEGINS + timedelta(days=1)
    release = of("Bakers win a night’s rest & “a door that opens”")
    release.subheadline = "The board votes three to two"
    release.save_revision()
    say_yes(release, "Harbor Tenants Union")
    correct(release, "It was three to two, not four to one.", at=at, by=by)
    release = of("Bakers win a night’s rest & “a door that opens”")
    body = [(block.block_type, block.value) for block in release.body]
    release.body = [*body, ("text", "<p>The owners will appeal.</p>")]
    update(
        release, "The owners have said what they will do.", at=at + timedelta(hours=6), by=by
    )  # nobody has said yes to it
    moved = of("Strike vote on Friday")
    moved.address_slug, moved.dated_on = "strike-vote", date(2024, 4, 30)
    correct(moved, "It was said on Tuesday.", at=at, by=by)
    off = of("Bakers to march")
    off.kind = "statement"  # which invites to nothing: calendars hear that it is cancelled
    correct(off, "There will be no march.", at=at, by=by)


def _take_back_and_remove(by: Model | None) -> None:
    at = BEGINS + timedelta(days=2)
    withdraw(of("Ovens are cold"), "They were not.", at=at, by=by)
    redact(of("To those who decide"), Passage("Ana Perez of Quay Street"), at=at, by=by)
    letter = of("To those who decide")
    redact(letter, handed_out(letter, "Names.txt"), at=at, by=by)


def _say_the_last(english: Newsroom, by: Model | None) -> None:
    publish(
        make_advisory(
            english,
            dated_on=date(2024, 5, 9),
            event_on=date(2024, 5, 20),
            topics=["Night work"],
            **identity("invites"),
        ),
        at=BEGINS + timedelta(days=3),
        by=by,
    )


def say_yes(release: Release, partner: str) -> None:
    """Record a partner's yes to a release's words as they stand in memory."""
    Consent.objects.create(
        release=release, organization=Organization.objects.get(name=partner), fingerprint=release.words.fingerprint,
        said_by="Ana", said_on=BEGINS.date(), said_how="by phone",
    )  # fmt: skip
