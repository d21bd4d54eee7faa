"""Takes printed text, a listing or a single release whatever it was laid out from, and gives its releases, marks and leftovers."""

from collections.abc import Callable
from dataclasses import replace

from dateline.reading import doubts, partition
from dateline.reading.compose import Composed, compose
from dateline.reading.decode import Text
from dateline.reading.evidence import Segment, kept, without_title
from dateline.reading.finding.blocks import settle_contacts
from dateline.reading.finding.contacts import opening_of
from dateline.reading.finding.entries import settle_entries
from dateline.reading.finding.headings import Heading
from dateline.reading.finding.kinds import CONTACT, FURNITURE, HEADING, LINK
from dateline.reading.finding.lines import Line, lines_of
from dateline.reading.finding.looks import look_at, settle_dates
from dateline.reading.finding.own_address import own_address
from dateline.reading.finding.roles import AFTER, score
from dateline.reading.finding.runin import parted
from dateline.reading.finding.segmentation import segment
from dateline.reading.finding.several import singles_of
from dateline.reading.finding.single import Single, roles_of
from dateline.reading.finding.stacked import unstacked
from dateline.reading.finding.tables import settle_tables
from dateline.reading.finding.whole import whole_of
from dateline.reading.inheriting import inherited, shifted
from dateline.reading.page import Page, page_of
from dateline.reading.record import Mark, Reading, Span
from dateline.reading.review import reviewed
from dateline.reading.unexplained import unexplained

SAMPLE = 240
"""Lines from which it is judged whether a page holds openings or whole texts."""

EXPLAINED = 1.5
"""A reading that leaves no more unexplained is taken, and one that leaves so much less is better."""


def read_printed(source: Text) -> Reading:
    """Read one text: look at each line, find the best segmentation, compose a record of each release."""
    own = own_address(source.text)
    # Blank for all that follows: it is no part of a release, and every other character keeps its place.
    text = source.text if own is None else _blanked(source.text, own[1])
    lines = _looked_at(text)
    settle_entries(lines)
    settle_contacts(lines)
    page = page_of(lines)
    single = None if page.is_agenda else _single(lines)
    if single is not None:
        page = replace(page, is_listing=False)
        releases = [single.lines]
    else:
        page, releases = _several(lines, page)
        singles = [] if page.is_listing else singles_of(lines)
        if singles and unexplained(lines, [one.lines for one in singles]) <= unexplained(lines, releases):
            releases = [one.lines for one in singles]
        if len(releases) == 1 and not page.is_listing:
            releases = [_with_contacts_below(lines, releases[0])]
    composed = _composed(text, lines, releases, page)
    if single is not None and not single.is_sure:
        composed = [one.doubted(doubts.HEADLINE_UNSURE) for one in composed]
    marks = _marks(lines, releases, composed)
    if own is not None:
        marks.append(Mark(own[1], "the page's own address"))
    return _settled(source, composed, marks, page.is_listing, own[0] if own else None)


def read_parts(source: Text, parts: Callable[[list[Line]], list[Segment]], *, is_listing: bool) -> Reading:
    """Read a text of which the markup has told which of its lines belong to which release, and as what.

    `parts` is given the lines and gives each release's lines with their roles.
    """
    lines = _looked_at(source.text)
    settle_contacts(lines)
    releases = [part for part in parts(lines) if part]
    page = replace(page_of(lines), is_listing=is_listing)
    composed = _composed(source.text, lines, releases, page)
    return _settled(source, composed, _marks(lines, releases, composed), is_listing, None)


def _looked_at(text: str) -> list[Line]:
    lines = parted(unstacked(text, lines_of(text)))
    for line in lines:
        look_at(line)
    settle_dates(lines)
    settle_tables(lines)
    return lines


def _composed(text: str, lines: list[Line], releases: list[Segment], page: Page) -> list[Composed]:
    years = _headings(lines)
    composed = [compose(text, each, page, years.get(each[0][0].start)) for each in releases]
    return shifted(releases, inherited(releases, composed)) if page.is_listing else composed


def _marks(lines: list[Line], releases: list[Segment], composed: list[Composed]) -> list[Mark]:
    taken = {line.start for each in releases for line, _ in each}
    marks = [mark for one in composed for mark in one.marks]
    for line in lines:
        if line.start not in taken and line.kind in (FURNITURE, HEADING, LINK):
            marks.append(
                Mark((line.start, line.end), line.why or ("heading" if line.kind == HEADING else "link words"))
            )
    return marks


def _blanked(text: str, span: Span) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _several(lines: list[Line], page: Page) -> tuple[Page, list[Segment]]:
    """Read the page as openings or as whole texts, whichever explains more of it; as it looks where both do as well."""
    sample = lines[:SAMPLE]
    releases = _read_as(sample, page)
    cost = unexplained(sample, releases)
    if cost + len(releases) > EXPLAINED:
        other = replace(page, is_listing=not page.is_listing)
        others = _read_as(sample, other)
        if unexplained(sample, others) < cost - EXPLAINED:
            page, releases = other, others
        else:
            score(sample, page.is_listing, page.bare)
    return page, releases if len(lines) <= SAMPLE else _read_as(lines, page)


def _read_as(lines: list[Line], page: Page) -> list[Segment]:
    score(lines, page.is_listing, page.bare)
    return without_title(kept(segment(lines, page.is_listing), page))


def _single(lines: list[Line]) -> Single | None:
    """Read the page as one release from top to bottom, where it is one."""
    whole = whole_of(lines)
    return None if whole is None else roles_of(lines, whole)


def _with_contacts_below(lines: list[Line], release: list[tuple[Line, int]]) -> list[tuple[Line, int]]:
    """Below the only release of a text, behind signatures for instance, a line that opens as a contact's is its own."""
    last = release[-1][0].start
    return release + [
        (line, AFTER) for line in lines if line.start > last and line.kind == CONTACT and opening_of(line.text)
    ]


def _headings(lines: list[Line]) -> dict[int, Heading]:
    """For each line's start the year and month that the headings above set."""
    out: dict[int, Heading] = {}
    year: int | None = None
    month: int | None = None
    for line in lines:
        if line.heading is not None:
            if line.heading.year is not None:
                year = line.heading.year
            month = line.heading.month
        if year is not None or month is not None:
            out[line.start] = Heading(year, month)
    return out


def _settled(
    source: Text, composed: list[Composed], marks: list[Mark], is_listing: bool, address: str | None
) -> Reading:
    records = reviewed([one.record for one in composed], is_listing, source.is_guessed)
    if len(records) == 1 and not is_listing:  # its own page
        records = [replace(records[0], address=address)]
    spans = [span for record in records for span in partition.top_level(record.spans.items())]
    settled, leftovers = partition.settle(source.text, spans, marks)
    return Reading(
        source.name,
        "text",
        source.encoding,
        tuple(records),
        settled,
        leftovers,
        path=source.path,
        text=source.text,
        address=address,
    )
