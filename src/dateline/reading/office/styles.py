"""Answers what a paragraph of a Word document is by its style: heading, entry of a list, quotation."""

from dataclasses import dataclass

from dateline.reading.office import look
from dateline.reading.office.package import Node, Package, attribute, local

_TAGS = {"title": "h1", "subtitle": "h2", "quote": "blockquote", "intense quote": "blockquote"}
"""Names of styles as every language's Word writes them; the ids are translated ("Titre1")."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph is in HTML."""

    tag: str = "p"
    list: str = ""  # "ul" or "ol"


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one document."""

    named: dict[str, Style]  # by id
    lists: dict[tuple[str, str], str]  # (list, level) → "ul" or "ol"

    def of(self, properties: Node | None) -> Style:
        """Give what a paragraph is by its properties."""
        if properties is None:
            return Style()
        name = look.child(properties, "pStyle")
        style = Style() if name is None else self.named.get(attribute(name, "val") or "", Style())
        level = look.child(properties, "outlineLvl")
        if level is not None and (attribute(level, "val") or "9").isdigit() and int(attribute(level, "val") or "9") < 6:
            style = Style(f"h{int(attribute(level, 'val') or '0') + 1}")
        if style.tag != "p":
            return style
        return Style(list=self._list(properties)) if look.child(properties, "numPr") is not None else style

    def _list(self, properties: Node) -> str:
        numbers = look.child(properties, "numPr")
        found = {local(each): attribute(each, "val") or "" for each in (() if numbers is None else numbers)}
        if found.get("numId") == "0":  # taken out of the list of its style
            return ""
        return self.lists.get((found.get("numId", ""), found.get("ilvl", "0")), "ul")


def styles_of(package: Package) -> Styles:
    """Read the styles and lists of a document."""
    named: dict[str, Style] = {}
    root = package.xml("word/styles.xml")
    for each in () if root is None else root:
        name = look.child(each, "name")
        if local(each) != "style" or name is None:
            continue
        called = (attribute(name, "val") or "").casefold()
        if called.startswith("heading ") and called[8:].isdigit():
            named[attribute(each, "styleId") or ""] = Style(f"h{min(6, max(1, int(called[8:])))}")
        elif called in _TAGS:
            named[attribute(each, "styleId") or ""] = Style(_TAGS[called])
        elif called.startswith("list bullet"):
            named[attribute(each, "styleId") or ""] = Style(list="ul")
        elif called.startswith("list number"):
            named[attribute(each, "styleId") or ""] = Style(list="ol")
    return Styles(named, _lists(package))


def _lists(package: Package) -> dict[tuple[str, str], str]:
    root = package.xml("word/numbering.xml")
    kinds: dict[str, dict[str, str]] = {}
    out: dict[tuple[str, str], str] = {}
    for each in () if root is None else root:
        if local(each) == "abstractNum":
            levels = kinds.setdefault(attribute(each, "abstractNumId") or "", {})
            for level in each:
                shape = look.child(level, "numFmt") if local(level) == "lvl" else None
                if shape is not None:
                    levels[attribute(level, "ilvl") or "0"] = "ul" if attribute(shape, "val") == "bullet" else "ol"
        elif local(each) == "num":
            of = look.child(each, "abstractNumId")
            levels = {} if of is None else kinds.get(attribute(of, "val") or "", {})
            out.update({(attribute(each, "numId") or "", level): kind for level, kind in levels.items()})
    return out
