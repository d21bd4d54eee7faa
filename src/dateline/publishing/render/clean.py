"""A page's text as UTF-8 without the characters that HTML and XML forbid."""

import re

# A form feed or a lone carriage return parted words: it becomes a space. The rest of C0, and DEL, go.
_SPACES = bytes.maketrans(b"\r\x0b\x0c", b"   ")
_FORBIDDEN = bytes([*range(9), *range(14, 32), 127])
# In UTF-8: the noncharacters U+FDD0–FDEF, and the last two code points of every plane.
_WIDE = re.compile(
    rb"\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]"
    rb"|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
)
_WIDE_HINTS = (b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")  # looked for first: nearly no page has one
_C1 = re.compile(rb"\xc2[\x80-\x9f]")


def clean_text(text: str) -> str:
    """Give a text as it will stand in a file, for what escapes it itself."""
    return clean_bytes(text).decode()


def clean_bytes(text: str) -> bytes:
    """Encode a page; drop lone surrogates, control characters and noncharacters (XML 1.0, 2.2)."""
    encoded = text.encode("utf-8", "ignore").translate(_SPACES, _FORBIDDEN)
    if b"\xc2" in encoded:
        encoded = _C1.sub(b"", encoded)
    if any(hint in encoded for hint in _WIDE_HINTS):
        encoded = _WIDE.sub(b"", encoded)
    return encoded
