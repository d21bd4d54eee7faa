"""Takes the content of the block editor and puts in what its comments stand for; the comments themselves are no words.

Source: https://developer.wordpress.org/block-editor/reference-guides/core-blocks/
"""

import json
import re
from html import escape

from dateline.reading.wordpress.set_aside import for_a_person, with_reason
from dateline.reading.wordpress.site import Site

_DYNAMIC = re.compile(r"<!--\s+wp:(?P<name>[\w/-]+)\s+(?P<attributes>\{(?:(?!-->).)*?\})?\s*/-->", re.DOTALL)
_BUTTON = re.compile(r"<a\b[^>]*wp-block-file__button[^>]*>.*?</a>", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_DEEPEST = 3
"""A reusable block in a reusable block in a third is as deep as it goes; one in itself would never end."""

_SILENT = {"more", "nextpage", "spacer", "separator", "navigation", "page-list", "site-logo", "template-part", "post-date",
    "post-title", "comments", "latest-comments", "archives", "calendar", "search", "social-link", "read-more", "loginout",
    "site-title", "post-featured-image", "post-terms", "tag-cloud", "categories", "rss", "latest-posts", "query"}  # fmt: skip
"""What a theme sets beside every text."""


def without_blocks(content: str, site: Site) -> str:
    """Put in reusable blocks; set aside what a plugin would have drawn; leave out the second link of a file."""
    for _ in range(_DEEPEST):
        if "/-->" not in content:
            break
        filled = _DYNAMIC.sub(lambda found: _drawn(found, site), content)
        if filled == content:
            break
        content = filled
    if "wp-block-file__button" in content:
        content = _BUTTON.sub(lambda found: f"<p>{with_reason(_TAGS.sub(' ', found[0]))}</p>", content)
    return content


def _drawn(found: re.Match[str], site: Site) -> str:
    name, told = found["name"], _told(found["attributes"])
    if name == "block":
        return site.reused.get(
            str(told.get("ref", "")), f"<p>{for_a_person('a reusable block that is not in the export')}</p>"
        )
    if name.removeprefix("core/").partition("/")[0] in _SILENT:
        return ""
    address = told.get("url") or told.get("href")
    if isinstance(address, str) and address.startswith("http"):
        return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
    return f"<p>{for_a_person(f'the block {name}')}</p>"


def _told(attributes: str | None) -> dict[str, object]:
    try:
        told = json.loads(attributes or "{}")
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
