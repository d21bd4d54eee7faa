"""Plain text: nothing is hidden in it; whatever a browser would execute or we don't know is refused."""

from dateline.publishing.clean.record import CannotClean, Cleaned

_EXECUTES = (b"<html", b"<svg", b"<script", b"<!doctype", b"<?xml")


def clean_plain(content: bytes) -> Cleaned:
    """Give text as it is. Raises CannotClean for anything else."""
    opening = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if any(mark in opening for mark in _EXECUTES):
        raise CannotClean(
            "A web page or drawing with code can't be handed out as a file. Save it as PDF and attach that."
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        raise CannotClean(
            "This kind of file may carry names, comments or places that can't be removed. "
            "Save it as PDF and attach that."
        )
    return Cleaned(content, "text/plain; charset=utf-8")
