"""Tries mangled PDFs, office documents and mails, guided by which lines of `dateline.reading` they reach. By hand, not in the suite.

    pip install atheris && python tests/fuzz/documents.py pdf|docx|odt|mail SEEDS_AND_FINDINGS/ -max_total_time=300

What it finds (any exception but `Unreadable`, a lost character, ten seconds for one source) is written as crash-… beside it;
made small, it becomes a test in `tests/reading/documents/`. atheris (libFuzzer) and no loop of our own with `sys.settrace`:
that traces a hundred times slower and has no corpus that it thins out. pdfium itself is not instrumented: its bytes are mutated, and
which of our lines they reach guides the choice.
"""

import io
import sys
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline.reading"], enable_loader_override=False):
    from dateline.reading import partition
    from dateline.reading.errors import Unreadable
    from dateline.reading.formats import docx, mail, odt, pdf
    from dateline.reading.source import Source
    from dateline.reading.work import Work

READERS = {"pdf": pdf.read, "docx": docx.read, "odt": odt.read, "mail": mail.read}
BODIES = {"docx": "word/document.xml", "odt": "content.xml"}
"""The part whose bytes are mutated, in a zip that is always whole: a mangled one is refused at its first check sum."""

kind = sys.argv.pop(1)


def packed(body: bytes) -> bytes:
    """Wrap a body in a document; two of its parts are the same so that notes and heads are tried too."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as document:
        document.writestr(BODIES[kind], body)
        document.writestr("styles.xml" if kind == "odt" else "word/footnotes.xml", body)
    return out.getvalue()


def try_one(data: bytes) -> None:
    """Read one source; whatever isn't a reading or a refusal is a finding."""
    with Work() as work:
        source = Source("fuzzed", Path(), packed(data) if kind in BODIES else data, work=work)
        try:
            for found in READERS[kind](source):
                if not isinstance(found, Source) and found.error is None:
                    partition.check(found.text, found)
        except Unreadable:
            pass


if __name__ == "__main__":
    atheris.Setup([*sys.argv, "-timeout=10", "-rss_limit_mb=1500"], try_one)
    atheris.Fuzz()
