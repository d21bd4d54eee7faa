"""Takes a table, CSV or JSON, with a mapping that a person has stated, and gives a reading of each of its rows."""

import json
import re
from collections.abc import Iterator, Sequence
from html import escape

from dateline.reading.errors import Unreadable
from dateline.reading.markup.lay_out import lay_out
from dateline.reading.record import Doubt, Picture, Reading
from dateline.reading.source import Source
from dateline.reading.stated.day import day_of
from dateline.reading.stated.files import link_name
from dateline.reading.stated.played import with_links
from dateline.reading.stated.set_out import set_out
from dateline.reading.stated.stated import Beside, File, Stated
from dateline.reading.stated.words import words_of
from dateline.reading.tables.mapping import Stating, read_mapping, suggested
from dateline.reading.tables.rows import Row, rows_of
from dateline.reading.walk import MAPPING

_HTML = re.compile(r"<(?:p|br|div|a|ul|ol|h[1-6]|strong|em|table|blockquote|span)\b[^>]*>", re.IGNORECASE)
_EVERY = re.compile(r"\s*[,;|\n]\s*")
_ADDRESSES = re.compile(r"\s*[;|\n]\s*|,\s*(?=https?:)|,\s+")
WORDS = 4
"""An unmapped cell of so many words is shown to a person."""


def read(source: Source) -> Iterator[Reading]:
    """Read a table; raise `Unreadable` where no mapping is stated, or it names columns that are not there."""
    mapping = read_mapping(source.mapping) if source.mapping is not None else None
    rows = list(rows_of(source, mapping))
    columns = list(dict.fromkeys(name for _, row in rows for name in row))
    if mapping is None:
        raise _unmapped(source, columns)
    missing = [f"“{column}” ({field})" for field, column in mapping.columns.items() if column not in columns]
    if missing and rows:
        what = f"The mapping names columns that this table doesn't have: {', '.join(missing)}."
        raise Unreadable(what, source.name, f"Its columns are: {', '.join(columns)}. Correct {source.mapping}.")
    for place, row in rows:
        stated = _tell(row, mapping, place)
        yield set_out(source, stated, "table")


def _unmapped(source: Source, columns: Sequence[str]) -> Unreadable:
    todo = (
        f"Say it in a file beside it, {source.path.name}{MAPPING}, or in any file with --mapping. "
        f"A line each, to be corrected: {suggested(list(columns))}. Its columns are: {', '.join(columns)}."
    )
    return Unreadable("This is a table, and nobody has said which column is what.", source.name, todo)


def _tell(row: Row, mapping: Stating, place: str) -> Stated:
    cells = {field: row.get(column, "").strip() for field, column in mapping.columns.items()}
    text, summary = cells.get("text", ""), cells.get("summary", "")
    address = cells.get("address") or None
    body = lay_out(with_links(_as_html(text or summary)), address)
    headline, printed = words_of(cells.get("headline", "")), cells.get("date", "")
    pubstatus, doubts = _state(cells.get("status", ""), mapping)
    beside = [Beside(summary if text else "", "excerpt"), Beside(cells.get("status", ""), "state")]
    for name, value in row.items():
        if name not in mapping.columns.values() and value.strip():
            is_written = value.strip().count(" ") >= WORDS - 1
            beside.append(Beside(words_of(value), "" if is_written else f"the column {name[:40]}"))
    return Stated(
        place=place, data=json.dumps(row, ensure_ascii=False, indent=1).encode("utf-8", "replace"),
        is_release=bool(headline or body.text.strip()), headline=headline,
        subheadline=words_of(cells.get("subheadline", "")), printed_on=printed,
        day=day_of(printed, day_first=mapping.day_first), date_from=f"the column {mapping.columns.get('date')}", body=body,
        dateline_place=cells.get("place") or None, address=address, identifier=cells.get("identifier") or None,
        language=cells.get("language", ""), language_from=f"the column {mapping.columns.get('language')}",
        topics=tuple(dict.fromkeys(filter(None, _EVERY.split(cells.get("topics", ""))))),
        files=tuple(File(link_name(each), each if "://" in each else "") for each in _listed(cells, "attachments")),
        pictures=tuple(Picture(each) for each in _listed(cells, "pictures")), embargo=_embargo(cells.get("embargo", "")),
        kind=cells.get("kind", "").lower() or None, translations=tuple(_listed(cells, "translations")),
        pubstatus=pubstatus, teaser=True if not text else None, beside=tuple(beside), doubts=doubts,
    )  # fmt: skip


def _listed(cells: Row, name: str) -> list[str]:
    return [each for each in _ADDRESSES.split(cells.get(name, "")) if each]


def _as_html(text: str) -> str:
    """Take a cell for HTML where tags stand in it, else for paragraphs parted by blank lines."""
    if _HTML.search(text):
        return text
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(f"<p>{escape(each.strip(), quote=False).replace(chr(10), '<br>')}</p>" for each in paragraphs)


def _embargo(printed: str) -> str | None:
    return printed.replace(" ", "T", 1) if re.fullmatch(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*", printed) else None


def _state(status: str, mapping: Stating) -> tuple[str | None, tuple[Doubt, ...]]:
    if not mapping.published:
        return None, ()
    if status in mapping.published:
        return "usable", ()
    sentence = (
        f"The table gives this the state “{status[:40]}”, not a published one; publish it only if it was given out."
    )
    return "withheld", (Doubt("withheld", sentence),)
