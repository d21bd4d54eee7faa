"""How fast is a WARC filtered? Ours (survey, and each newest good page fetched) beside fastwarc's bare iteration, one core.

Usage: python benchmarks/reading_warc.py [RECORDS]
"""

import gzip
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from dateline.reading.captures.capture import Captures
from dateline.reading.captures.kinds import PAGE
from dateline.reading.captures.survey import survey

TYPES = ("text/html; charset=utf-8", "text/css", "image/jpeg", "application/javascript", "text/html", "image/png")
WORDS = ("press", "release", "statement", "tenants", "coalition", "county", "hearing", "mayor", "council", "repair")


def records(count: int) -> list[bytes]:
    """Give what a crawl holds: requests and answers, a third of them pages, a page in four captured before."""
    chance = random.Random(4)
    bodies = [" ".join(chance.choices(WORDS, k=2_000)).encode() for _ in range(50)]
    out = []
    for number in range(count // 2):
        address = f"https://crawl{number % 7}.example/{number * 3 % (count * 3 // 8)}"
        body = bodies[number % 50]
        block = f"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: {TYPES[number % 6]}\r\n\r\n".encode() + body
        head = f"WARC-Target-URI: {address}\r\nWARC-Date: 2016-01-{number % 28 + 1:02}T00:00:00Z\r\n"
        for kind, data in (("request", b"GET / HTTP/1.1\r\n\r\n"), ("response", block)):
            top = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{head}WARC-Record-ID: <urn:uuid:{number}>\r\n"
            top += f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(data)}\r\n\r\n"
            out.append(top.encode() + data + b"\r\n\r\n")
    return out


def measure(path: Path, count: int) -> None:
    """Print records a second of both, the best of three, and their ratio."""
    bare = min(_timed(lambda: sum(1 for _ in ArchiveIterator(str(path), parse_http=False))) for _ in range(3))
    heads = min(_timed(lambda: sum(1 for _ in ArchiveIterator(str(path)))) for _ in range(3))
    looked = min(_timed(lambda: survey([path])) for _ in range(3))
    both = min(_timed(lambda: _fetched(path)) for _ in range(3))
    print(f"{path.name}: fastwarc {count / bare:,.0f}/s, with HTTP heads {count / heads:,.0f}/s")
    print(f"  survey {count / looked:,.0f}/s ({bare / looked:.2f} of bare, {heads / looked:.2f} of heads)")
    print(f"  survey and {_fetched(path):,} newest pages {count / both:,.0f}/s ({bare / both:.2f}, {heads / both:.2f})")


def _fetched(path: Path) -> int:
    with Captures([path]) as captures:
        return sum(1 for place in survey([path]).newest.of_kind(PAGE) if captures.get(place).data)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure on a plain and a compressed file."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        every = records(count)
        for name, pack in (("plain.warc", bytes), ("packed.warc.gz", lambda each: gzip.compress(each, 6))):
            path = Path(folder, name)
            with path.open("wb") as file:
                file.writelines(pack(each) for each in every)
            measure(path, count)
    print(
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, the records built included"
    )


if __name__ == "__main__":
    main()
