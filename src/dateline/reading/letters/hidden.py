"""Takes the HTML of a mail and parts what mail programs show from what they hide: the line that only a list of mails shows."""

import re

from selectolax.lexbor import LexborHTMLParser

_HIDES = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|;|$)", re.IGNORECASE
)


def parted(markup: str) -> tuple[str, list[str]]:
    """Give the HTML without what it hides, and the hidden words."""
    if not _HIDES.search(markup):
        return markup, []
    tree = LexborHTMLParser(markup)
    unseen = []
    for node in tree.css("[style]"):
        if node.tag not in ("html", "body") and _HIDES.search(node.attributes.get("style") or ""):
            unseen.append(" ".join(node.text(separator=" ").split()))
            node.decompose()
    return tree.html or "", [words for words in unseen if words]
