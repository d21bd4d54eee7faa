"""A page's text as UTF-8 without the characters that HTML and XML forbid."""

import re

# A form feed or a lone carriage return parted words: it becomes a space. The rest of C0, and DEL, go.
_SPACES = bytes.maketrans(b"\r\x0b\x0c", b"   ")
_FORBIDDEN = bytes([*range(9), *range(14, 32), 127])
# In UTF-8: U+0080–009F, the noncharacters U+FDD0–FDEF, and the last two code points of every plane.
_WIDE = re.compile(
    rb"\xc2[\x80-\x9f]"
    rb"|\xef\xb7[\x90-\xaf]|\xef\xbf[\xbe\xbf]"
    rb"|[\xf0-\xf4][\x8f\x9f\xaf\xbf]\xbf[\xbe\xbf]"
)
_MAY_BE_WIDE = (b"\xc2", b"\xef", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")


def clean_bytes(text: str) -> bytes:
    """Encode a page; drop lone surrogates, control characters and noncharacters (XML 1.0, 2.2)."""
    encoded = text.encode("utf-8", "ignore").translate(_SPACES, _FORBIDDEN)
    if any(lead in encoded for lead in _MAY_BE_WIDE):
        encoded = _WIDE.sub(b"", encoded)
    return encoded
