"""Makes one output: which files it consists of, and their bytes, from the record."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from dateline.publishing import cleaned
from dateline.publishing.addresses import Output, coverage_path, every_output, month_path, topic_path, year_path
from dateline.publishing.faces import PageLink, ReleaseFace, TopicLink
from dateline.publishing.gather import FEED_LENGTH, FRONT_LENGTH, Record
from dateline.publishing.gather_press import press_face, press_files
from dateline.publishing.press import Sheet
from dateline.publishing.render.archive import render_archive
from dateline.publishing.render.atom import render_atom
from dateline.publishing.render.coverage import render_coverage, render_coverage_year
from dateline.publishing.render.front import render_front
from dateline.publishing.render.month import render_month
from dateline.publishing.render.not_found import render_not_found
from dateline.publishing.render.notice import render_withdrawn
from dateline.publishing.render.press import render_press
from dateline.publishing.render.release import render_release
from dateline.publishing.render.removed import render_removed
from dateline.publishing.render.style import stylesheet
from dateline.publishing.render.text import render_text
from dateline.publishing.render.topic import render_topic, render_topic_year, render_topics
from dateline.publishing.render.year import render_year
from dateline.releases.models import Address, Newsroom, Release
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.status import Status

GONE = "_gone"  # notices lie here, since a folder can't say 410: the server does


class Maker:
    """Makes outputs from one reading of the record."""

    def __init__(self) -> None:
        self.record = Record()
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
        if output.detail not in self._ready:
            self.prepare([output.detail])
        if output.detail not in self._ready:
            return Sheet({})  # a draft, or nothing: it has no file
        release, face = self._ready[output.detail]
        room = self.record.room_of(release)
        addresses = [address.path for address in release.addresses.all() if address.stop == Stop.RELEASE]
        owns = tuple(f"{path[1:]}" for path in addresses) + tuple(f"{GONE}{path}" for path in addresses)
        has_removed_files = any(address.detail == REMOVED for address in release.addresses.all())
        if release.status == Status.WITHDRAWN:
            return Sheet({f"{GONE}{release.address}index.html": render_withdrawn(room, face)}, owns)
        files = {
            index(face.path): render_release(room, face),
            f"{face.path[1:]}release.txt": render_text(room, face),
        }
        if has_removed_files:
            files[removed_notice(release.address)] = render_removed(room, face)
        versions = sorted(release.versions.all(), key=lambda version: version.number)
        for version in versions[:-1]:
            earlier = self.record.version_face(face, version)
            files[index(earlier.path)] = render_release(room, earlier)
        for version in versions:
            printed = version.words["printed"]
            for kept in [*printed["files"], *printed["pictures"].values()]:
                if kept["path"]:
                    files[kept["path"][1:]] = cleaned.read(kept["sha256"])
        return Sheet(files, owns)

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
        return Sheet({index(room.archive_path): render_archive(room, self.record.counts(room.path), years)})

    def _feed(self, output: Output) -> Sheet:
        room = self.record.rooms[output.room]
        newest = self.record.listed(room.path)[:FEED_LENGTH]
        releases = self.record.faces_of(self._in_order(newest))
        return Sheet({room.feed_path[1:]: render_atom(room, releases, room.feed_path)})

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
        known = self.record.details(room.path, Stop.TOPIC)
        years = [int(each.rpartition("/")[2]) for each in known if each.startswith(f"{slug}/")]
        links = [(each, f"{path}{each:04d}/") for each in sorted(years, reverse=True)]
        if not year:
            newest = self.record.entries(room.path, self.record.listed(room.path, topics=topic)[:FRONT_LENGTH])
            return Sheet({index(path): render_topic(room, link, newest, links)})
        days = (date(int(year), 1, 1), date(int(year), 12, 31))
        entries = self.record.entries(room.path, self.record.listed(room.path, topics=topic, dated_on__range=days))
        page = render_topic_year(room, link, int(year), entries, links)
        return Sheet({index(f"{path}{year}/"): page})

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
        sheets = (stylesheet(room.accent) for room in self.record.rooms.values())
        return Sheet({path[1:]: css for path, css in sheets}, owns=("assets/",))


_MAKERS: dict[str, Callable[[Maker, Output], Sheet]] = {
    "release": Maker._release,
    "front": Maker._front,
    "archive": Maker._archive,
    "feed": Maker._feed,
    "month": Maker._month,
    "year": Maker._year,
    "topic": Maker._topic,
    "topics": Maker._topics,
    "coverage": Maker._coverage,
    "press": Maker._press,
    "missing": Maker._missing,
    "assets": Maker._assets,
}


def index(path: str) -> str:
    """Give the file that answers for an address ending in a slash."""
    return f"{path[1:]}index.html"


def removed_notice(address: str) -> str:
    """Give the file that answers for what a release handed out and hands out no more."""
    return f"{GONE}{address}removed/index.html"


def all_outputs() -> set[Output]:
    """Name every output of the site as the record stands."""
    return _outputs([room.public_path for room in Newsroom.objects.live()])


def outputs_of_room(room: str) -> set[Output]:
    """Name every output that shows something of this newsroom's own: its name, its contacts, its accent."""
    return _outputs([room])


def _outputs(rooms: list[str]) -> set[Output]:
    ledger = Address.objects.filter(stop__in=[Stop.MONTH, Stop.TOPIC, Stop.COVERAGE]).values_list(
        "newsroom__is_default", "newsroom__locale__language_code", "stop", "detail"
    )
    known = [("/" if is_default else f"/{language}/", stop, detail) for is_default, language, stop, detail in ledger]
    public = Release.objects.exclude(status=Status.DRAFT).filter(room__in=rooms)
    return every_output(
        rooms,
        [(room, detail) for room, stop, detail in known if stop == Stop.MONTH and room in rooms],
        [(room, detail) for room, stop, detail in known if stop == Stop.TOPIC and room in rooms],
        [str(uid) for uid in public.values_list("uid", flat=True)],
        [(room, detail) for room, stop, detail in known if stop == Stop.COVERAGE and room in rooms],
    )


def _neighbours(own: str, known: list[str]) -> tuple[str, str]:
    before = [detail for detail in known if detail < own]
    after = [detail for detail in known if detail > own]
    return (before[-1] if before else "", after[0] if after else "")


def _as_day(detail: str) -> date | None:
    if not detail:
        return None
    year, _, month = detail.partition("-")
    return date(int(year), int(month or 1), 1)
