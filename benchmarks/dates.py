"""Are the printed dates of releases read right, and how fast? Peer: dateparser, with all that asks the clock pinned.

    python benchmarks/dates.py [FOLDER…]

Folders hold texts with a JSON file of the expected releases beside each; without any, the fixture pages. Counted are the dates
and datelines that reading found and whose day is the expected one, so it shows what the peer misses of those, not the reverse.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path

from dateline.reading import read_paths
from dateline.reading.decode import decode
from dateline.reading.finding.datelines import dateline_at
from dateline.reading.finding.dates import date_at, dates_in

try:
    import dateparser
    from dateparser.search import search_dates
except ImportError:
    dateparser = search_dates = None

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "pages"
LANGUAGES = ["en", "es", "fr", "pt", "de", "nb"]
PINNED = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "RELATIVE_BASE": datetime(2001, 1, 1),
    "DATE_ORDER": "DMY",
}
Printed = tuple[str, date]


def found_in(folders: Sequence[Path]) -> tuple[list[Printed], list[Printed]]:
    """Give the dates and the datelines as printed, each with its day."""
    dates, datelines = [], []
    for page in sorted(page for folder in folders for page in folder.glob("*.txt")):
        expected = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))["releases"]
        text = decode(page.read_bytes(), page.name).text
        (reading,) = read_paths([page])
        for release, wanted in zip(reading.releases, expected, strict=False):
            if release.date is None or release.date != wanted["date"]:
                continue
            day = date.fromisoformat(release.date)
            for start, end in release.spans.get("date", ()):
                printed = date_at(text[start:end], 0)
                if printed is not None and printed.year is not None and not printed.is_ambiguous:
                    dates.append((text[start:end], day))
            if release.dateline and any(d.year for d in dates_in(release.dateline)):
                datelines.append((release.dateline, day))
    return dates, datelines


def own_dateline(text: str) -> date | None:
    """Read a dateline as reading does."""
    found = dateline_at(f"{text} – X")
    return found.date.day() if found is not None and found.date is not None else None


def own_date(text: str) -> date | None:
    """Read a date as reading does."""
    found = date_at(text, 0)
    return found.day() if found is not None else None


def peer_dateline(text: str) -> date | None:
    """Let the peer search a dateline."""
    found = search_dates(text, languages=LANGUAGES, settings=PINNED)
    return found[0][1].date() if found else None


def peer_date(text: str) -> date | None:
    """Let the peer read a date."""
    found = dateparser.parse(text, languages=LANGUAGES, settings=PINNED)
    return found.date() if found else None


def measured(read: Callable[[str], date | None], printed: Sequence[Printed]) -> tuple[int, float]:
    """Give how many are right, and the seconds of a second round, when all that is loaded once is loaded."""
    right = sum(read(text) == day for text, day in printed)
    start = time.process_time()
    for text, _ in printed:
        read(text)
    return right, time.process_time() - start


def main() -> None:
    """Print how many are right, and the ratio of speed."""
    for name, printed, own, peer in zip(
        ("dates", "datelines"),
        found_in([Path(folder) for folder in sys.argv[1:]] or [PAGES]),
        (own_date, own_dateline),
        (peer_date, peer_dateline),
        strict=True,
    ):
        right, seconds = measured(own, printed)
        print(f"{name}: N = {len(printed)}; ours right {right}")
        if dateparser is None:
            print("  dateparser is not installed, so there is no peer")
            continue
        peer_right, peer_seconds = measured(peer, printed)
        print(
            f"  dateparser {version('dateparser')} right {peer_right}; ours {peer_seconds / seconds:.0f} times as fast"
        )


if __name__ == "__main__":
    main()
