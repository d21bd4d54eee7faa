"""Any file → what stands in it, file within file. Run as a program it reads one from its input: see `look`."""

import json
import os
import resource
import sys
from collections.abc import Iterator

from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import PACKED, Doubt, Text, capped
from dateline.publishing.redaction.looking.office import texts_of_office
from dateline.publishing.redaction.looking.pdf import texts_of_pdf
from dateline.publishing.redaction.looking.plain import texts_of_plain

MOST_MEMORY = 1_000_000_000  # bytes
_DEEPEST = 3  # a sheet in a document in a letter


def texts_of(content: bytes, depth: int = 0) -> Iterator[Text | Doubt]:
    """Give the texts in a file, and why there may be more."""
    if depth > _DEEPEST:
        yield Doubt(found.OTHERS)
    elif content.startswith(PACKED):
        yield from texts_of_office(content, lambda inner: texts_of(inner, depth + 1))
    elif b"%PDF-" in content[:1024]:
        yield from texts_of_pdf(content, lambda inner: texts_of(inner, depth + 1))
    else:
        yield from texts_of_plain(content)


def _limit(seconds: int) -> None:
    """Keep this process small: neither memory nor time nor a file is its own to take."""
    limits = {resource.RLIMIT_AS: MOST_MEMORY, resource.RLIMIT_CPU: seconds, resource.RLIMIT_FSIZE: 0}
    for which, most in limits.items():
        try:
            resource.setrlimit(which, (most, most))
        except (ValueError, OSError):
            continue  # a system that knows this limit not, or a lower one: the caller's clock stops it all the same
    os.nice(5)


def main() -> None:
    """Read a file from standard input; write what stands in it as lines of JSON, the last one an empty list."""
    _limit(int(sys.argv[1]))
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # what was read is told before it is ended
    for each in capped(texts_of(sys.stdin.buffer.read())):
        sys.stdout.write(json.dumps({"text": each.text} if isinstance(each, Text) else {"why": each.why}) + "\n")
    sys.stdout.write("[]\n")


if __name__ == "__main__":
    main()
