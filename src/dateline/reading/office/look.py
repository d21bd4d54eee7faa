"""Answers what is asked of a Word document's parts: which is the body, what do they refer to, is a thing switched on."""

import posixpath
from collections.abc import Iterable, Iterator

from dateline.reading.errors import Unreadable
from dateline.reading.office.package import Node, Package, attribute, local

_OFF = ("0", "false", "off", "none")


def child(node: Node, name: str) -> Node | None:
    """Give the first child of this name."""
    return next((each for each in node if local(each) == name), None)


def has(node: Node, properties: str, name: str) -> bool:
    """Tell whether an element's properties hold this one."""
    found = child(node, properties)
    return found is not None and child(found, name) is not None


def is_on(properties: Node | None, name: str) -> bool:
    """Tell whether a switch is on: it stands there and doesn't say that it is off."""
    found = None if properties is None else child(properties, name)
    return found is not None and (attribute(found, "val") or "on").lower() not in _OFF


def seen(node: Node) -> Iterator[Node]:
    """Walk a drawing in document order; of alternatives the first, and nothing below a frame's words."""
    yield node
    if local(node) == "txbxContent":
        return
    is_choice = local(node) == "AlternateContent"
    for each in node:
        yield from seen(each)
        if is_choice:
            return


def main_part(package: Package) -> str:
    """Give the name of the part that holds the body."""
    return next((target for _, target in targets(package, "", ("officeDocument",))), "word/document.xml")


def related(package: Package, part: str) -> dict[str, str]:
    """Give what a part refers to, by id: names of parts, and addresses outside as they are."""
    return {number: target for number, _, target in _relations(package, part)}


def targets(package: Package, part: str, kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Give the parts of these kinds to which a part refers: kind and name."""
    return [(kind, target) for _, kind, target in _relations(package, part) if kind in kinds]


def _relations(package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    folder, _, name = part.rpartition("/")
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    for each in () if root is None else root:
        target = attribute(each, "Target") or ""
        if attribute(each, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield attribute(each, "Id") or "", (attribute(each, "Type") or "").rpartition("/")[2], target


def notes_of(package: Package, part: str) -> dict[tuple[str, str], Node]:
    """Give the footnotes and endnotes of a part by kind and number, separators left out."""
    out = {}
    for kind, target in targets(package, part, ("footnotes", "endnotes")):
        root = package.xml(target)
        for note in () if root is None else root:
            if attribute(note, "type") in (None, "normal"):
                out[kind.removesuffix("s"), attribute(note, "id") or ""] = note
    return out


def title_of(package: Package) -> str:
    """Give the title in the document's properties."""
    root = package.xml("docProps/core.xml")
    found = None if root is None else child(root, "title")
    return "" if found is None else " ".join((found.text or "").split())


def without_body(package: Package) -> Unreadable:
    """Say that a document has no text in it."""
    return package.damaged("the part that holds the text")
