"""Takes the records of a page and gives them what only its markup says: addresses, files, pictures, the body's own markup."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import unquote

from dateline.reading.markup.clean import between, letters_of, markup_of
from dateline.reading.markup.credits import credited
from dateline.reading.markup.files import ending, file_name, parts_of
from dateline.reading.markup.laid_out import LaidOut, Link
from dateline.reading.markup.within import Within
from dateline.reading.record import Picture, Record, Span


def with_links(record: Record, span: Span, within: Within, *, is_single: bool, page: str | None) -> Record:
    """Give a record the address of its own page, and the files that its links hand out."""
    links = within.links(span)
    files: dict[str, str] = {}
    for link in links:
        name = file_name(link.address)
        if name is not None:
            files.setdefault(name, link.address)
    printed = {_key(name) for name in record.attachments}
    named = {_key(within.laid.text[slice(*link.span)]) for link in links if file_name(link.address)}
    kept = tuple(name for name in record.attachments if _key(name) not in named or _key(name) in map(_key, files))
    more = tuple(name for name in files if _key(name) not in printed)
    return replace(
        record,
        attachments=(*kept, *more),
        files_at={**dict(record.files_at), **files},
        address=record.address if is_single else _own_page(record, links, within.laid.text, page),
    )


def _own_page(record: Record, links: Sequence[Link], text: str, page: str | None) -> str | None:
    """Give where the headline leads, or the words that lead on."""
    heads = record.spans.get("headline", ())
    for link in links:
        if any(link.span[0] < end and start < link.span[1] for start, end in heads) and _is_page(link.address, page):
            return link.address
    on = [link for link in links if _is_page(link.address, page) and link.span[0] < link.span[1]]
    return on[-1].address if on and record.teaser and len({link.address for link in on}) == 1 else None


def _is_page(address: str, page: str | None) -> bool:
    parts = parts_of(address)
    if parts is None or parts[0] not in ("http", "https", "") or not (parts[2] or parts[3]):
        return False
    return address.partition("#")[0] != (page or "").partition("#")[0] and file_name(address) is None


def with_markup(record: Record, within: Within) -> Record:
    """Give a record the markup of its body, where that says more than the text alone and the very same words."""
    spans = record.spans.get("text", ())
    if not spans:
        return record
    text = within.laid.text
    blocks = []
    for block in within.touching((spans[0][0], spans[-1][1])):
        kept = [(max(s, block.span[0]), min(e, block.span[1])) for s, e in spans]
        kept = [(start, end) for start, end in kept if start < end]
        if kept == [block.span]:
            blocks.append(block)
        elif kept:
            parts = (
                between(block.markup, _letters(text, block.span[0], start), _letters(text, start, end))
                for start, end in kept
            )
            blocks.append(replace(block, markup=" ".join(parts)))
    markup = markup_of(blocks)
    says_more = any(mark in markup for mark in MORE_THAN_TEXT)
    is_the_same = letters_of(markup) == "".join(record.text.split())
    return replace(record, markup=markup) if says_more and is_the_same else record


MORE_THAN_TEXT = ("<a ", "<strong", "<em", "<li", "<h2", "<h3", "<h4", "<blockquote")


def _letters(text: str, start: int, end: int) -> int:
    return sum(not letter.isspace() for letter in text[start:end])


def with_pictures(record: Record, span: Span, laid: LaidOut, stated: Iterable[str]) -> Record:
    """Give a record the pictures that stand in it, with what is said of each, then the one that its head names."""
    inside = [credited(placed.picture) for placed in laid.pictures if span[0] <= placed.at <= span[1]]
    names = {picture.address for picture in inside}
    heads = [Picture(address) for address in stated if address not in names]
    return replace(record, pictures=tuple(p for p in (*inside, *heads) if ending(p.address.partition("?")[0]) != "gif"))


def _key(name: str) -> str:
    return " ".join(unquote(name).split()).casefold()
