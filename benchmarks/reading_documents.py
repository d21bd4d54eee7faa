"""How many pages of PDF are read a second, on one core? Peers: pdfium's own text without any order, pdfminer.six and pdfplumber.

    python benchmarks/reading_documents.py [PAGES]

The pages are those of the tests, one after the other. The peers give lines; Dateline gives columns, paragraphs, heads and feet of
pages apart, and the releases with their fields. pdfminer and pdfplumber are measured where they are installed.
"""

import io
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pypdfium2

from dateline.reading.formats import docx, mail, pdf
from dateline.reading.paging.lay_pages import lay_pages
from dateline.reading.paging.words import words_on
from dateline.reading.source import Source
from dateline.reading.work import Work

try:
    import pdfplumber
    from pdfminer.high_level import extract_text
except ImportError:
    pdfplumber = extract_text = None

FOLDER = Path(__file__).parents[1] / "tests" / "reading" / "documents"


def seconds(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def read_all(reader, sources: list[bytes]) -> None:
    with Work() as work:
        for data in sources:
            for _ in reader(Source("measured", Path(), data, work=work)):
                pass


def plain(sources: list[bytes]) -> None:
    for data in sources:
        for page in pypdfium2.PdfDocument(data):
            page.get_textpage().get_text_range()


def ordered(sources: list[bytes]) -> None:
    for data in sources:
        document = pypdfium2.PdfDocument(data)
        lay_pages([words_on(page, document) for page in document])


def plumbed(sources: list[bytes]) -> None:
    for data in sources:
        with pdfplumber.open(io.BytesIO(data)) as document:
            for page in document.pages:
                page.extract_text()


def main() -> None:
    """Print pages a second and how many times as fast as each peer that is."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    files = [path.read_bytes() for path in sorted((FOLDER / "pdf").glob("*.pdf"))]
    pages = sum(len(pypdfium2.PdfDocument(data)) for data in files)
    files *= max(1, wanted // pages)
    count = pages * max(1, wanted // pages)
    read_all(pdf.read, files[:3])  # what is loaded once is not measured
    took = {
        "Dateline, releases": seconds(lambda: read_all(pdf.read, files)),
        "Dateline, text in order": seconds(lambda: ordered(files)),
    }
    took[f"pypdfium2 {version('pypdfium2')}, plain text"] = seconds(lambda: plain(files))
    if pdfplumber is not None:
        few = files[: pages * 2]
        share = count / sum(len(pypdfium2.PdfDocument(data)) for data in few)
        miner = seconds(lambda: [extract_text(io.BytesIO(data)) for data in few])
        took[f"pdfminer.six {version('pdfminer.six')}, text"] = miner * share
        took[f"pdfplumber {version('pdfplumber')}, text"] = seconds(lambda: plumbed(few)) * share
    print(f"{platform.python_implementation()} {platform.python_version()}, {count} pages")
    for name, each in took.items():
        print(
            f"{name:40} {count / each:8.0f} pages/s   Dateline takes {took['Dateline, releases'] / each:.2f} times as long"
        )
    for name, reader, pattern in (("DOCX", docx.read, "docx/*.docx"), ("mail", mail.read, "mail/*.eml")):
        sources = [path.read_bytes() for path in sorted(FOLDER.glob(pattern))] * 10
        print(f"{name:40} {len(sources) / seconds(lambda s=sources, r=reader: read_all(r, s)):8.0f} sources/s")


if __name__ == "__main__":
    main()
