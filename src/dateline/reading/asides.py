"""Takes a text and what stood around it (heads of pages, signatures, quoted mail), and gives one reading of both."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.reading.decode import Text
from dateline.reading.printed import read_printed
from dateline.reading.record import Doubt, Leftover, Mark, Reading


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that a source holds and that stand outside its text."""

    text: str
    why: str | None = None  # the reason of its mark; None: nobody can say, so a person is shown it as a leftover


def read_with(source: Text, asides: Iterable[Aside]) -> Reading:
    """Read a text as print; the asides follow it in `Reading.text`, each as a mark or a leftover, and are not looked into."""
    reading = read_printed(source)
    parts, at = [source.text], len(source.text)
    marks, leftovers = list(reading.marks), list(reading.leftovers)
    for aside in asides:
        words = aside.text.strip()
        if not words:
            continue
        if at:
            parts.append("\n\n")
            marks.append(Mark((at, at + 2), "white space"))
            at += 2
        span = (at, at + len(words))
        parts.append(words)
        at = span[1]
        if aside.why is None:
            leftovers.append(Leftover(span, words))
        else:
            marks.append(Mark(span, aside.why))
    return replace(reading, text="".join(parts), marks=tuple(marks), leftovers=tuple(leftovers))


def fullest(readings: Sequence[Reading]) -> Reading:
    """Give the reading whose releases lack least; the first of those that lack as little."""
    return min(readings, key=lacking)


def lacking(reading: Reading) -> float:
    """Weigh what a release lacks on the average: headline, date, body, contacts, and doubts a little."""
    if not reading.releases:
        return 9.0
    lacks = [
        2 * (r.headline is None) + 2 * (r.date is None) + (not r.contacts) + 2 * (not r.text) + len(r.doubts) / 10
        for r in reading.releases
    ]
    return sum(lacks) / len(lacks)


def doubted(reading: Reading, *doubts: Doubt) -> Reading:
    """Give the reading with these doubts on each of its releases."""
    if not doubts:
        return reading
    releases = tuple(replace(release, doubts=(*release.doubts, *doubts)) for release in reading.releases)
    return replace(reading, releases=releases)
