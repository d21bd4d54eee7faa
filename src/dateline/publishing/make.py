"""Makes one output: which files it consists of, and their bytes, from the record."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from django.db.models import QuerySet

from dateline.publishing import cleaned
from dateline.publishing.addresses import (
    CALENDAR,
    DATA_NAME,
    LISTS,
    PDF_NAME,
    SHARE_NAME,
    TEXT_NAME,
    Output,
    coverage_path,
    every_output,
    list_path,
    month_path,
    topic_path,
    year_path,
)
from dateline.publishing.faces import ArchiveWays, Narrowed, NewsroomFace, PageLink, PlainLink, ReleaseFace, TopicLink
from dateline.publishing.gather import FRONT_LENGTH, Record, calendar_face
from dateline.publishing.gather_press import press_face, press_files
from dateline.publishing.gather_subscribed import sitemap_names
from dateline.publishing.kinds import kind_of, kind_slugs
from dateline.publishing.leads import GONE, removed_notice
from dateline.publishing.make_subscribed import make_feed, make_news, make_sitemap, make_sitemaps
from dateline.publishing.maps import make_maps
from dateline.publishing.press import Sheet
from dateline.publishing.printing import print_pdfs, print_share, standing_rightly
from dateline.publishing.render.advisory import render_calendar
from dateline.publishing.render.archive import render_archive
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.coverage import render_coverage, render_coverage_year
from dateline.publishing.render.environment import KIND_NAMES
from dateline.publishing.render.front import render_front
from dateline.publishing.render.month import render_month
from dateline.publishing.render.narrowed import (
    render_addressees,
    render_narrowed,
    render_narrowed_year,
    render_organizations,
)
from dateline.publishing.render.ninjs import render_ninjs
from dateline.publishing.render.not_found import render_not_found
from dateline.publishing.render.notice import render_withdrawn
from dateline.publishing.render.press import render_press
from dateline.publishing.render.release import render_release
from dateline.publishing.render.removed import render_removed
from dateline.publishing.render.style import stylesheet, tools_stylesheet
from dateline.publishing.render.text import render_text
from dateline.publishing.render.topic import render_topic, render_topic_year, render_topics
from dateline.publishing.render.year import render_year
from dateline.releases.models import Address, Newsroom, Release, Version
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.status import Status


class Maker:
    """Makes outputs from one reading of the record, to be laid in `root`."""

    def __init__(self, root: Path) -> None:
        self.record = Record()
        self._root = root
        self._ready: dict[str, tuple[Release, ReleaseFace]] = {}

    def prepare(self, uids: Iterable[str]) -> None:
        """Read many releases at once, ahead of making them."""
        releases = self.record.releases(uids)
        shown = self.record.faces_of(releases)
        self._ready = {str(release.uid): (release, face) for release, face in zip(releases, shown, strict=True)}

    def make(self, output: Output) -> Sheet:
        """Make an output. Raises KeyError for a kind or a newsroom that does not exist."""
        return _MAKERS[output.kind](self, output)

    def _release(self, output: Output) -> Sheet:
        if (ready := self._release_of(output)) is None:
            return Sheet({})  # a draft, or nothing: it has no file
        release, face = ready
        room = self.record.room_of(release)
        addresses = [address.path for address in release.addresses.all() if address.stop == Stop.RELEASE]
        owns = tuple(f"{path[1:]}" for path in addresses) + tuple(f"{GONE}{path}" for path in addresses)
        has_removed_files = any(address.detail == REMOVED for address in release.addresses.all())
        if release.status == Status.WITHDRAWN:
            return Sheet({f"{GONE}{release.address}index.html": render_withdrawn(room, face)}, owns)
        files = {f"{face.path[1:]}{TEXT_NAME}": render_text(room, face)}
        if has_removed_files:
            files[removed_notice(release.address)] = render_removed(room, face)
        if event := calendar_face(release, face):
            files[f"{face.path[1:]}{CALENDAR}"] = render_calendar(room, event)
        versions = self._versions(release, face)
        for version, shown in versions:
            files[index(shown.path)] = render_release(room, shown)
            files[f"{shown.path[1:]}{DATA_NAME}"] = render_ninjs(room, shown)
            printed = version.words["printed"]
            for kept in [*printed["files"], *printed["pictures"].values()]:
                if kept["path"]:
                    files[kept["path"][1:]] = cleaned.read(kept["sha256"])
        # A print of before stands until it is made anew, so that no address says 404; but not where it may say what was
        # removed to protect a person.
        if face.removals:
            spares = standing_rightly(self._root, room, face, versions)
        else:
            spares = [f"{face.path[1:]}{SHARE_NAME}", *(f"{shown.path[1:]}{PDF_NAME}" for _, shown in versions)]
        return Sheet(files, owns, tuple(spares))

    def _pdf(self, output: Output) -> Sheet:
        return self._printed(
            output, lambda room, release, face: print_pdfs(self._root, room, self._versions(release, face))
        )

    def _share(self, output: Output) -> Sheet:
        return self._printed(output, lambda room, release, face: print_share(self._root, room, face))

    def _printed(self, output: Output, make: Callable[[NewsroomFace, Release, ReleaseFace], dict[str, bytes]]) -> Sheet:
        ready = self._release_of(output)
        if ready is None or ready[0].status == Status.WITHDRAWN:
            return Sheet({})
        return Sheet(make(self.record.room_of(ready[0]), *ready))

    def _release_of(self, output: Output) -> tuple[Release, ReleaseFace] | None:
        if output.detail not in self._ready:
            self.prepare([output.detail])
        return self._ready.get(output.detail)

    def _versions(self, release: Release, face: ReleaseFace) -> list[tuple[Version, ReleaseFace]]:
        """Give what it says now, and each version of what it said before, as they are shown."""
        *before, now = sorted(release.versions.all(), key=lambda version: version.number)
        return [(now, face), *((version, self.record.version_face(face, version)) for version in before)]

    def _in_order(self, listed: QuerySet[Release]) -> list[Release]:
        uids = list(listed.values_list("uid", flat=True))
        by_uid = {release.uid: release for release in self.record.releases(map(str, uids))}
        return [by_uid[uid] for uid in uids]

    def _front(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        newest = self.record.listed(room.path)[:FRONT_LENGTH]
        lead = next(iter(self.record.faces_of(self._in_order(newest[:1]))), None)
        return Sheet({index(room.path): render_front(room, self.record.entries(room.path, newest), lead)})

    def _archive(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        years = [
            PageLink(date(int(year), 1, 1), year_path(room.path, int(year)))
            for year in self.record.details(room.path, Stop.YEAR)
        ]
        kinds = [
            PlainLink(
                catalogue(room.language).gettext(KIND_NAMES[kind_of(slug, room.language)]),
                list_path(room.path, "kind", slug),
            )
            for slug in kind_slugs(room.language)
            if slug in self.record.details(room.path, Stop.KIND)
        ]
        ways = ArchiveWays(
            tuple(kinds),
            has_addressees=bool(self.record.details(room.path, Stop.ADDRESSEE)),
            has_organizations=bool(self.record.details(room.path, Stop.ORGANIZATION)),
        )
        return Sheet({index(room.archive_path): render_archive(room, self.record.counts(room.path), years, ways)})

    def _month(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        first = date.fromisoformat(f"{output.detail}-01")
        known = self.record.details(room.path, Stop.MONTH)
        earlier, later = (
            PageLink(day, month_path(room.path, day)) if (day := _as_day(near)) else None
            for near in _neighbours(output.detail, known)
        )
        entries = self.record.month(room.path, first)
        return Sheet({index(month_path(room.path, first)): render_month(room, first, entries, earlier, later)})

    def _year(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        year = int(output.detail)
        earlier, later = (
            PageLink(day, year_path(room.path, day.year)) if (day := _as_day(near)) else None
            for near in _neighbours(output.detail, self.record.details(room.path, Stop.YEAR))
        )
        months = [
            PageLink(day, month_path(room.path, day))
            for known in self.record.details(room.path, Stop.MONTH)
            if known.startswith(output.detail) and (day := _as_day(known))
        ]
        listed = self.record.listed(room.path, dated_on__range=(date(year, 1, 1), date(year, 12, 31)))
        page = render_year(room, year, self.record.entries(room.path, listed), months, earlier, later)
        return Sheet({index(year_path(room.path, year)): page})

    def _topic(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        slug, _, year = output.detail.partition("/")
        path = topic_path(room.path, slug)
        topic = self.record.topic(room.path, slug)
        link = TopicLink(name=topic.name if topic else slug, path=path)
        links = self._years_of("topic", room.path, slug)
        if not year:
            newest = self.record.entries(room.path, self.record.listed(room.path, topics=topic)[:FRONT_LENGTH])
            return Sheet({index(path): render_topic(room, link, newest, links)})
        days = (date(int(year), 1, 1), date(int(year), 12, 31))
        entries = self.record.entries(room.path, self.record.listed(room.path, topics=topic, dated_on__range=days))
        page = render_topic_year(room, link, int(year), entries, links)
        return Sheet({index(f"{path}{year}/"): page})

    def _years_of(self, kind: str, room: str, slug: str) -> list[tuple[int, str]]:
        """Name the pages by year of a narrowed list, newest first."""
        known = self.record.details(room, kind)
        years = [int(each.rpartition("/")[2]) for each in known if each.startswith(f"{slug}/")]
        return [(each, f"{list_path(room, kind, slug)}{each:04d}/") for each in sorted(years, reverse=True)]

    def _kind(self, output: Output) -> Sheet:
        language = self.record.rooms[output.room].language
        slug = output.detail.partition("/")[0]
        kind = kind_of(slug, language)
        name = catalogue(language).gettext(KIND_NAMES[kind])
        narrowed = Narrowed("kind", name, list_path(output.room, "kind", slug))
        return self._narrowed(output, self.record.listed(output.room, kind=kind), lambda listed: narrowed)

    def _addressee(self, output: Output) -> Sheet:
        slug = output.detail.partition("/")[0]
        narrowed = self.record.addressee(output.room, slug)
        return self._narrowed(output, self.record.listed(output.room, addressees__slug=slug), lambda listed: narrowed)

    def _organization(self, output: Output) -> Sheet:
        slug = output.detail.partition("/")[0]
        listed = self.record.listed(output.room, current__signatories__slug=slug)
        return self._narrowed(output, listed, lambda listed: self.record.organization(output.room, slug, listed))

    def _narrowed(
        self, output: Output, listed: QuerySet[Release], head: Callable[[QuerySet[Release]], Narrowed]
    ) -> Sheet:
        room = self.record.rooms[output.room]
        slug, _, year = output.detail.partition("/")
        years = self._years_of(output.kind, room.path, slug)
        if not year:
            narrowed, newest = head(listed), self.record.entries(room.path, listed[:FRONT_LENGTH])
            return Sheet({index(narrowed.path): render_narrowed(room, narrowed, newest, years)})
        listed = listed.filter(dated_on__range=(date(int(year), 1, 1), date(int(year), 12, 31)))
        narrowed, entries = head(listed), self.record.entries(room.path, listed)
        page = render_narrowed_year(room, narrowed, int(year), entries, years)
        return Sheet({index(f"{narrowed.path}{year}/"): page})

    def _addressees(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        return Sheet({index(room.addressees_path): render_addressees(room, self.record.addressees(room.path))})

    def _organizations(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        named = self.record.organizations(room.path)
        return Sheet({index(room.organizations_path): render_organizations(room, named)})

    def _topics(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        # Only this page shows all topics: a new one must not touch every page there is.
        with_topics = replace(room, topics=self.record.topics(room.path))
        return Sheet({index(room.topics_path): render_topics(with_topics)})

    def _coverage(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        if output.detail:
            year = int(output.detail)
            page = render_coverage_year(room, year, self.record.coverage(room.path, year))
            return Sheet({index(coverage_path(room.path, year)): page})
        known = reversed(self.record.details(room.path, Stop.COVERAGE))
        years = [PageLink(date(int(year), 1, 1), coverage_path(room.path, int(year))) for year in known]
        return Sheet({index(room.coverage_path): render_coverage(room, self.record.coverage(room.path), years)})

    def _press(self, output: Output) -> Sheet:
        room, newsroom = self.record.rooms[output.room], self.record.newsroom(output.room)
        files = {path[1:]: cleaned.read(sha256) for path, sha256 in press_files(newsroom).items()}
        files[index(room.press_path)] = render_press(room, press_face(newsroom))
        return Sheet(files, owns=(room.press_path[1:],))

    def _missing(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        return Sheet({f"{room.path[1:]}404.html": render_not_found(room)})

    def _assets(self, output: Output) -> Sheet:
        sheets = [tools_stylesheet(), *(stylesheet(room.accent) for room in self.record.rooms.values())]
        return Sheet({path[1:]: css for path, css in sheets}, owns=("assets/",))


_MAKERS: dict[str, Callable[[Maker, Output], Sheet]] = {
    "release": Maker._release,
    "pdf": Maker._pdf,
    "share": Maker._share,
    "front": Maker._front,
    "archive": Maker._archive,
    "feed": lambda maker, output: make_feed(maker.record, output),
    "sitemaps": lambda maker, output: make_sitemaps(maker.record),
    "sitemap": lambda maker, output: make_sitemap(maker.record, output),
    "news": lambda maker, output: make_news(maker.record),
    "maps": lambda maker, output: make_maps(),
    "month": Maker._month,
    "year": Maker._year,
    "topic": Maker._topic,
    "topics": Maker._topics,
    "kind": Maker._kind,
    "addressee": Maker._addressee,
    "addressees": Maker._addressees,
    "organization": Maker._organization,
    "organizations": Maker._organizations,
    "coverage": Maker._coverage,
    "press": Maker._press,
    "missing": Maker._missing,
    "assets": Maker._assets,
}


def index(path: str) -> str:
    """Give the file that answers for an address ending in a slash."""
    return f"{path[1:]}index.html"


def all_outputs() -> set[Output]:
    """Name every output of the site as the record stands."""
    return _outputs([room.public_path for room in _newsrooms()])


def outputs_of_room(room: str) -> set[Output]:
    """Name every output that shows something of this newsroom's own: its name, its contacts, its accent."""
    return {output for output in _outputs([room]) if output.kind != "sitemap"}  # these name addresses only


