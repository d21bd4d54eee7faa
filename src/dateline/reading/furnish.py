"""Takes a reading of a laid out page and gives its releases what text can't say: markup, addresses of files, pictures."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.reading.finding.attachments import name_of
from dateline.reading.markup.clean import between, markup_of
from dateline.reading.markup.laid_out import Block, LaidOut
from dateline.reading.record import Reading, Record, Span

DOCUMENT = re.compile(
    r"/([^/?#]+\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|epub|mp3|mp4))(?:[?#]|$)", re.IGNORECASE
)


def furnished(reading: Reading, page: LaidOut) -> Reading:
    """Furnish each release; `page.text` is the beginning of `reading.text`, as `asides.read_with` leaves it."""
    return replace(reading, releases=tuple(_furnished(release, page) for release in reading.releases))


def _furnished(record: Record, page: LaidOut) -> Record:
    body = record.spans.get("text", ())
    begin, end = record.span
    names, at = list(record.attachments), dict(record.files_at)
    for link in page.links:
        file = DOCUMENT.search(link.address)
        if file is None or not begin <= link.span[0] <= end:
            continue
        words = name_of(page.text[slice(*link.span)])
        name = words if words in names else name_of(file[1])
        if name not in names:
            names.append(name)
        at.setdefault(name, link.address)
    pictures = [placed.picture for placed in page.pictures if _heads_or_stands_in(placed.at, record)]
    return replace(
        record,
        markup=markup_of(blocks_of(body, page)) or None,
        attachments=tuple(names),
        files_at=at,
        pictures=record.pictures or tuple(pictures),
    )


def _heads_or_stands_in(at: int, record: Record) -> bool:
    """What stands above a headline is the letterhead's; what stands below the body is a signature's."""
    heads = [span[1] for span in record.spans.get("headline", ())]
    body = record.spans.get("text", ())
    return bool(body) and min([*heads, body[0][0]]) <= at <= body[-1][1]


def blocks_of(spans: Iterable[Span], page: LaidOut) -> Iterator[Block]:
    """Give the page's blocks as far as these spans hold them."""
    wanted = sorted(spans)
    for block in page.blocks:
        pieces = [
            between(
                block.markup,
                _count(page.text[block.span[0] : max(start, block.span[0])]),
                _count(page.text[max(start, block.span[0]) : min(end, block.span[1])]),
            )
            for start, end in wanted
            if start < block.span[1] and end > block.span[0]
        ]
        if pieces:
            yield Block(block.span, block.tag, " ".join(pieces), block.list)


def _count(text: str) -> int:
    return sum(not character.isspace() for character in text)
