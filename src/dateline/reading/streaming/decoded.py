"""Takes the bytes of an XML file as they stream and gives its characters; bytes that its encoding doesn't know are kept."""

import codecs
import re
from collections.abc import Iterator

from dateline.reading.source import Source

CHUNK_BYTES = 1 << 16
"""Read at once; more is no faster, and less is."""

ENCODING = re.compile(rb"""<\?xml[^>]{0,80}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']""")
_STRAY = re.compile("[\udc80-\udcff]")


def characters(source: Source) -> Iterator[str]:
    """Yield the characters in chunks; a byte that is wrong in the encoding comes as a lone surrogate (PEP 383)."""
    with source.open() as file:
        chunk = file.read(CHUNK_BYTES)
        decoder = codecs.getincrementaldecoder(encoding_of(chunk, source.charset))(errors="surrogateescape")
        while chunk:
            yield decoder.decode(chunk)
            chunk = file.read(CHUNK_BYTES)
        yield decoder.decode(b"", final=True)


def encoding_of(head: bytes, stated: str | None = None) -> str:
    """Give the encoding by byte order mark, XML declaration (XML 1.0, appendix F) or what the carrier states; else UTF-8."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    found = ENCODING.search(head[:400])
    for name in (found[1].decode("ascii") if found else "", stated or ""):
        try:
            if name and codecs.lookup(name).name not in ("utf-16", "utf-32") and codecs.lookup(name)._is_text_encoding:
                return codecs.lookup(name).name
        except LookupError:  # a name that nobody knows is as good as none
            continue
    return "utf-8"


def with_stray_letters(text: str) -> str:
    """Take bytes that were no UTF-8 for the letters of Windows, which a copy from an older program leaves in an export."""
    return _STRAY.sub(lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def has_stray(text: str) -> bool:
    """Tell whether a byte of the text was wrong in its encoding."""
    return _STRAY.search(text) is not None
