"""Takes a table, CSV or JSON, and gives its rows by the names of their columns."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dateline.reading.decode import decode
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_OBJECTS_BYTES
from dateline.reading.source import Source
from dateline.reading.syndication.objects import load, objects_in, text_of
from dateline.reading.tables.mapping import Stating

DELIMITERS = (",", ";", "\t", "|")
JSON = (b"{", b"[")
FIELD_CHARACTERS = 10_000_000
"""The longest cell."""

Row = dict[str, str]


def rows_of(source: Source, mapping: Stating | None) -> Iterator[tuple[str, Row]]:
    """Yield the rows with their names; raise `Unreadable` where it is no table."""
    with source.open() as file:
        is_json = file.read(200).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(JSON)
    yield from _objects(source, mapping) if is_json else _lines(source, mapping)


def _objects(source: Source, mapping: Stating | None) -> Iterator[tuple[str, Row]]:
    loaded = load(source)
    path = mapping.rows if mapping is not None else ""
    for name in path.split(".") if path else ():
        loaded = loaded.get(name) if isinstance(loaded, dict) else None
        if loaded is None:
            raise Unreadable(f"There is no “{path}” in it.", source.name, "Correct `rows` in its mapping.")
    for number, told in objects_in(loaded, source.name):
        yield f"object {number}", dict(_flat(told))


def _flat(told: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Name the fields of objects inside by their path; lists are written with commas between."""
    waiting: list[tuple[str, Any]] = [(above, told)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((f"{path}.{key}" if path else key, inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list) and any(isinstance(each, (dict, list)) for each in value):
            waiting.extend((f"{path}.{number}", inner) for number, inner in reversed([*enumerate(value)]))
        elif isinstance(value, list):
            yield path, ", ".join(filter(None, map(text_of, value)))
        else:
            yield path, text_of(value)


def _lines(source: Source, mapping: Stating | None) -> Iterator[tuple[str, Row]]:
    stated = mapping.encoding if mapping is not None and mapping.encoding else source.charset
    data = source.content(MAX_OBJECTS_BYTES)
    try:
        text = data.decode(mapping.encoding) if mapping is not None and mapping.encoding else None
    except (LookupError, UnicodeDecodeError) as error:
        raise Unreadable(
            f"It is not in the encoding {stated}.", source.name, "Correct `encoding` in its mapping."
        ) from error
    text = decode(data, source.name, source.path, stated).text if text is None else text
    delimiter = (mapping.delimiter if mapping is not None else "") or delimiter_of(text)
    csv.field_size_limit(FIELD_CHARACTERS)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    try:
        columns = _told_apart(next(table, []))
        if len(columns) < 2:
            todo = "Its first line has to name the columns; state `delimiter` in its mapping if it is an unusual one."
            raise Unreadable("This table has one column, or none.", source.name, todo)
        for cells in table:
            if any(cell.strip() for cell in cells):
                more = {f"column {n}": cell for n, cell in enumerate(cells[len(columns) :], len(columns) + 1)}
                yield f"line {table.line_num}", {**dict(zip(columns, cells, strict=False)), **more}
    except csv.Error as error:
        where = f"{source.name}, line {table.line_num}"
        raise Unreadable(f"The table is broken: {error}.", where, "Save it again as CSV.") from error


def _told_apart(names: list[str]) -> list[str]:
    """Number a name that stands twice, and one that is missing."""
    met: Counter[str] = Counter()
    out = []
    for number, name in enumerate(map(str.strip, names), 1):
        met[name] += 1
        out.append(f"column {number}" if not name else name if met[name] == 1 else f"{name} ({met[name]})")
    return out


def delimiter_of(text: str) -> str:
    """Give the character that parts the cells of the first line most often, outside of quotation marks."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=bare.count)
