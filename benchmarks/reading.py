"""How fast is listing text read, on one core? Peer: the date search alone of `dateparser`, over the same text.

    python benchmarks/reading.py [MEGABYTES]

dateparser only looks for dates, so the ratio flatters it; it is the nearest maintained library to a part of the work.
Where it is not installed the peer is `charset_normalizer` deciding the encoding of the same bytes.
"""

import platform
import sys
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline.reading import read_source
from dateline.reading.source import Source

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "pages"


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print megabytes a second, the peer's, and the ratio."""
    wanted = float(sys.argv[1] if len(sys.argv) > 1 else 1) * 1e6
    seed = (PAGES / "seed-form.txt").read_text(encoding="utf-8")
    mixed = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(PAGES.glob("*.txt")))
    for name, page in (("pages of the seed's form", seed), ("all fixture pages mixed", mixed)):
        text = page * max(1, int(wanted / len(page.encode())))
        size = len(text.encode()) / 1e6
        pages = max(1, len(text) // 20_000)  # as files of a usual size
        cuts = [text[i * len(text) // pages : (i + 1) * len(text) // pages] for i in range(pages)]
        own = seconds(
            lambda cuts=cuts: [read_source(Source("page.txt", Path("page.txt"), cut, "utf-8")) for cut in cuts]
        )
        print(f"{name}: {size:.2f} MB in {pages} sources, {size / own:.2f} MB/s")
        peer_name, peer = peer_of(text[:20_000])
        rate = len(text[:20_000].encode()) / 1e6 / peer
        print(f"  {peer_name}: {rate:.3f} MB/s; reading is {size / own / rate:.1f} times as fast")
    print(f"Python {platform.python_version()}, {platform.machine()}, babel {version('babel')}")


def peer_of(text: str) -> tuple[str, float]:
    """Time the peer on a sample."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        import charset_normalizer

        data = text.encode("cp1252", "replace")
        return f"charset_normalizer {version('charset_normalizer')}", seconds(
            lambda: charset_normalizer.from_bytes(data).best()
        )
    try:
        named = version("dateparser")
    except PackageNotFoundError:
        named = "?"
    return f"dateparser {named} search_dates", seconds(lambda: search_dates(text, languages=["en", "es"]))


if __name__ == "__main__":
    main()
