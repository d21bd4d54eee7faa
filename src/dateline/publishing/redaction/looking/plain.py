"""Files without a container: text in whichever encoding, pictures, and what no program here knows."""

import html
from collections.abc import Iterator

from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import Doubt, Text

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ENCODED = (b"content-transfer-encoding:", b"{\\rtf", b"=?utf-8?", b"base64,")


def texts_of_plain(content: bytes) -> Iterator[Text | Doubt]:
    """Give the text of a file as every encoding that it may have reads it."""
    if content.startswith(_PICTURES):
        yield Text(content.decode("utf-8", "ignore"))  # what a camera or an editor wrote into it
        yield Doubt(found.PICTURES)
        return
    text = content.decode("utf-8", "replace")
    yield Text(text)
    is_text = "\ufffd" not in text and "\0" not in text
    if "&" in text:
        yield Text(html.unescape(text))
    if not is_text:
        for encoding in ("cp1252", "utf-16-le", "utf-16-be"):
            yield Text(content.decode(encoding, "replace"))
            yield Text(content[1:].decode(encoding, "replace"))
        is_text = not any(byte < 9 for byte in content)  # an older text of one byte a letter
    if not is_text:
        yield Doubt(found.UNKNOWN)
    elif any(mark in content[:100_000].lower() for mark in _ENCODED):
        yield Doubt(found.OTHERS)
