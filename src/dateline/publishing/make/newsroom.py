"""Makes a newsroom's own pages: front, archive, press, coverage, "not found"; and the stylesheets of all."""

from datetime import date

from dateline.publishing import cleaned
from dateline.publishing.addresses import Output, coverage_path, list_path, year_path
from dateline.publishing.faces import ArchiveWays, PageLink, PlainLink
from dateline.publishing.gather.lists import List, counts, entries
from dateline.publishing.gather.press import press_face, press_files
from dateline.publishing.gather.reports import coverage
from dateline.publishing.kinds import kind_of, kind_slugs
from dateline.publishing.make.maker import Maker, index
from dateline.publishing.press import Sheet
from dateline.publishing.render.archive import render_archive
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.coverage import render_coverage, render_coverage_year
from dateline.publishing.render.environment import KIND_NAMES
from dateline.publishing.render.front import render_front
from dateline.publishing.render.not_found import render_not_found
from dateline.publishing.render.press import render_press
from dateline.publishing.render.style import stylesheet, tools_stylesheet
from dateline.releases.models.address import Stop

FRONT_LENGTH = 20


def make_front(maker: Maker, output: Output) -> Sheet:
    """Make the front page: the newest release large, then the list."""
    room = maker.record.rooms[output.room]
    newest = entries(List(room.path), FRONT_LENGTH)
    lead = maker.told(newest[0].uid.removeprefix("urn:uuid:")) if newest else None
    return Sheet({index(room.path): render_front(room, newest, lead.face if lead else None)})


def make_archive(maker: Maker, output: Output) -> Sheet:
    """Make the archive's chart, and the ways into it."""
    room, record = maker.record.rooms[output.room], maker.record
    years = [PageLink(date(int(y), 1, 1), year_path(room.path, int(y))) for y in record.details(room.path, Stop.YEAR)]
    kinds = [
        PlainLink(
            catalogue(room.language).gettext(KIND_NAMES[kind_of(slug, room.language)]),
            list_path(room.path, "kind", slug),
        )
        for slug in kind_slugs(room.language)
        if slug in record.details(room.path, Stop.KIND)
    ]
    ways = ArchiveWays(
        tuple(kinds),
        has_addressees=bool(record.details(room.path, Stop.ADDRESSEE)),
        has_organizations=bool(record.details(room.path, Stop.ORGANIZATION)),
    )
    return Sheet({index(room.archive_path): render_archive(room, counts(room.path), years, ways)})


def make_coverage(maker: Maker, output: Output) -> Sheet:
    """Make the page of what others published, or of one year of it."""
    room, record = maker.record.rooms[output.room], maker.record
    if output.detail:
        year = int(output.detail)
        page = render_coverage_year(room, year, coverage(record, room.path, year))
        return Sheet({index(coverage_path(room.path, year)): page})
    known = reversed(record.details(room.path, Stop.COVERAGE))
    years = [PageLink(date(int(year), 1, 1), coverage_path(room.path, int(year))) for year in known]
    return Sheet({index(room.coverage_path): render_coverage(room, coverage(record, room.path), years)})


def make_press(maker: Maker, output: Output) -> Sheet:
    """Make the page for the press, with its pictures."""
    room, newsroom = maker.record.rooms[output.room], maker.record.newsroom(output.room)
    files = {path[1:]: cleaned.read(sha256) for path, sha256 in press_files(newsroom).items()}
    files[index(room.press_path)] = render_press(room, press_face(newsroom))
    return Sheet(files, owns=(room.press_path[1:],))


def make_missing(maker: Maker, output: Output) -> Sheet:
    """Make the page that says that there is nothing at an address."""
    room = maker.record.rooms[output.room]
    return Sheet({f"{room.path[1:]}404.html": render_not_found(room)})


def make_assets(maker: Maker, output: Output) -> Sheet:
    """Make the stylesheets, in every newsroom's accent."""
    sheets = [tools_stylesheet(), *(stylesheet(room.accent) for room in maker.record.rooms.values())]
    return Sheet({path[1:]: css for path, css in sheets}, owns=("assets/",))
