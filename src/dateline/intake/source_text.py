"""A kept source → the text in which the spans of its records count."""

from dateline.intake.kept_sources import place_of
from dateline.intake.models import Source
from dateline.reading.decode import decode
from dateline.reading.errors import Unreadable


def text_of(source: Source) -> str:
    """Give the text: laid out from another format, or decoded from the kept bytes; "" where those were discarded."""
    if source.found_in.discarded_at:
        return ""  # also where another import keeps the same bytes
    if source.text or source.format != "text" or not source.sha256:
        return source.text
    try:
        content = place_of(source.sha256).read_bytes()
    except FileNotFoundError:
        return ""
    try:
        # As it was decoded then: what was guessed from bytes is not guessed anew by another version.
        return decode(content, source.name, stated=source.encoding or None).text
    except Unreadable:
        return ""
