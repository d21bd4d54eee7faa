"""How fast is listing text read, on one core? Peer: the date search alone of dateparser, over the same text.

    python benchmarks/reading.py [MEGABYTES]

dateparser only looks for dates, so the ratio flatters it; it is the nearest maintained library to a part of the work.
Each page is repeated with other words and other days, as the pages of one site differ: their menus, labels and links stay.
"""

import platform
import re
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from dateline.reading.decode import Text
from dateline.reading.printed import read_printed

try:
    from dateparser.search import search_dates
except ImportError:
    search_dates = None

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "pages"
WORD = re.compile(r"(?<![\w@/.-])[a-z]{6,}(?![\w@/-])")
DAY = re.compile(r"\b\d(?=,? (?:19|20)\d\d)")
SOURCE_CHARACTERS = 20_000  # a file of a usual size
SAMPLE_CHARACTERS = 10_000  # of the peer's text: it is slow


def seconds(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def varied(page: str, number: int) -> str:
    """Give the page with another word in each line of four words or more, and another day in its dates."""
    letters = "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")
    out = []
    for at, line in enumerate(page.split("\n")):
        words = list(WORD.finditer(line)) if line.count(" ") >= 3 else []
        if words:
            word = words[(number + at) % len(words)]
            line = f"{line[: word.start()]}{word[0][:-3]}{letters}{line[word.end() :]}"
        out.append(DAY.sub(str(1 + number % 9), line))
    return "\n".join(out)


def cuts(page: str, size: int) -> Iterator[str]:
    """Cut copies of a page, none like another, into sources."""
    text = "\n\n".join(varied(page, number) for number in range(1 + size // len(page.encode())))
    for start in range(0, len(text), SOURCE_CHARACTERS):
        yield text[start : start + SOURCE_CHARACTERS]


def main() -> None:
    """Print megabytes and lines a second, and how many times as fast as the peer that is."""
    size = int(float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1e6)
    seed = (PAGES / "seed-form.txt").read_text(encoding="utf-8")
    mixed = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(PAGES.glob("*.txt")))
    for name, page in (("pages of the seed's form", seed), ("all fixture pages mixed", mixed)):
        texts = list(cuts(page, size))
        sources = [Text("page.txt", text) for text in texts]
        own = seconds(lambda sources=sources: [read_printed(source) for source in sources])
        length = sum(len(text.encode()) for text in texts) / 1e6
        lines = sum(bool(line.strip()) for text in texts for line in text.splitlines())
        print(f"{name}: {length:.2f} MB in {len(texts)} sources, {lines} lines of {length * 1e6 / lines:.0f} bytes")
        print(f"  {length / own:.2f} MB/s, {own / lines * 1e6:.0f} µs a line")
        if search_dates is None:
            print("  dateparser is not installed, so there is no peer")
            continue
        sample = texts[0][:SAMPLE_CHARACTERS]
        peer = len(sample.encode()) / 1e6 / seconds(lambda text=sample: search_dates(text, languages=["en", "es"]))
        print(f"  {length / own / peer:.0f} times as fast as the date search of dateparser {version('dateparser')}")
    print(f"Python {platform.python_version()}, {platform.machine()}, babel {version('babel')}")


if __name__ == "__main__":
    main()
