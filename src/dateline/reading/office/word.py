"""Takes the parts of a Word document (ECMA-376, WordprocessingML) and gives its pages as HTML, all changes accepted."""

import re
from collections.abc import Iterator

from dateline.reading.office import look
from dateline.reading.office.package import Node, Package, attribute, local
from dateline.reading.office.set_page import Sheet, emphasized, paragraph, table, words
from dateline.reading.office.styles import Styles, styles_of

DELETED = frozenset(["del", "moveFrom"])
"""What a tracked change took out. Not a character of it is read."""

_INTO = frozenset(
    ["ins", "moveTo", "smartTag", "customXml", "sdtContent", "dir", "bdo", "fldSimple", "oMath", "oMathPara"]
)
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = {"cr": "<br>", "noBreakHyphen": "‑", "softHyphen": "", "tab": words("\t"), "ptab": words("\t")}


def sheet_of(package: Package) -> Sheet:
    """Give the pages of a document; a part that is missing is as if it were empty, `Unreadable` where that is the body."""
    name = look.main_part(package)
    root = package.xml(name)
    if root is None:
        raise look.without_body(package)
    styles = styles_of(package)
    walker = _Walker(package, name, styles, Sheet())
    for body in root:
        if local(body) == "body":
            walker.sheet.blocks += [*walker.blocks(body), *walker.notes_left()]
    for kind, target in sorted(look.targets(package, name, ("header", "footer"))):
        part = package.xml(target)
        if part is not None:
            lines = list(_Walker(package, target, styles, walker.sheet).blocks(part))
            (walker.sheet.heads if kind == "header" else walker.sheet.feet).extend(lines)
    walker.sheet.title = look.title_of(package)
    for _, target in look.targets(package, name, ("comments",)):
        part = package.xml(target)
        walker.sheet.counted.comments += 0 if part is None else sum(local(child) == "comment" for child in part)
    return walker.sheet


