"""A folder's or an archive's newsroom.toml → what it tells about the newsroom. Pure but for the one file."""

import tomllib
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.reading.archives.one_of import one_of
from dateline.releases.accent import contrast_complaint
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.refused import Refused

FILE = "newsroom.toml"
LONGEST_BYTES = 1_000_000  # of one in an archive


@dataclass(frozen=True)
class Told:
    """What is known about a newsroom before it is made; empty where nobody has said it."""

    name: str = ""
    place: str = ""
    time_zone: str = ""
    languages: tuple[str, ...] = ()  # the first is the default
    accent: str = ""
    boilerplate: Mapping[str, str] = field(default_factory=dict)  # by language
    contacts: tuple[Mapping[str, str], ...] = ()  # name, role, phone, email, languages, hours
    organizations: tuple[Mapping[str, str], ...] = ()  # name, url: partners, that is, others


def told_in(paths: Iterable[Path]) -> Told:
    """Read the first newsroom.toml that lies in one of the folders or archives; an empty record where there is none.

    Raises Refused, with every mistake in it as a sentence.
    """
    for path in paths:
        file = path / FILE
        if path.is_dir() and file.is_file():
            try:
                return _read(file.read_bytes(), str(file))
            except OSError as error:
                raise Refused(str(file), [f"{file} can't be read: {error}"]) from error
        if path.is_file() and (content := one_of(path, FILE, LONGEST_BYTES)) is not None:
            return _read(content, str(file))
    return Told()


def _read(content: bytes, file: str) -> Told:
    try:
        given = tomllib.loads(content.decode("utf-8"))
    except ValueError as error:
        raise Refused(file, [f"{file} can't be read: {error}"]) from error
    told = Told(
        name=_line(given, "name"),
        place=_line(given, "place"),
        time_zone=_line(given, "time_zone"),
        languages=tuple(map(str, given.get("languages", ()))),
        accent=_line(given, "accent"),
        boilerplate={str(key): str(text).strip() for key, text in given.get("boilerplate", {}).items()},
        contacts=tuple(
            {key: _line(each, key) for key in ("name", "role", "phone", "email", "languages", "hours")}
            for each in given.get("contacts", ())
        ),
        organizations=tuple(
            {key: _line(each, key) for key in ("name", "url")} for each in given.get("organizations", ())
        ),
    )
    if mistakes := _mistakes(told):
        raise Refused(file, [f"{file}: {mistake}" for mistake in mistakes])
    return told


def _line(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key, "")
    if isinstance(value, list):  # a contact's languages: written out as a reader should see them
        return ", ".join(LANGUAGE_NAMES.get(str(each), str(each)) for each in value)
    return " ".join(str(value).split())


def _mistakes(told: Told) -> list[str]:
    mistakes = []
    if told.time_zone and told.time_zone not in zoneinfo.available_timezones():
        mistakes.append(f"{told.time_zone} is not a time zone. Write it like America/Los_Angeles.")
    mistakes += [
        f"“{language}” is none of the languages that a newsroom can have ({', '.join(LANGUAGE_NAMES)})."
        for language in (*told.languages, *told.boilerplate)
        if language not in LANGUAGE_NAMES
    ]
    if told.accent:
        is_colour = len(told.accent) == 7 and told.accent[0] == "#" and _is_hex(told.accent[1:])
        complaint = contrast_complaint(told.accent) if is_colour else f"{told.accent} is not a colour like #8a1f11."
        mistakes += [complaint] if complaint else []
    if any(not each["name"] for each in (*told.contacts, *told.organizations)):
        mistakes.append("A contact or an organization has no name.")
    return mistakes


def _is_hex(text: str) -> bool:
    return all(each in "0123456789abcdefABCDEF" for each in text)
