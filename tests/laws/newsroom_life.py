"""The life of a newsroom as a state machine: everything that a person, an archive or a crash may do to it."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import time_machine
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from dateline.publishing import press
from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.models import Owed
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.redact import redact
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import (
    Consent,
    Contact,
    Coverage,
    Newsroom,
    NewsroomContact,
    Organization,
    Release,
    ReleasePartner,
)
from dateline.releases.refused import Refused

words = st.sampled_from(["Rent", "Heat", "A vigil", "Łódź & co", "<b>Bread</b>", "Ñandú", "“Quoted”"])
days = st.dates(date(2022, 11, 1), date(2024, 5, 6))
topics = st.lists(st.sampled_from(["Rent board", "Heat", "Language access"]), max_size=2, unique=True)


class NewsroomLife(RuleBasedStateMachine):
    """One newsroom in two languages, alive."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.scratch = Path(tempfile.mkdtemp(prefix="dateline-life-"))
        self.kept = settings.DATELINE_PUBLIC_ROOT
        settings.DATELINE_PUBLIC_ROOT = self.root = self.scratch / "public"
        self.now = AT

    def teardown(self) -> None:
        settings.DATELINE_PUBLIC_ROOT = self.kept
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        shutil.rmtree(self.scratch)

    @initialize()
    def open(self):
        self.rooms = [make_newsroom(), make_newsroom("Unión de Inquilinos", "es")]

    def pick(self, data, **narrower) -> Release | None:
        found = list(Release.objects.filter(**narrower).order_by("path"))
        return data.draw(st.sampled_from(found)) if found else None

    @rule(room=st.integers(0, 1), headline=words, day=days, topics=topics, text=words)
    def write(self, room, headline, day, topics, text):
        make_release(self.rooms[room], headline=headline, dated_on=day, topics=topics, text=text)

    @rule(room=st.integers(0, 1), headlines=st.lists(words, min_size=1, max_size=4), day=days)
    def bring_in_the_past(self, room, headlines, day):
        drafts = [
            make_release(self.rooms[room], headline=h, dated_on=day - timedelta(days=31 * n), is_teaser=n % 2 == 0)
            for n, h in enumerate(headlines)
        ]
        publish_past(drafts, at=self.now)

    @rule(data=st.data(), headline=words, text=words)
    def edit_a_draft_of_anything(self, data, headline, text):
        if release := self.pick(data):
            release.headline, release.body = headline, [("text", f"<p>{text}</p>")]
            release.save_revision()

    @rule(data=st.data())
    def publish(self, data):
        if release := self.pick(data, status="draft"):
            publish(release, at=self.now)

    @rule(data=st.data(), text=words, day=days, is_correction=st.booleans(), slug=st.sampled_from(["", "", "moved"]))
    def change(self, data, text, day, is_correction, slug):
        if release := self.pick(data, status="public"):
            release.body = [("text", f"<p>{text}</p>")]
            release.dated_on = day
            release.address_slug = slug or release.address_slug
            try:
                (correct if is_correction else update)(release, "Words changed.", at=self.now)
            except Refused as refused:
                assert "No word differs" in str(refused)

    @rule(data=st.data(), topics=topics)
    def file_under_other_topics(self, data, topics):
        from build import _topic

        if release := self.pick(data, status="public"):
            release.topics.set([_topic(release.newsroom, name) for name in topics])
            publish(release, at=self.now)

    @rule(data=st.data())
    def withdraw(self, data):
        if release := self.pick(data, status="public"):
            withdraw(release, "It was wrong.", at=self.now)

    @rule(data=st.data(), passage=words)
    def protect_a_person(self, data, passage):
        if release := self.pick(data):
            try:
                redact(release, Passage(passage), at=self.now)
            except Refused as refused:
                assert "doesn't say this anywhere" in str(refused)

    @rule(data=st.data(), says_yes=st.booleans())
    def ask_a_partner(self, data, says_yes):
        if release := self.pick(data, status="draft"):
            partner, _ = Organization.objects.get_or_create(name="Night Bakers")
            if not release.release_partners.filter(organization=partner).exists():
                ReleasePartner.objects.create(release=release, organization=partner)
            if says_yes:
                Consent.objects.get_or_create(
                    release=release,
                    organization=partner,
                    fingerprint=Release.objects.get(pk=release.pk).words.fingerprint,
                    defaults={"said_by": "Ana", "said_on": AT.date(), "said_how": "by phone"},
                )

    @rule(data=st.data())
    def translate(self, data):
        english = self.pick(data, room="/")
        spanish = self.pick(data, status="draft", locale__language_code="es")
        if english and spanish:
            others = Release.objects.filter(translation_key=english.translation_key, locale=spanish.locale)
            if not others.exists():
                Release.objects.filter(pk=spanish.pk).update(translation_key=english.translation_key)

    @rule(data=st.data(), headline=words, day=days)
    def others_publish(self, data, headline, day):
        release = self.pick(data)
        Coverage.objects.create(
            outlet="The Ellery Beacon", headline=headline, published_on=day, release=release, newsroom=self.rooms[0]
        )

    @rule(data=st.data(), day=days)
    def a_report_is_moved_or_deleted(self, data, day):
        if found := list(Coverage.objects.order_by("pk")):
            report = data.draw(st.sampled_from(found))
            if report.published_on == day:
                report.delete()
            else:
                report.published_on, report.release = day, self.pick(data)
                report.save()

    @rule(name=words, accent=st.sampled_from(["#8a1f11", "#0b3d91"]))
    def rename_the_newsroom(self, name, accent):
        room = Newsroom.objects.get(pk=self.rooms[0].pk)
        room.title, room.accent = name, accent
        room.save()

    @rule(has_left=st.booleans())
    def a_contact_comes_or_leaves(self, has_left):
        contact, is_new = Contact.objects.get_or_create(name="Marisol Vega")
        if is_new:
            NewsroomContact.objects.create(newsroom=self.rooms[0], contact=contact)
        contact.has_left = has_left
        contact.save()

    @rule(days=st.integers(1, 400))
    def time_passes(self, days):
        self.now += timedelta(days=days)

    @rule(fails_at=st.integers(0, 6))
    @precondition(lambda self: Owed.objects.exists())
    def the_press_breaks_in_the_middle(self, fails_at):
        whole, count = press.write, 0

        def write(file, content):
            nonlocal count
            count += 1
            if count > fails_at:
                raise OSError(28, "No space left on device")
            whole(file, content)

        press.write = write
        try:
            settle()
        finally:
            press.write = whole

    def settled(self) -> dict[str, bytes]:
        """Pay what is owed under one clock, and give the folder."""
        with time_machine.travel(self.now + timedelta(days=1000)):
            settle()
            erase()
        assert not Owed.objects.exists(), list(Owed.objects.values_list("output", "why"))
        return files(self.root)

    def from_nothing(self) -> dict[str, bytes]:
        """Publish everything into an empty folder, under another clock."""
        fresh = self.scratch / "fresh"
        with time_machine.travel(self.now + timedelta(days=2000)):
            publish_everything(fresh)
        try:
            return files(fresh)
        finally:
            shutil.rmtree(fresh)

    @invariant()
    def what_is_live_is_what_a_verb_has_passed(self):
        for release in Release.objects.exclude(status="draft").select_related("current"):
            assert release.live and release.current.fingerprint == release.words.fingerprint


def files(root: Path) -> dict[str, bytes]:
    """Give every public file by its path below the root."""
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file() and file.name != press.LOCK
    }
