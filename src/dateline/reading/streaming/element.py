"""Takes one entry as it stands and gives it as an element; what is no XML in it is mended, and no entity is resolved."""

import re
from dataclasses import dataclass
from functools import lru_cache
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
_HARMLESS = {"NS_ERR_UNDEFINED_NAMESPACE", "WAR_NS_URI", "WAR_NS_URI_RELATIVE", "NS_ERR_XML_NAMESPACE"}
"""Names that were not declared say as much."""


def _parser(*, recover: bool) -> etree.XMLParser:
    # Neither a DTD nor the network is ever asked: no document type reaches the parser.
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8"
    )


_STRICT = _parser(recover=False)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry that was parsed."""

    element: etree._Element
    is_damaged: bool  # tags of it are broken; words may stand in the wrong place
    is_guessed: bool  # bytes of it are wrong in the file's encoding


def parsed(part: Part) -> Parsed | None:
    """Parse an entry within the file's own names; None where nothing of it can be."""
    try:  # most are well-formed, and looking for what is not takes longer than the parser does
        whole = f"{part.root}{part.text}</{_name(part.root)}>".encode()
        return Parsed(etree.fromstring(whole, _STRICT)[0], is_damaged=False, is_guessed=False)
    except (etree.XMLSyntaxError, IndexError, UnicodeEncodeError):
        pass
    is_guessed = has_stray(part.text)
    text = with_stray_letters(part.text) if is_guessed else part.text
    parser = _parser(recover=True)
    whole = f"{mended(part.root)}{mended(text)}</{_name(part.root)}>".encode("utf-8", "replace")
    root = etree.fromstring(whole, parser)
    if root is None or not len(root):
        return None
    return Parsed(root[0], any(error.type_name not in _HARMLESS for error in parser.error_log), is_guessed)


def parsed_frame(part: Part) -> etree._Element:
    """Parse what stands around the entries; an element without children where nothing of it can be."""
    name = _name(part.root)
    inner = part.text.partition(part.root)[2]
    text = with_stray_letters(inner.rpartition(f"</{name}")[0] or inner)
    whole = f"{mended(part.root)}{mended(text)}</{name}>".encode("utf-8", "replace")
    root = etree.fromstring(whole, _parser(recover=True))
    return root if root is not None else etree.Element("nothing")


@lru_cache(maxsize=8)
def _name(root: str) -> str:
    found = _OPEN.match(root)
    return found["name"] if found else "root"


def mended(text: str) -> str:
    """Write what is no XML as the characters that were meant, outside of CDATA."""
    pieces = _CDATA.split(_STRANGE.sub(" ", text))
    for number, piece in enumerate(pieces):
        if not piece.startswith("<![CDATA["):
            pieces[number] = _LOOSE.sub(_meant, piece)
        elif not piece.endswith("]]>"):
            pieces[number] = piece + "]]>"
    return "".join(pieces)


def _meant(found: re.Match[str]) -> str:
    if found[0] == "<":
        return "&lt;"
    if number := found["number"]:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        is_letter = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
        return found[0] if is_letter else " "
    if (name := found["name"]) and (letters := html5.get(f"{name};")) is not None:
        return "".join(f"&#{ord(letter)};" for letter in letters)
    return f"&amp;{found[0][1:]}"


def words_of(element: etree._Element) -> str:
    """Give the characters of an element; where stray tags stand in it, theirs too."""
    if not len(element):
        return element.text or ""
    return "".join(str(words) for words in element.itertext())


@lru_cache(maxsize=512)
def name_of(tag: object) -> str:
    """Give a tag's own name in small letters; content and excerpt are told apart by their namespaces."""
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    name = name.lower()
    prefix, _, last = name.rpartition(":")
    if last == "encoded":
        return "excerpt:encoded" if "excerpt" in space or prefix == "excerpt" else "content:encoded"
    return last