def _outputs(paths: list[str]) -> set[Output]:
    rooms = {room.public_path: room.language for room in _newsrooms() if room.public_path in paths}
    ledger = Address.objects.filter(stop__in=[Stop.MONTH, Stop.COVERAGE, *LISTS]).values_list(
        "newsroom__is_default", "newsroom__locale__language_code", "stop", "detail"
    )
    known = [("/" if is_default else f"/{language}/", stop, detail) for is_default, language, stop, detail in ledger]
    public = Release.objects.exclude(status=Status.DRAFT).filter(room__in=rooms)
    return every_output(
        rooms,
        [(room, detail) for room, stop, detail in known if stop == Stop.MONTH and room in rooms],
        [(stop, room, detail) for room, stop, detail in known if stop in LISTS and room in rooms],
        [(room, detail) for room, detail in sitemap_names() if room in rooms],
        [str(uid) for uid in public.values_list("uid", flat=True)],
        [(room, detail) for room, stop, detail in known if stop == Stop.COVERAGE and room in rooms],
    )


def _newsrooms() -> QuerySet[Newsroom]:
    return Newsroom.objects.live().select_related("locale")


def _neighbours(own: str, known: list[str]) -> tuple[str, str]:
    before = [detail for detail in known if detail < own]
    after = [detail for detail in known if detail > own]
    return (before[-1] if before else "", after[0] if after else "")


def _as_day(detail: str) -> date | None:
    if not detail:
        return None
    year, _, month = detail.partition("-")
    return date(int(year), int(month or 1), 1)
