"""How fast are web pages read, on one core? Peer: trafilatura's full extraction with metadata, over the same pages.

    python benchmarks/pages.py [FOLDER]        *.html below it; the tests' own pages where none is given

trafilatura gives a page's main text and its date; here a list's every release, datelines, contacts and files are found as well.
It is no dependency: `pip install trafilatura lxml_html_clean` into an environment of this one puts it beside.
"""

import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

from dateline.reading.decode import Text
from dateline.reading.formats.html import read_page

try:
    import trafilatura
except ImportError:
    trafilatura = None

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "html"
LEAST_SECONDS = 3  # each is run over the pages again and again for so long


def pages_a_second(work, pages) -> float:
    """Run over all pages until enough time has passed; process time."""
    for page in pages[:3]:
        work(page)
    began, count = time.process_time(), 0
    while time.process_time() - began < LEAST_SECONDS:
        for page in pages:
            work(page)
        count += len(pages)
    return count / (time.process_time() - began)


def main() -> None:
    """Print pages a second, and how many times as fast as the peer that is."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.html"))]
    size = sum(map(len, texts)) / len(texts) / 1e3
    print(f"{len(texts)} pages of {size:.0f} kB on average, Python {platform.python_version()}, one core")
    own = pages_a_second(lambda text: read_page(Text("a.html", text), None), texts)
    print(f"dateline     {own:7.1f} pages a second")
    if trafilatura is None:
        print("trafilatura is not installed, so there is no peer")
        return
    peer = pages_a_second(lambda text: trafilatura.bare_extraction(text, with_metadata=True), texts)
    print(f"trafilatura  {peer:7.1f} pages a second ({version('trafilatura')})")
    print(f"ratio        {own / peer:7.1f}")


if __name__ == "__main__":
    main()
