"""Takes JSON, one object, a list or one object a line, and gives its objects, or says what is wrong with it."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.reading.decode import decode
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_OBJECTS_BYTES
from dateline.reading.source import Source

Told = dict[str, Any]


def load(source: Source) -> Any:
    """Give what the JSON holds; lines of objects come as a list. Raises `Unreadable` where it is none."""
    text = decode(source.content(MAX_OBJECTS_BYTES), source.name, source.path, source.charset).text
    try:
        return json.loads(text)
    except RecursionError as error:
        raise Unreadable("This is nested deeper than any feed.", source.name, "Leave it out.") from error
    except json.JSONDecodeError as error:
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            where = f"{source.name}, line {error.lineno}, column {error.colno}"
            raise Unreadable("This is no whole JSON.", where, "Save or fetch it again; it may be cut off.") from error


def objects_in(loaded: Any, name: str) -> Iterator[tuple[int, Told]]:
    """Give the objects of a list with their numbers from 1 on; raise `Unreadable` where one is no object."""
    for number, told in enumerate(loaded if isinstance(loaded, list) else [loaded], 1):
        if not isinstance(told, dict):
            raise Unreadable("This holds something else than objects.", f"{name}, number {number}", "Take it out.")
        yield number, told


def bytes_of(told: Told) -> bytes:
    """Write one object for itself, to be kept as its source."""
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def text_of(value: Any) -> str:
    """Give a value as text where it is one; a number as its digits, anything else as ""."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def list_of(value: Any) -> list[Told]:
    """Give the objects of a value that should be a list of objects."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def every_word(value: Any, but: frozenset[str] = frozenset(), path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text in a value with the path to it, but for the fields that were read."""
    waiting = [(path, value)]
    while waiting:
        at, each = waiting.pop()
        if at in but:
            continue
        if isinstance(each, dict):
            waiting.extend((f"{at}.{key}" if at else str(key), inner) for key, inner in reversed(each.items()))
        elif isinstance(each, list):
            waiting.extend((at, inner) for inner in reversed(each))
        elif text := text_of(each):
            yield at, text
