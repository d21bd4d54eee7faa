"""Gathers one release: the spans of its fields, the marks beside them, and what was met on the way."""

from dataclasses import dataclass, field

from dateline.reading.finding.dates import Printed
from dateline.reading.finding.headings import Heading
from dateline.reading.page import Page
from dateline.reading.record import Contact, Doubt, Mark, Span


@dataclass(slots=True)
class Draft:
    """What is being gathered of one release."""

    source: str
    page: Page
    heading: Heading | None
    fields: dict[str, list[Span]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    dates: list[tuple[int, Printed, Span]] = field(default_factory=list)  # rank (lower counts first), date, its span
    places: list[Span] = field(default_factory=list)
    body: list[tuple[Span, int]] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    label: str | None = None
    embargo: str | None = None
    has_way_on: bool = False
    has_end: bool = False

    def claim(self, name: str, start: int, end: int) -> None:
        """Give a span to a field."""
        if start < end:
            self.fields.setdefault(name, []).append((start, end))

    def mark(self, start: int, end: int, why: str) -> None:
        """Give a span a reason, without the white space around it."""
        while start < end and self.source[start].isspace():
            start += 1
        while end > start and self.source[end - 1].isspace():
            end -= 1
        if start < end:
            self.marks.append(Mark((start, end), why))


def shifted(span: tuple[int, int], by: int) -> Span:
    """Move a span from a line's characters to the source's."""
    return span[0] + by, span[1] + by


def end_of(source: str, start: int, end: int) -> int:
    """Give where a stretch ends without the white space behind it."""
    while end > start and source[end - 1].isspace():
        end -= 1
    return end
