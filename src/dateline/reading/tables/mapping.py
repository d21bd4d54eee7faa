"""Takes a mapping that a person wrote, in TOML, and gives which column of a table holds which field.

    headline = "Title"            # columns are named as in the first line of the table
    date = "Published on"
    text = "Body"                 # plain text or HTML
    published = ["Live", "live"]  # values of the column `status` that mean: was public

`rows` names the list in a JSON file ("data.items"); `day_first`, `delimiter` and `encoding` say what could not be told.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.reading.errors import Unreadable

FIELDS = ("headline", "subheadline", "date", "place", "text", "summary", "address", "identifier", "language", "topics",
    "attachments", "pictures", "status", "kind", "embargo", "translations")  # fmt: skip
_SETTINGS = {"published": list, "rows": str, "day_first": bool, "delimiter": str, "encoding": str}
_TODO = 'Write it as the guide “Read an export, a feed or a table” shows; one line of it is: headline = "Title"'


@dataclass(frozen=True, slots=True)
class Stating:
    """What a person has stated of a table."""

    columns: Mapping[str, str]  # field → column
    published: tuple[str, ...] = ()  # values of `status`; (): the table doesn't say what was public
    rows: str = ""  # path to the list in a JSON file
    day_first: bool | None = None
    delimiter: str = ""
    encoding: str = ""


def read_mapping(path: Path) -> Stating:
    """Read a mapping; raise `Unreadable` where it is none, names an unknown field, or has no headline and no text."""
    name = str(path)
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Unreadable("This mapping could not be opened.", name, "Check its name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"This mapping is not written as TOML: {error}.", name, _TODO) from error
    for key, value in told.items():
        if key not in FIELDS and key not in _SETTINGS:
            every = ", ".join((*FIELDS, *_SETTINGS))
            raise Unreadable(f"“{key}” in this mapping is no field.", name, f"The fields are: {every}.")
        wanted = _SETTINGS.get(key, str)
        if not isinstance(value, wanted):
            raise Unreadable(f"“{key}” in this mapping has the wrong form.", name, _TODO)
    columns = {key: value for key, value in told.items() if key in FIELDS}
    if not columns.keys() & {"headline", "text"}:
        raise Unreadable("This mapping names neither a headline nor a text.", name, _TODO)
    if "published" in told and "status" not in columns:
        raise Unreadable("“published” in this mapping needs the column “status”.", name, _TODO)
    return Stating(
        columns, tuple(str(each) for each in told.get("published", ())), told.get("rows", ""),
        told.get("day_first"), told.get("delimiter", ""), told.get("encoding", ""),
    )  # fmt: skip


def suggested(columns: list[str]) -> str:
    """Write the mapping that the names of columns suggest, for a person to correct."""
    out = []
    for name, words in _GUESSES.items():
        column = next((c for c in columns if c.strip().lower() in words), None)
        if column is not None:
            out.append(f"{name} = {_quoted(column)}")
    return "; ".join(out) or 'headline = "…"; date = "…"; text = "…"'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_GUESSES = {
    "headline": ("headline", "title", "titulo", "título", "titular", "titre", "subject", "name"),
    "date": ("date", "published", "published_at", "publish date", "publication date", "release date", "fecha", "data", "datum", "created"),
    "text": ("text", "body", "content", "html", "texto", "cuerpo", "contenido", "corps", "full text"),
    "summary": ("summary", "excerpt", "teaser", "description", "resumen", "résumé"),
    "address": ("url", "link", "address", "permalink", "enlace"),
    "place": ("place", "city", "location", "lugar", "ciudad", "lieu"),
    "topics": ("topics", "tags", "categories", "category", "temas"),
    "language": ("language", "lang", "idioma", "langue"),
    "status": ("status", "state", "estado"),
}  # fmt: skip
