"""How fast is a web page read, on one core, and how right is its text? Peer: trafilatura, full extraction with metadata.

    python benchmarks/pages.py [FOLDER OF PAGES]

Both read the same pages in the same run, from decoded text to the result. Dateline also finds datelines, contacts, files, pictures
and lists, which the peer doesn't; both give headline and date. Without a folder the fixture pages are read, which are short: of real
pages the ratio is another. Words are compared on the fixtures that hold one release: what a person marks as its text there is
written below, first words and last ones, and everything between counts (captions, contacts and boilerplate do not, for either).
The peer is not in the lock: `pip install trafilatura lxml_html_clean` into a folder named in PYTHONPATH.
"""

import re
import statistics
import sys
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import lxml.html

from dateline.reading.decode import Text, decode
from dateline.reading.formats.html import read_page

try:
    import trafilatura
except ImportError:
    trafilatura = None

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "html"
ROUNDS = 3
BODIES = {
    # page: the first and the last words of the release's own text
    "advisory-es": ("QUÉ: Presentación", "sin su permiso."),
    "coalition-statement-cobranded": ("SACRED OAK, Calif.", "until August 2 to act."),
    "de-single-behoerde": ("Alle 212 Kilometer", "Osterkoog und Westerkoog."),
    "elementor-es-single": ("Tlamapa, Pue.", "antes del 20 de mayo."),
    "gov-single-breadcrumbs": ("PORT HALLAN", "has 20 days to appeal."),
    "gov-single-pt": ("Técnicos do Instituto", "relatório da vistoria."),
    "hand-made-single-es": ("Puerto Salado, 14", "antes de fin de año."),
    "hreflang-statement": ("SAN BENITO", "Rosa Ibarrola."),
    "joomla-single-fr": ("Vernoy, le 12", "du 9 avril."),
    "single-subheads-faq": ("HOLLOW BEND, Tenn.", "less than it is worth."),
    "wix-single-divs": ("WEST BARLEY, Maine", "that still have stoves."),
    "wordpress-single-yoast": ("(September 17, 2018", "in 2016, are printed."),
}


def page_of(file: Path) -> str:
    """Give a page's text, as the reading decodes it."""
    data = file.read_bytes()
    return decode(data, file.name, file, "windows-1252" if b"windows-1252" in data[:2048] else None).text


def words_of(text: str) -> Counter[str]:
    """Count words, so that marks and spaces don't matter."""
    return Counter(re.findall(r"\w+", text.replace("\u200b", "").casefold()))


def expected(page: str, first: str, last: str) -> Counter[str]:
    """Give the words that a person marks, as lxml sees them, without captions."""
    tree = lxml.html.document_fromstring(page)
    for node in tree.iter():
        if node.tag in ("p", "li", "div", "td", "h1", "h2", "h3", "br", "figure"):
            node.tail = " " + (node.tail or "")
    for caption in tree.findall(".//figcaption"):
        caption.drop_tree()
    text = " ".join(tree.text_content().split())
    start = text.index(first, text.index("</head>") if "</head>" in text else 0)
    return words_of(text[start : text.index(last, start) + len(last)])


def f1(found: Counter[str], right: Counter[str]) -> float:
    """Give the harmonic mean of precision and recall over words."""
    both = sum((found & right).values())
    return 2 * both / (sum(found.values()) + sum(right.values()))


def own_text(page: str) -> str:
    """Give dateline and body of the page's one release, as Dateline reads it."""
    releases = read_page(Text("page.html", page), None).releases
    return "\n".join(f"{each.dateline or ''} {each.text}" for each in releases)


def peer_text(page: str) -> str:
    """Give the peer's text."""
    return trafilatura.extract(page, with_metadata=False, include_comments=False) or ""


def seconds(work, pages: list[str]) -> float:
    """Give the median time of reading all pages once, of the processor alone."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            work(page)
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print pages a second and word F1 of both, and the ratio."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    pages = [page_of(file) for file in sorted(folder.glob("*.htm*"))]
    own = seconds(lambda page: read_page(Text("page.html", page), None), pages)
    print(f"{len(pages)} pages of {sum(map(len, pages)) / len(pages) / 1000:.0f} kB in the mean, {ROUNDS} rounds")
    print(f"  dateline: {len(pages) / own:.0f} a second, {own / len(pages) * 1000:.1f} ms each")
    right = {name: expected(page_of(PAGES / f"{name}.html"), *marks) for name, marks in BODIES.items()}
    ours = {name: f1(words_of(own_text(page_of(PAGES / f"{name}.html"))), words) for name, words in right.items()}
    print(
        f"words of {len(right)} releases: dateline {statistics.mean(ours.values()):.3f}, worst {min(ours.values()):.3f}"
    )
    if trafilatura is None:
        print("trafilatura is not installed, so there is no peer")
        return
    peer = seconds(lambda page: trafilatura.bare_extraction(page, with_metadata=True), pages)
    print(
        f"  trafilatura {version('trafilatura')}: {len(pages) / peer:.0f} a second, {peer / len(pages) * 1000:.1f} ms each"
    )
    print(f"  dateline is {peer / own:.1f} times as fast")
    theirs = {name: f1(words_of(peer_text(page_of(PAGES / f"{name}.html"))), words) for name, words in right.items()}
    print(f"  trafilatura {statistics.mean(theirs.values()):.3f}, worst {min(theirs.values()):.3f}")
    for name in right:
        print(f"    {name:<32} {ours[name]:.3f}  {theirs[name]:.3f}")


if __name__ == "__main__":
    main()
