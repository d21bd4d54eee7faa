"""Files as sources name them → their own names, and what two sources agree on of one. Pure."""

from typing import Any
from urllib.parse import unquote, urlsplit

LONGEST_NAME = 255


def handed_out(record: dict[str, Any]) -> list[str]:
    """Name the files that a record hands out, a web address by its last part, each once."""
    names: dict[str, str] = {}
    for printed in record["attachments"]:
        name = file_name(printed)
        if name:
            names.setdefault(file_key(name), name)
    return list(names.values())


def file_name(printed: str) -> str:
    """Give a file's own name from the name or address that is printed."""
    name = printed
    if "://" in printed:
        name = unquote(urlsplit(printed).path.rstrip("/").rsplit("/", 1)[-1]) or printed
    return " ".join(name.split())[-LONGEST_NAME:]


def file_key(name: str) -> str:
    """Reduce a file's name to what two sources agree on: without case, spaces, underscores and percent signs."""
    return "".join(unquote(name).replace("_", " ").split()).casefold()
