"""The life of a newsroom as a state machine: everything that a person, an archive or a crash may do to it."""

import shutil
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from build import AT, make_addressee, make_advisory, make_newsroom, make_release
from django.conf import settings
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from opened import old_siblings, opened

from dateline.publishing import packing, press
from dateline.publishing.advisories import moments_of
from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.maps import MAPS
from dateline.publishing.models import Listing, Owed, Tally, Unpacked
from dateline.publishing.owe import owe
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.redact import redact
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.relist import relist
from dateline.publishing.settle import settle, settle_pages, settle_siblings
from dateline.publishing.siblings import SIBLINGS, SMALLEST_BYTES, is_sibling, packs
from dateline.publishing.state_addresses import Stated, state_addresses
from dateline.publishing.turns import take_turns
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import (
    Addressee,
    Consent,
    Contact,
    Coverage,
    Newsroom,
    NewsroomContact,
    OldAddress,
    Organization,
    Release,
    ReleasePartner,
)
from dateline.releases.refused import Refused

ZONE = ZoneInfo("America/Los_Angeles")  # of the newsrooms that `build` makes
words = st.sampled_from(["Rent", "Heat", "A vigil", "Łódź & co", "<b>Bread</b>", "Ñandú", "“Quoted”"])
days = st.dates(date(2022, 11, 1), date(2024, 5, 6))
topics = st.lists(st.sampled_from(["Rent board", "Heat", "Language access"]), max_size=2, unique=True)
kinds = st.sampled_from(["press release", "press release", "statement", "open letter"])
addressees = st.lists(st.sampled_from(["Senator Okafor", "Mayor Lindqvist"]), max_size=2, unique=True)


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
        # Time has something to end in every life.
        publish(make_advisory(self.rooms[0], dated_on=self.today, event_on=self.today + timedelta(days=1)), at=self.now)
        self.a_contacts_last_day_is_known(room=0, in_days=1)

    def pick(self, data, **narrower) -> Release | None:
        found = list(Release.objects.filter(**narrower).order_by("path"))
        return data.draw(st.sampled_from(found)) if found else None

    @rule(room=st.integers(0, 1), headline=words, day=days, topics=topics, text=words, kind=kinds)
    def write(self, room, headline, day, topics, text, kind):
        make_release(self.rooms[room], headline=headline, dated_on=day, topics=topics, text=text, kind=kind)

    @rule(room=st.integers(0, 1), headline=words)
    def say_something_today(self, room, headline):
        release = make_release(self.rooms[room], headline=headline, dated_on=self.today)
        publish(release, at=self.now)

    @rule(room=st.integers(0, 1), what=words, in_days=st.integers(-1, 5), ends=st.sampled_from([None, time(23, 30)]))
    def invite_the_press(self, room, what, in_days, ends):
        on = self.today + timedelta(days=in_days)
        advisory = make_advisory(self.rooms[room], event_what=what, event_on=on, event_ends=ends, dated_on=self.today)
        publish(advisory, at=self.now)

    @rule(data=st.data(), later=st.integers(0, 3), is_off=st.booleans())
    def put_off_what_was_invited_to(self, data, later, is_off):
        if release := self.pick(data, status="public", kind="media advisory"):
            release.event_on = (release.event_on or self.today) + timedelta(days=later)
            release.kind = "statement" if is_off else "media advisory"
            try:
                update(release, "It is another day.", at=self.now)
            except Refused as refused:
                assert "No word differs" in str(refused)

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

    @rule(
        data=st.data(),
        text=words,
        day=days,
        kind=kinds,
        is_correction=st.booleans(),
        slug=st.sampled_from(["", "", "moved"]),
    )
    def change(self, data, text, day, kind, is_correction, slug):
        if release := self.pick(data, status="public"):
            release.kind = kind
            release.body = [("text", f"<p>{text}</p>")]
            release.dated_on = day
            release.address_slug = slug or release.address_slug
            try:
                (correct if is_correction else update)(release, "Words changed.", at=self.now)
            except Refused as refused:
                assert "No word differs" in str(refused)

    @rule(data=st.data(), number=st.integers(1, 4), was=st.sampled_from(["release", "list", "file"]))
    def an_older_site_is_known(self, data, number, was):
        if release := self.pick(data):
            address = f"/press?page={number}" if was == "list" else f"/{was}/{number}"
            if was == "list" or not OldAddress.objects.filter(address=address).exists():
                if not OldAddress.objects.filter(address=address, release=release).exists():
                    OldAddress.objects.create(address=address, was=was, release=release, detail="")
                    owe({MAPS})

    @rule(number=st.integers(1, 4), to=st.sampled_from(["/", "/archive/", "/es/"]))
    def a_person_says_what_an_old_address_has_become(self, number, to):
        state_addresses([Stated(1, f"/page/{number}", to)])

    @rule(data=st.data(), topics=topics)
    def file_under_other_topics(self, data, topics):
        from build import _topic

        if release := self.pick(data, status="public"):
            release.topics.set([_topic(release.newsroom, name) for name in topics])
            publish(release, at=self.now)

    @rule(data=st.data(), names=addressees, is_public=st.booleans())
    def address_to(self, data, names, is_public):
        if release := self.pick(data, status="public" if is_public else "draft"):
            release.addressees.set([make_addressee(name) for name in names])
            if is_public:
                publish(release, at=self.now)
            else:
                release.save()

    @rule(name=words)
    def rename_an_addressee(self, name):
        if addressee := Addressee.objects.order_by("slug").first():
            addressee.name = name
            addressee.save()

    @rule(name=words)
    def rename_a_partner(self, name):
        Organization.objects.filter(slug="night-bakers").update(name=name)

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
            partner = Organization.objects.first() or Organization.objects.create(name="Night Bakers")
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

    @rule(room=st.integers(0, 1), in_days=st.sampled_from([None, -30, -1, 0, 1, 3]))
    def a_contacts_last_day_is_known(self, room, in_days):
        contact, is_new = Contact.objects.get_or_create(name="Tobias Rehn")
        if is_new:
            NewsroomContact.objects.create(newsroom=self.rooms[room], contact=contact)
        contact.ends_on = None if in_days is None else self.today + timedelta(days=in_days)
        contact.save()

    @rule(passes=st.sampled_from([timedelta(hours=5), timedelta(days=1), timedelta(days=2), timedelta(days=200)]))
    def time_passes(self, passes):
        self.now += passes

    @rule()
    def the_worker_looks_at_the_clock(self):
        take_turns(self.now)

    @rule(fails_at=st.integers(0, 6))
    @precondition(lambda self: Owed.objects.exists())
    def the_press_breaks_in_the_middle(self, fails_at):
        whole, count = press._create, 0

        def write(file, content):
            nonlocal count
            count += 1
            if count > fails_at:
                raise OSError(28, "No space left on device")
            whole(file, content)

        press._create = write
        try:
            settle()
        finally:
            press._create = whole
        assert not old_siblings(self.root)

    @rule(files=st.integers(0, 40))
    @precondition(lambda self: Unpacked.objects.exists())
    def the_packer_is_stopped_in_the_middle(self, files):
        left = iter(range(files // packing.BATCH + 1))
        settle_siblings(stops=lambda: next(left, None) is None)

    @rule()
    def only_pages_are_settled(self):
        settle_pages()
        assert not old_siblings(self.root)

    @rule()
    def everything_is_made_anew(self):
        publish_everything(leaves_slow=True)

    @property
    def today(self) -> date:
        return self.now.astimezone(ZONE).date()

    def settled(self) -> dict[str, bytes]:
        """Take the turns that have come, pay what is owed under one clock, and give the folder."""
        take_turns(self.now)
        with time_machine.travel(self.now + timedelta(days=1000)):
            settle_pages()
            assert not old_siblings(self.root)  # at no moment, not only once all is paid
            settle()
            erase()
        assert not Owed.objects.exists(), list(Owed.objects.values_list("output", "why"))
        assert not Unpacked.objects.exists(), list(Unpacked.objects.values_list("name", flat=True))
        self.lists_are_as_if_made_anew()
        return files(self.root)

    def lists_are_as_if_made_anew(self) -> None:
        """Hold the places and counts that were kept step by step against the record."""
        months = ("room", "month", "count")
        kept = set(Tally.objects.exclude(count=0).values_list(*months)), _places()
        Listing.objects.all().delete()
        Tally.objects.all().delete()
        relist(Release.objects.values_list("translation_key", flat=True))
        assert (set(Tally.objects.values_list(*months)), _places()) == kept

    def from_nothing(self) -> dict[str, bytes]:
        """Publish everything into an empty folder, under another clock."""
        fresh = self.scratch / "fresh"
        with time_machine.travel(self.now + timedelta(days=2000)):
            publish_everything(fresh)
        try:
            return files(fresh)
        finally:
            shutil.rmtree(fresh)

    def what_lies_compressed(self, present: dict[str, bytes]) -> None:
        """Every page that is large enough has both siblings, and they say what it says."""
        for name, content in present.items():
            if packs(name) and len(content) >= SMALLEST_BYTES:
                assert all(opened(f"{name}{ending}", present[f"{name}{ending}"]) == content for ending in SIBLINGS), (
                    name
                )
            elif is_sibling(name):
                assert len(present[name[:-3]]) >= SMALLEST_BYTES, name

    def what_time_has_done(self, present: dict[str, bytes]) -> None:
        """Hold the folder against the clock, which alone knows what has ended and what has not."""
        news = present["sitemap-news.xml"].decode()
        for release in Release.objects.exclude(status="draft").select_related("current"):
            is_public = release.status == "public"
            fresh = is_public and self.now < release.public_at + timedelta(days=2)
            is_named = f"https://press.example{release.address}</loc>" in news
            assert not is_named or fresh, release.address
            if fresh and release.versions.get(number=1).dated_on == self.day_of(release.public_at):
                assert is_named or release.dated_on < self.day_of(release.public_at), release.address
            if is_public and (moments := moments_in(release)):
                page = present[f"{release.address[1:]}index.html"].decode()
                assert ("This event is over." in page or "Este evento ya terminó." in page) is (
                    moments.over_at <= self.now
                )
        for contact in Contact.objects.exclude(ends_on=None):
            if self.today > contact.ends_on:
                assert not [name for name, content in present.items() if contact.name.encode() in opened(name, content)]
            elif not contact.has_left:
                assert any(contact.name.encode() in content for content in present.values())

    def day_of(self, at: datetime) -> date:
        return at.astimezone(ZONE).date()

    @invariant()
    def what_is_live_is_what_a_verb_has_passed(self):
        for release in Release.objects.exclude(status="draft").select_related("current"):
            assert release.live and release.current.fingerprint == release.words.fingerprint


def moments_in(release: Release):
    """Give the moments of what a public release invites to; None where it invites to nothing."""
    words = release.current.words
    return moments_of(words["event"], words["printed"]["zone"]) if "event" in words else None


def files(root: Path) -> dict[str, bytes]:
    """Give every public file by its path below the root."""
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file() and file.name != press.LOCK
    }


def _places() -> set[tuple[object, ...]]:
    columns = ("release", "room", "kind", "slug", "dated_on", "public_at", "address")
    return set(Listing.objects.values_list(*columns))
