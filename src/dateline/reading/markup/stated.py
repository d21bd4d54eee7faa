"""Takes a parsed page and gives what it states for machines: JSON-LD, Open Graph, microdata and links of the head.

Sources: https://schema.org/NewsArticle, https://ogp.me, https://html.spec.whatwg.org/#microdata, RFC 6596 (canonical).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from dateline.reading.finding.wordlist import words

ARTICLES = words(
    "NewsArticle Article PressRelease BlogPosting Report ReportageNewsArticle SocialMediaPosting PublicationIssue"
)
MOST_NODES = 2_000  # of one page's JSON-LD; more is a catalogue
_DAY = re.compile(r"\s*((?:19|20)\d\d-\d\d-\d\d)(?![\d])")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page says of itself, for machines."""

    address: str | None = None  # canonical
    headline: str | None = None
    date: str | None = None  # ISO day, as stated, in its own zone
    basis: str = ""  # where the date and headline come from: "json-ld", "microdata" or "open graph"
    is_article: bool = False  # one article, not a list, by JSON-LD or microdata; Open Graph's word is not taken for it
    language: str | None = None  # two letters
    site: str | None = None  # the site's name, which titles carry behind a dash
    translations: tuple[str, ...] = ()  # addresses of the same page in other languages
    pictures: tuple[str, ...] = ()  # the picture that heads it
    base: str | None = None  # what relative addresses stand below


def stated_in(tree: LexborHTMLParser, address: str | None) -> Stated:
    """Gather it all; what is broken or contradicts itself is passed over."""
    meta = _meta(tree)
    base = tree.css_first("base[href]")
    own = urljoin(address or "", (base.attributes.get("href") or "") if base else "") or None
    links = [(n.attributes.get("rel") or "", n.attributes) for n in tree.css("link[rel][href]")]
    canonical = next((a.get("href") for rel, a in links if "canonical" in rel.lower().split()), None)
    whole = canonical or meta.get("og:url") or address
    html = tree.css_first("html")
    language = ((html.attributes.get("lang") or "") if html else "")[:2].lower() or None
    others = tuple(
        urljoin(own or "", a["href"] or "")
        for rel, a in links
        if "alternate" in rel.lower().split() and _is_other(a.get("hreflang"), language) and a["href"]
    )
    article, basis = _article(tree)
    og_date = day_of(meta.get("article:published_time") or meta.get("og:article:published_time") or meta.get("date"))
    return Stated(
        address=urljoin(own or "", whole) if whole else None,
        headline=_line(article.get("headline")) or _line(meta.get("og:title")),
        date=day_of(article.get("datePublished")) or og_date,
        basis=basis or "open graph",
        is_article=bool(article),
        language=language,
        site=_line(meta.get("og:site_name")),
        translations=tuple(dict.fromkeys(others)),
        pictures=(urljoin(own or "", meta["og:image"]),) if meta.get("og:image") else (),
        base=own,
    )


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and attributes["content"]:
            found.setdefault(name.lower(), attributes["content"])
    return found


def _is_other(language: str | None, own: str | None) -> bool:
    return bool(language) and language != "x-default" and (language or "")[:2].lower() != own


def _article(tree: LexborHTMLParser) -> tuple[dict[str, Any], str]:
    """Give the one article that the page is; nothing where it states none, or several."""
    found = [node for script in tree.css('script[type="application/ld+json"]') for node in _nodes(script.text())]
    articles = [node for node in found if _types(node) & ARTICLES and node.get("headline", node.get("name"))]
    if len(articles) == 1:
        return {"headline": articles[0].get("name"), **articles[0]}, "json-ld"
    scopes = [
        node
        for node in tree.css("[itemscope][itemtype]")
        if (node.attributes.get("itemtype") or "").rpartition("/")[2] in ARTICLES
    ]
    if articles or len(scopes) != 1:
        return {}, ""
    stated: dict[str, Any] = {}
    for node in scopes[0].css("[itemprop]"):
        for name in (node.attributes.get("itemprop") or "").split():
            attributes = node.attributes
            stated.setdefault(name, attributes.get("content") or attributes.get("datetime") or node.text())
    return (stated, "microdata") if stated.get("headline") or stated.get("datePublished") else ({}, "")


def _nodes(text: str | None) -> Iterator[dict[str, Any]]:
    """Give every object of a JSON-LD script, whatever holds it."""
    try:
        waiting = [json.loads((text or "").strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
    except (ValueError, RecursionError):
        return  # broken JSON-LD is common, and says nothing that the page doesn't show
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _types(node: dict[str, Any]) -> set[str]:
    types = node.get("@type")
    return {
        each.rpartition("/")[2] for each in (types if isinstance(types, list) else [types]) if isinstance(each, str)
    }


def day_of(stated: object) -> str | None:
    """Give the day with which a moment in ISO form begins; None where it is none."""
    found = _DAY.match(stated) if isinstance(stated, str) else None
    try:
        return date.fromisoformat(found[1]).isoformat() if found else None
    except ValueError:
        return None


def _line(stated: object) -> str | None:
    return " ".join(stated.split()) or None if isinstance(stated, str) else None
