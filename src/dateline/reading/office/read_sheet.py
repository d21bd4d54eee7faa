"""Takes an office document's pages and gives its reading: body as print, heads and feet beside it, doubts on what was tracked."""

import re
from dataclasses import replace

from dateline.reading import doubts
from dateline.reading.asides import Aside, doubted, fullest, read_with
from dateline.reading.decode import Text
from dateline.reading.errors import Unreadable
from dateline.reading.furnish import furnished
from dateline.reading.limits import MAX_LINES, MAX_TEXT_BYTES
from dateline.reading.office.package import Package
from dateline.reading.office.set_page import Counted, Sheet, laid_out
from dateline.reading.record import Doubt, Reading
from dateline.reading.source import Source

_TELLS = re.compile(r"\d|@")
"""What a head of a page must hold to be looked into for a day or a contact."""


def read_sheet(source: Source, package: Package, sheet: Sheet, name: str) -> Reading:
    """Give the reading of one document in the format `name`; raise `Unreadable` where it has no text."""
    heads, feet = _lines(sheet.heads), _lines(sheet.feet)
    asides = [Aside(line, "head of the page") for line in heads] + [Aside(line, "foot of the page") for line in feet]
    page = laid_out(sheet.blocks)
    if not page.text.strip():
        raise _without_text(source, sheet)
    if len(page.text) > MAX_TEXT_BYTES or page.text.count("\n") > MAX_LINES:
        what = f"This document has {len(page.text):,} characters; up to {MAX_TEXT_BYTES:,} are read at once."
        raise Unreadable(what, source.name, "Split it into several documents, between two releases, and read those.")
    readings = [furnished(read_with(Text(source.name, page.text, None, path=source.path), asides), page)]
    if any(_TELLS.search(line) for line in (*heads, *feet)):
        whole = laid_out([*sheet.heads, *sheet.blocks, *sheet.feet])
        readings.append(furnished(read_with(Text(source.name, whole.text, None, path=source.path), ()), whole))
    reading = doubted(fullest(readings), *_doubts(sheet.counted))
    files = {}
    for picture, part in sheet.pictures.items():
        content = package.file(part)
        if content is not None:
            files[picture] = source.work.keep(content)
    return replace(reading, format=name, files=files, data=source.data)


def _lines(blocks: list[str]) -> list[str]:
    """Give the lines of heads or feet, each once: documents repeat them for first, even and other pages."""
    return list(dict.fromkeys(line.strip() for line in laid_out(blocks).text.split("\n") if line.strip()))


def _doubts(counted: Counted) -> list[Doubt]:
    out = []
    if counted.deletions or counted.insertions:
        out.append(doubts.tracked(counted.deletions, counted.insertions))
    if counted.comments:
        out.append(doubts.commented(counted.comments))
    if counted.hidden:
        out.append(doubts.hidden(counted.hidden))
    return out


def _without_text(source: Source, sheet: Sheet) -> Unreadable:
    if sheet.pictures:
        what = f"This document holds no text, only {_count(len(sheet.pictures), 'picture')}: it may be a scan."
        return Unreadable(what, source.name, "Type the release from it, or hand it out as an attachment.")
    return Unreadable("This document holds no text.", source.name, "If it should hold a release, save it again.")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
