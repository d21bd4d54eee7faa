"""Takes the characters of a feed or an export and cuts it into its entries, whatever is broken in one of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_ENTRY_CHARACTERS, MAX_FRAME_CHARACTERS

_NAMES = r"(?:rss:|atom:|atom03:)?(?:item|entry)"
_TOKEN = re.compile(rf"<!\[CDATA\[|<(?P<open>{_NAMES})(?=[\s>/])|</{_NAMES}\s*>")
_HELD = 40
"""Characters at a chunk's end in which a token may have begun."""

_ROOT = re.compile(r"<(?![?!])(?P<name>[\w:.-]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of the file, or what stands around all of them."""

    text: str  # as it stands, tags and all
    root: str  # the start tag of the whole file, which declares the names used
    is_entry: bool = True  # False: the frame, which is all else
    is_whole: bool = True  # False: it breaks off


def parts_of(chunks: Iterable[str], name: str) -> Iterator[Part]:
    """Yield the entries in order and then the frame; raise `Unreadable` where entities are declared or there is no root."""
    cutter = _Cutter(name)
    for chunk in chunks:
        yield from cutter.feed(chunk)
    yield from cutter.close()


class _Cutter:
    """Keeps one entry at a time; what is in CDATA is never looked at."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._text = ""  # not given away yet
        self._at = 0  # up to where it was looked at
        self._in_cdata = False
        self._in_entry = False  # the text begins with an entry
        self._frame: list[str] = []
        self._frame_size = 0
        self._root = ""

    def feed(self, chunk: str) -> Iterator[Part]:
        self._text += chunk
        while self._leap() or self._step():
            if self._in_entry and self._found_end:
                yield self._entry(self._at, is_whole=self._is_whole)
        if not self._in_entry:
            self._to_frame(self._at)
        elif len(self._text) > MAX_ENTRY_CHARACTERS:
            todo = "Export again without it; what is in it has to be read from another source."
            what = f"One entry of this file is longer than {MAX_ENTRY_CHARACTERS // 1_000_000} million characters."
            raise Unreadable(what, self._name, todo)

    def close(self) -> Iterator[Part]:
        if self._in_entry:
            yield self._entry(len(self._text), is_whole=False)
        self._to_frame(len(self._text))
        self._find_root(is_last=True)
        yield Part("".join(self._frame), self._root, is_entry=False)

    _found_end = False
    _is_whole = True
    _begun = 0
    _start_tag = _end_tag = ""

    def _leap(self) -> bool:
        """Go to the entry's end at once where the next end tag is surely its own; a step at a time takes ten times as long."""
        self._found_end = False
        if not self._in_entry or self._in_cdata or self._at != self._begun:
            return False
        end = self._text.find(self._end_tag, self._at)
        if end < 0:
            return False
        is_sure = (
            self._text.count("<![CDATA[", 0, end) == self._text.count("]]>", 0, end)
            and self._text.find(self._start_tag, self._at, end) < 0
        )
        if is_sure:
            self._at, self._found_end, self._is_whole = end + len(self._end_tag), True, True
        return is_sure

    def _step(self) -> bool:
        """Look for the next token; False where more characters are needed."""
        self._found_end = False
        if self._in_cdata:
            end = self._text.find("]]>", self._at)
            if end < 0:
                self._at = max(self._at, len(self._text) - 2)
                return False
            self._at, self._in_cdata = end + 3, False
            return True
        found = _TOKEN.search(self._text, self._at)
        if found is None or found.end() == len(self._text):
            self._at = max(self._at, len(self._text) - _HELD)
            return False
        if found[0] == "<![CDATA[":
            self._at, self._in_cdata = found.end(), True
        elif found["open"]:
            if self._in_entry and found.start() > 0:  # the one before was never closed
                self._at, self._found_end, self._is_whole = found.start(), True, False
            else:
                if not self._in_entry:
                    self._to_frame(found.start())
                    self._find_root()
                    self._in_entry = True
                    self._start_tag, self._end_tag = found[0], f"</{found['open']}>"
                self._at = self._begun = len(found[0])
        else:
            self._at = found.end()
            self._found_end, self._is_whole = self._in_entry, True
        return True

    def _entry(self, end: int, *, is_whole: bool) -> Part:
        part = Part(self._text[:end], self._root, is_whole=is_whole)
        self._text, self._at, self._in_entry = self._text[end:], 0, False
        return part

    def _to_frame(self, end: int) -> None:
        piece, self._text, self._at = self._text[:end], self._text[end:], 0
        self._frame_size += len(piece)
        if self._frame_size > MAX_FRAME_CHARACTERS and piece.strip():
            todo = "It is none that a site exports; if it holds releases, save them as text."
            raise Unreadable("Hardly anything of this file is in its entries.", self._name, todo)
        self._frame.append(piece)

    def _find_root(self, *, is_last: bool = False) -> None:
        if self._root:
            return
        head = "".join(self._frame)
        found = _ROOT.search(re.sub(r"(?s)<!--.*?(?:-->|$)", "", head))
        if "<!ENTITY" in (head[: head.find(found[0])] if found else head):
            todo = "Take the DOCTYPE out of it; no site that exports releases needs one."
            raise Unreadable("This declares entities of its own, as files that attack do.", self._name, todo)
        if found is not None:
            self._root = found[0]
        elif is_last:
            raise Unreadable("This is XML without an element.", self._name, "Export or save it again.")
