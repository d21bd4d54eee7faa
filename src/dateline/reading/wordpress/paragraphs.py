"""Takes a classic post, whose paragraphs are blank lines, and gives its HTML, as WordPress itself does on showing it.

Source: wpautop in WordPress's wp-includes/formatting.php.
"""

import re

_BLOCKS = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|"
    "style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|"
    "menu|summary|script|iframe"
)
_OPENS = re.compile(rf"(<(?:{_BLOCKS})\b)", re.IGNORECASE)
_CLOSES = re.compile(rf"(</(?:{_BLOCKS})\s*>|<hr\b[^>]*>)", re.IGNORECASE)
_INNER_LINE_END = re.compile(r"(?<![>\s])[ \t]*\n(?!\s*<)")
_STARTS = re.compile(rf"</?(?:{_BLOCKS})\b", re.IGNORECASE)
_KEPT = re.compile(r"<(pre|script|style|textarea|figure)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_ASKED = re.compile(r"<(?:pre|script|style|textarea|figure)\b", re.IGNORECASE)
_LINE_END = re.compile(r"(?<!<br>)(?<!<br/>)(?<!<br />)[ \t]*\n")
_BLANK = re.compile(r"\n\s*\n")
_ANY = re.compile(r"<(?:p|div|li|td|h[1-6])\b", re.IGNORECASE)


def with_paragraphs(content: str) -> str:
    """Make paragraphs of blank lines and line ends of line ends; what has blocks of the newer editor stays as it is."""
    if "<!-- wp:" in content:
        return content
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" not in content:
        return content if _ANY.search(content) else f"<p>{content}</p>"
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\n\n<pre \ufdd5{len(kept) - 1}>\n\n"

    if _ASKED.search(content):
        content = _KEPT.sub(keep, content)
    content = _CLOSES.sub(r"\1\n\n", _OPENS.sub(r"\n\n\1", content))
    out = []
    for piece in _BLANK.split(content):
        piece = piece.strip("\n")
        if not piece.strip():
            continue
        if piece.startswith("<pre \ufdd5"):
            out.append(kept[int(piece[6:-1])])
        elif _STARTS.match(piece.lstrip()):
            out.append(_INNER_LINE_END.sub("<br>", piece) if "\n" in piece else piece)
        else:
            out.append("<p>" + (_LINE_END.sub("<br>", piece) if "\n" in piece else piece) + "</p>")
    return "".join(out)
