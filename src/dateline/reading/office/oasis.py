"""Takes the parts of an OpenDocument text (ISO/IEC 26300) and gives its pages as HTML, all changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.reading.office.package import Node, Package, attribute, local
from dateline.reading.office.set_page import Sheet, emphasized, paragraph, table, words

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOT_TEXT = frozenset(
    ["tracked-changes", "sequence-decls", "forms", "annotation-end", "bookmark", "alphabetical-index-mark"]
)
_UNSEEN = frozenset(["hidden-text", "hidden-paragraph", "placeholder", "script"])
_INTO = frozenset(["section", "index-body", "list-header", "table-of-content", "text-box", "index-title"])
_ROWS = frozenset(["table-header-rows", "table-rows", "table-row-group"])


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style prints."""

    is_bold: bool = False
    is_italic: bool = False
    is_hidden: bool = False


def sheet_of(package: Package) -> Sheet:
    """Give the pages of a document; raise `Unreadable` where it has no content."""
    root = package.xml("content.xml")
    if root is None:
        raise package.damaged("content.xml")
    sheet = Sheet()
    styles = package.xml("styles.xml")
    walker = _Walker(sheet, _looks(root, styles))
    for body in root.iter("{*}text"):
        if local(body.getparent()) == "body":
            for changes in body.iter("{*}tracked-changes"):
                for change in changes:
                    kinds = {local(each) for each in change}
                    sheet.counted.deletions += "deletion" in kinds
                    sheet.counted.insertions += "insertion" in kinds
            sheet.blocks += [*walker.blocks(body), *walker.notes_owed()]
    for page in () if styles is None else styles.iter("{*}master-page"):
        for part in page:
            lines = list(walker.blocks(part))
            (sheet.heads if local(part).startswith("header") else sheet.feet).extend(lines)
    return sheet


class _Walker:
    """Walks content."""

    def __init__(self, sheet: Sheet, looks: dict[str, _Look]) -> None:
        self.sheet = sheet
        self._looks = looks
        self._owed: list[str] = []
        self._boxes: list[str] = []
        self._count = 0

    def blocks(self, parent: Node, of: str = "") -> Iterator[str]:
        """Give the blocks below an element; `of` is the list around it."""
        for child in parent:
            name = local(child)
            if name in ("p", "h"):
                inner = self._inline(child, child.text)
                boxes, self._boxes = self._boxes, []
                yield from boxes
                if name == "h":
                    level = attribute(child, "outline-level") or "1"
                    yield paragraph(f"h{min(6, int(level)) if level.isdigit() and level != '0' else 1}", inner)
                elif of:
                    yield f"<{of}>{paragraph('li', inner)}</{of}>"
                elif inner:
                    yield paragraph("p", inner)
                if name == "p":
                    yield from self.notes_owed()
            elif name == "list":
                for entry in child:
                    yield from self.blocks(entry, "ul")
            elif name == "table":
                yield from table([self._cells(row) for row in _rows(child)])
            elif name == "frame":
                picture = self._frame(child)
                boxes, self._boxes = self._boxes, []
                yield from boxes
                if picture:
                    yield paragraph("p", picture)
            elif name in _INTO:
                yield from self.blocks(child, of)

    def notes_owed(self) -> list[str]:
        """Give the footnotes that are called for and not yet set."""
        owed, self._owed = self._owed, []
        return owed

    def _cells(self, row: Node) -> list[list[str]]:
        return [list(self.blocks(cell)) for cell in row if local(cell) in ("table-cell", "covered-table-cell")]

    def _inline(self, node: Node, opening: str | None) -> str:
        # White space in the file is folded, as the standard asks; what prints is elements of their own.
        out = [words(_folded(opening))]
        for child in node:
            out.append(self._piece(child))
            out.append(words(_folded(child.tail)))
        return "".join(out)

    def _piece(self, node: Node) -> str:
        name = local(node)
        if name == "span":
            look = self._looks.get(attribute(node, "style-name") or "", _Look())
            if look.is_hidden:
                self.sheet.counted.hidden += 1
                return ""
            return emphasized(self._inline(node, node.text), look.is_bold, look.is_italic)
        if name == "s":
            count = attribute(node, "c") or "1"
            return "\u00a0" * (min(200, int(count)) if count.isdigit() else 1)
        if name == "tab":
            return words("\t")
        if name == "line-break":
            return "<br>"
        if name == "a":
            inner = self._inline(node, node.text)
            address = words(attribute(node, "href") or "").replace('"', "%22")
            return f'<a href="{address}">{inner}</a>' if address and inner else inner
        if name == "note":
            return self._note(node)
        if name == "annotation":
            self.sheet.counted.comments += 1
            return ""
        if name == "frame":
            return self._frame(node)
        if name in _UNSEEN:
            self.sheet.counted.hidden += 1
            return ""
        if name in _NOT_TEXT:
            return ""
        if name in ("custom-shape", "text-box", "g"):
            self._boxes += list(self.blocks(node))
            return ""
        return self._inline(node, node.text)  # fields, bookmarks' words and what the standard may add

    def _note(self, node: Node) -> str:
        self._count += 1
        sign = str(self._count).translate(_SUPERSCRIPT)
        for body in node:
            if local(body) == "note-body":
                inner = " ".join(self._inline(each, each.text).strip() for each in body if local(each) in ("p", "h"))
                self._owed.append(paragraph("p", f"{sign} {inner}"))
        return sign

    def _frame(self, node: Node) -> str:
        alt = next((" ".join((e.text or "").split()) for e in node if local(e) in ("desc", "title") and e.text), "")
        for child in node:
            if local(child) == "text-box":
                self._boxes += list(self.blocks(child))
            elif local(child) == "image" and (attribute(child, "href") or "").startswith("Pictures/"):
                part = attribute(child, "href") or ""
                name = part.rpartition("/")[2]
                self.sheet.pictures[name] = part
                return f'<img src="{words(name)}" alt="{words(alt).replace(chr(34), "&quot;")}">'
            elif local(child) in ("object", "object-ole"):
                self.sheet.counted.embedded += 1
        return ""


def _folded(text: str | None) -> str:
    return (
        ""
        if not text
        else (" " if text[0].isspace() else "")
        + " ".join(text.split())
        + (" " if text[-1].isspace() and text.strip() else "")
    )


def _rows(node: Node) -> Iterator[Node]:
    for child in node:
        if local(child) == "table-row":
            yield child
        elif local(child) in _ROWS:
            yield from _rows(child)


def _looks(*roots: Node | None) -> dict[str, _Look]:
    out = {}
    for root in roots:
        for style in () if root is None else root.iter("{*}style"):
            for each in style:
                if local(each) == "text-properties":
                    out[attribute(style, "name") or ""] = _Look(
                        attribute(each, "font-weight") in ("bold", "600", "700", "800", "900"),
                        attribute(each, "font-style") in ("italic", "oblique"),
                        attribute(each, "display") == "none",
                    )
    return out