class _Walker:
    """Walks one part of a document."""

    def __init__(self, package: Package, part: str, styles: Styles, sheet: Sheet) -> None:
        self.sheet = sheet
        self._styles = styles
        self._related = look.related(package, part)
        self._notes = look.notes_of(package, part)
        self._owed: list[str] = []  # footnotes to be set behind the paragraph
        self._boxes: list[str] = []  # what stands in frames beside the paragraph
        self._count = 0  # of footnotes
        self._fields: list[tuple[bool, str]] = []  # open fields: is their result running, instructions
        self._joined = ""  # of paragraphs whose end was deleted

    def blocks(self, parent: Node) -> Iterator[str]:
        """Give the blocks of a body, a cell, a header or a frame."""
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from table([self._cells(row) for row in self._rows(child)])
                yield from self._notes_owed()
            elif name in DELETED:
                self.sheet.counted.deletions += 1
            elif name == "sdt" or name in _INTO:
                yield from self.blocks(child)
            elif name == "altChunk":
                self.sheet.counted.embedded += 1

    def notes_left(self) -> list[str]:
        """Give the footnotes that a headline called for, and words whose paragraph has no end."""
        left = [paragraph("p", self._joined)] if self._joined else []
        self._joined = ""
        return [*left, *self._notes_owed()]

    def _notes_owed(self) -> list[str]:
        owed, self._owed = self._owed, []
        return owed

    def _rows(self, node: Node) -> Iterator[Node]:
        for child in node:
            name = local(child)
            if name == "tr":
                if look.has(child, "trPr", "del"):
                    self.sheet.counted.deletions += 1
                    continue
                yield child
            elif name in _INTO or name == "sdt":
                yield from self._rows(child)

    def _cells(self, row: Node) -> list[list[str]]:
        cells: list[list[str]] = []
        for child in row:
            if local(child) == "tc":
                if look.has(child, "tcPr", "cellDel"):
                    self.sheet.counted.deletions += 1
                else:
                    cells.append(list(self.blocks(child)))
            elif local(child) in _INTO or local(child) == "sdt":
                cells += [
                    cell
                    for each in child
                    for cell in ([list(self.blocks(each))] if local(each) == "tc" else self._cells(each))
                ]
        return cells

    def _paragraph(self, node: Node) -> Iterator[str]:
        inner = self._joined + self._inline(node)
        self._joined = ""
        boxes, self._boxes = self._boxes, []
        yield from boxes
        properties = look.child(node, "pPr")
        mark = None if properties is None else look.child(properties, "rPr")
        if mark is not None and any(local(each) in DELETED for each in mark):
            self.sheet.counted.deletions += 1
            self._joined = inner  # its end was deleted: the next paragraph goes on in it
            return
        if mark is not None and look.child(mark, "ins") is not None:
            self.sheet.counted.insertions += 1
        style = self._styles.of(properties)
        if style.list:
            yield f"<{style.list}>{paragraph('li', inner)}</{style.list}>"
        elif inner:
            yield paragraph(style.tag, inner)
        if style.tag == "p":
            yield from self._notes_owed()

    def _inline(self, parent: Node) -> str:
        out: list[str] = []
        for child in parent:
            name = local(child)
            if name == "r":
                out.append(self._run(child))
            elif name in DELETED:
                self.sheet.counted.deletions += 1
            elif name == "hyperlink":
                address = self._related.get(attribute(child, "id") or "", "")
                out.append(_link(address, self._inline(child)))
            elif name == "sdt":
                if look.has(child, "sdtPr", "showingPlcHdr"):
                    self.sheet.counted.hidden += 1  # "Click here to enter text": nobody wrote it
                else:
                    out.append(self._inline(child))
            elif name == "fldSimple":
                found = _HYPERLINK.match(attribute(child, "instr") or "")
                out.append(_link(found[1], self._inline(child)) if found else self._inline(child))
            elif name in _INTO:
                self.sheet.counted.insertions += name in ("ins", "moveTo")
                out.append(self._inline(child))
            elif name == "t":  # of a formula
                out.append(words(child.text or ""))
        return "".join(out)

    def _run(self, node: Node) -> str:
        properties = look.child(node, "rPr")
        if look.is_on(properties, "vanish"):
            self.sheet.counted.hidden += 1
            return ""
        inner = "".join(self._piece(child) for child in node)
        return emphasized(inner, look.is_on(properties, "b"), look.is_on(properties, "i"))

    def _piece(self, node: Node) -> str:
        name = local(node)
        if name == "fldChar":
            return self._field(attribute(node, "fldCharType") or "")
        if name == "instrText":
            if self._fields:
                self._fields[-1] = (self._fields[-1][0], self._fields[-1][1] + (node.text or ""))
            return ""
        if any(not is_result for is_result, _ in self._fields):
            return ""
        if name == "t":
            return words(node.text or "")
        if name == "br":
            return "<br>" if attribute(node, "type") in (None, "textWrapping") else ""
        if name == "sym":
            code = int(attribute(node, "char") or "2022", 16)
            return chr(code) if 32 < code < 0xD800 else "•"  # private characters are a font's own
        if name in ("footnoteReference", "endnoteReference"):
            return self._note(name[:-9], attribute(node, "id") or "")
        if name in ("drawing", "pict", "object", "AlternateContent"):
            return self._drawing(node)
        return _SIGNS.get(name, "")

    def _field(self, kind: str) -> str:
        """Set the result of a field; where it leads somewhere, as a link."""
        if kind == "begin":
            self._fields.append((False, ""))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (True, self._fields[-1][1])
            found = _HYPERLINK.match(self._fields[-1][1])
            return f'<a href="{words(found[1])}">' if found else ""
        elif kind == "end" and self._fields:
            is_result, instructions = self._fields.pop()
            return "</a>" if is_result and _HYPERLINK.match(instructions) else ""
        return ""

    def _note(self, kind: str, number: str) -> str:
        note = self._notes.get((kind, number))
        if note is None:
            return ""
        self._count += 1
        sign = str(self._count).translate(_SUPERSCRIPT)
        inner = " ".join(filter(None, (self._inline(each) for each in note if local(each) == "p")))
        self._owed.append(paragraph("p", f"{sign} {inner.strip()}"))
        return sign

    def _drawing(self, node: Node) -> str:
        """Set pictures where they stand, and the words of frames as blocks above the paragraph."""
        out: list[str] = []
        alt = ""
        for each in look.seen(node):
            name = local(each)
            if name == "docPr":
                alt = attribute(each, "descr") or ""
            elif name == "txbxContent":
                fields, self._fields = self._fields, []
                self._boxes += list(self.blocks(each))
                self._fields = fields
            elif name in ("blip", "imagedata"):
                target = self._related.get(attribute(each, "embed") or attribute(each, "id") or "", "")
                if target:
                    picture = target.rpartition("/")[2]
                    self.sheet.pictures[picture] = target
                    out.append(f'<img src="{words(picture)}" alt="{words(alt).replace(chr(34), "&quot;")}">')
            elif name == "OLEObject":
                self.sheet.counted.embedded += 1
        return "".join(out)


def _link(address: str, inner: str) -> str:
    return f'<a href="{words(address).replace(chr(34), "%22")}">{inner}</a>' if address and inner else inner
