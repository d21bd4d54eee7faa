"""Takes the bytes of a PDF and refuses it where a stream of it would unpack to more than any page of print holds."""

import base64
import re
import zlib

from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_STREAM_BYTES

_STREAM = re.compile(rb"stream\r?\n")
HEAD = 600
"""Bytes before a stream in which its dictionary is looked for; longer ones are of pictures and fonts."""

TIMES = 1032
"""What deflate can pack into one byte at best (zlib's own figure)."""

STEP = 1_000_000


def weigh(data: bytes, name: str) -> None:
    """Raise `Unreadable` for a bomb. Pictures are not weighed: their bytes are never unpacked for a text."""
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - HEAD) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        if head.count(b"FlateDecode") + head.count(b"/Fl ") + head.count(b"LZWDecode") > 1:
            raise _bomb(name)  # no program packs twice; a bomb of 2 kB took 1.8 GB
        if b"/Image" in head:
            continue
        end = data.find(b"endstream", found.end())
        packed = memoryview(data)[found.end() : end if end >= 0 else len(data)]
        if len(packed) * TIMES > MAX_STREAM_BYTES and _unpacked_bytes(packed, head) > MAX_STREAM_BYTES:
            raise _bomb(name)


def _unpacked_bytes(packed: memoryview, head: bytes) -> int:
    """Count what a stream unpacks to, as far as the limit; 0 where it isn't packed in a way that multiplies."""
    if b"ASCII85" in head or b"/A85" in head:
        try:
            packed = memoryview(base64.a85decode(bytes(packed).strip().removesuffix(b"~>")))
        except ValueError:
            return 0
    unpacker = zlib.decompressobj()
    count = 0
    rest: bytes | memoryview = packed
    try:
        while rest and count <= MAX_STREAM_BYTES and not unpacker.eof:
            count += len(unpacker.decompress(rest, STEP))
            rest = unpacker.unconsumed_tail
    except zlib.error:
        pass  # damaged from here on: the library stops there too
    return count


def _bomb(name: str) -> Unreadable:
    what = f"A part of this PDF would unpack to more than {MAX_STREAM_BYTES / 1e6:.0f} MB, as no page of print does."
    return Unreadable(what, name, "Print it into a new PDF with another program, and read that.")
