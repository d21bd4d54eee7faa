"""Sets words below one another, and keeps what each of them is."""

import re

from dateline.reading.record import Mark, Span

_LONE = re.compile("[\ud800-\udfff\x00]")


class Sheet:
    """A text in the making, with the claims on it."""

    def __init__(self) -> None:
        self.fields: dict[str, list[Span]] = {}
        self.marks: list[Mark] = []
        self._pieces: list[str] = []
        self._at = 0

    @property
    def text(self) -> str:
        """Give what was set so far."""
        return "".join(self._pieces)

    def lay(self, text: str) -> Span:
        """Set a text as it is, a blank line below what stands above; what of it belongs to whom is told later."""
        text = _sayable(text)
        if text.strip() and self._at:
            self._write("\n\n")
        span = (self._at, self._at + len(text))
        self._write(text)
        return span

    def put(self, words: str, name: str = "", why: str = "") -> Span:
        """Set words on lines of their own for a field, or with a reason; with neither they are left over. Give their span."""
        words = _sayable(words).strip()
        if not words:
            return (self._at, self._at)
        if self._at:
            self._write("\n")
        span = (self._at, self._at + len(words))
        self._write(words)
        if name:
            self.fields.setdefault(name, []).append(span)
        elif why:
            self.marks.append(Mark(span, why))
        return span

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)


def _sayable(text: str) -> str:
    """Give a text without lone surrogates and NUL, which JSON can hold and no encoding or database can."""
    try:
        text.encode()  # many times faster than a search
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text if "\x00" not in text else _LONE.sub("\ufffd", text)
