"""Takes one entry as it stands and gives it as an element; what is no XML in it is mended, and no entity is resolved."""

import re
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from dateline.reading.streaming.decoded import has_stray, with_stray_letters
from dateline.reading.streaming.parts import Part

_CDATA = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|$))", re.DOTALL)
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LOOSE = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(?:#(?P<number>\d{1,7}|[xX][0-9a-fA-F]{1,6});|(?P<name>\w{2,31});)?|<(?![\w/!?])"
)
_OPEN = re.compile(r"<(?P<name>[\w:.-]+)")


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry that was parsed."""

    element: etree._Element
    is_damaged: bool  # tags of it are broken; words may stand in the wrong place
    is_guessed: bool  # bytes of it are wrong in the file's encoding


def parsed(part: Part) -> Parsed | None:
    """Parse a part within the file's own names; None where nothing of it can be."""
    text = part.text
    is_guessed = has_stray(text)
    if is_guessed:
        text = with_stray_letters(text)
    if _STRANGE.search(text):
        text = _STRANGE.sub(" ", text)
    root = _OPEN.match(part.root)
    name = root["name"] if root else "root"
    whole = f"{_mended(part.root)}{_mended(text)}</{name}>"
    parser = _parser()
    element = etree.fromstring(whole.encode("utf-8", "replace"), parser)
    if element is None:
        return None
    entry = next(iter(element), None)
    if entry is None:
        return None
    is_damaged = any(error.type_name not in _HARMLESS for error in parser.error_log) if parser.error_log else False
    return Parsed(entry, is_damaged, is_guessed)


def parsed_frame(part: Part) -> etree._Element:
    """Parse what stands around the entries; an element without children where nothing of it can be."""
    root = _OPEN.match(part.root)
    name = root["name"] if root else "root"
    inner = part.text.partition(part.root)[2]
    text = with_stray_letters(inner.rpartition(f"</{name}")[0] or inner)
    whole = f"{_mended(part.root)}{_mended(_STRANGE.sub(' ', text))}</{name}>"
    element = etree.fromstring(whole.encode("utf-8", "replace"), _parser())
    return element if element is not None else etree.Element(name.replace(":", "-"))


def _parser() -> etree.XMLParser:
    # Neither a DTD nor the network is ever asked: no document type reaches the parser.
    return etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8"
    )


_HARMLESS = {"NS_ERR_UNDEFINED_NAMESPACE", "WAR_NS_URI", "WAR_NS_URI_RELATIVE", "NS_ERR_XML_NAMESPACE"}
"""Names that were not declared say as much."""


def _mended(text: str) -> str:
    """Write what is no XML as the characters that were meant, outside of CDATA."""
    if "&" not in text and "<![CDATA[" not in text:
        return _LOOSE.sub(_meant, text)
    pieces = _CDATA.split(text)
    for number, piece in enumerate(pieces):
        if piece.startswith("<![CDATA["):
            if not piece.endswith("]]>"):
                pieces[number] = piece + "]]>"
        else:
            pieces[number] = _LOOSE.sub(_meant, piece)
    return "".join(pieces)


def _meant(found: re.Match[str]) -> str:
    if found[0] == "<":
        return "&lt;"
    if number := found["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        is_letter = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
        return found[0] if is_letter else " "
    if name := found["name"]:
        letters = html5.get(f"{name};")
        if letters is not None:
            return "".join(f"&#{ord(letter)};" for letter in letters)
    return f"&amp;{found[0][1:]}"
