"""Takes an <item> of a WordPress export, of any version, and gives its fields (WXR 1.0 to 1.2)."""

from dataclasses import dataclass, field

from lxml import etree

from dateline.reading.streaming.element import name_of, words_of


@dataclass(slots=True)
class Post:
    """One row of a site's posts: a post, a page, an attachment, an entry of a menu …"""

    number: str = ""  # its own on the site
    title: str = ""
    type: str = "post"
    status: str = "publish"
    password: str = ""
    posted: str = ""  # on the site's own clock
    posted_gmt: str = ""
    published: str = ""  # pubDate
    link: str = ""
    guid: str = ""
    parent: str = ""
    author: str = ""
    content: str = ""
    excerpt: str = ""
    description: str = ""
    attachment_url: str = ""
    terms: list[tuple[str, str, str]] = field(default_factory=list)  # taxonomy, short name, name
    meta: dict[str, str] = field(default_factory=dict)  # fields of the site's plugins
    comments: list[tuple[str, str]] = field(default_factory=list)  # who, what
    others: list[tuple[str, str]] = field(default_factory=list)  # fields that WordPress itself doesn't know


_FIELDS = {
    "title": "title", "post_id": "number", "post_type": "type", "status": "status", "post_password": "password",
    "post_date": "posted", "post_date_gmt": "posted_gmt", "pubdate": "published", "link": "link", "guid": "guid",
    "post_parent": "parent", "creator": "author", "attachment_url": "attachment_url", "description": "description",
    "content:encoded": "content", "excerpt:encoded": "excerpt",
}  # fmt: skip
_SETTINGS = {
    "comment_status", "ping_status", "post_name", "menu_order", "is_sticky", "post_modified", "post_modified_gmt",
    "comments", "commentrss",
}  # fmt: skip
"""Switches and addresses of the program, no words of the site's."""


def post_of(element: etree._Element) -> Post:
    """Read an item; a field that stands twice keeps its first value, and the second is among the others."""
    post = Post()
    seen = set()
    for child in element:
        name = name_of(child.tag)
        known = _FIELDS.get(name)
        if known is not None and known not in seen:
            seen.add(known)
            setattr(post, known, words_of(child))
        elif name == "category":
            words = words_of(child).strip()
            post.terms.append((child.get("domain") or "category", child.get("nicename") or "", words))
        elif name == "postmeta":
            parts = {name_of(part.tag): words_of(part) for part in child}
            post.meta.setdefault(parts.get("meta_key", "").strip(), parts.get("meta_value", ""))
        elif name == "comment":
            parts = {name_of(part.tag): words_of(part) for part in child}
            post.comments.append((parts.get("comment_author", ""), parts.get("comment_content", "")))
        elif name not in _SETTINGS and (words := words_of(child).strip()):
            post.others.append((name, words))
    post.type, post.status = post.type.strip() or "post", post.status.strip() or "publish"
    return post
