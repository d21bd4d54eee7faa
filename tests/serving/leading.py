"""Where the bytes of a public file lead: every address in it, within the site and elsewhere."""

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import lxml.html
from pdfs import links_of

LEADS = ("href", "src", "srcset", "action", "data-address", "poster", "cite")
NO_ADDRESS = ("mailto:", "tel:", "data:", "#")


def leads_to(name: str, content: bytes, site: str) -> Iterator[str]:
    """Give every address in a file that lies at `name` below the root, whole; not those of the file's own parts."""
    here = f"{site}/{name.removeprefix('_gone/').removesuffix('index.html')}"
    if name.endswith(".pdf"):
        found = iter(links_of(content))
    elif name.endswith(".html"):
        found = _of_markup(lxml.html.document_fromstring(content))
    elif name.endswith((".png", ".jpg", ".css")):
        return
    else:
        found = _of_text(name, content.decode(), site)
    for each in found:
        if not each.startswith(NO_ADDRESS):
            yield urljoin(here, each)


def parts_named(content: bytes) -> tuple[set[str], set[str]]:
    """Give the parts of itself that a page names, and those that it has."""
    page = lxml.html.document_fromstring(content)
    named = {each[1:] for each in page.xpath("//@href[starts-with(., '#')]")}
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
        named |= {each for value in page.xpath(f"//@{attribute}") for each in value.split()}
    return named, set(page.xpath("//@id"))


def _of_markup(page: lxml.html.HtmlElement) -> Iterator[str]:
    for attribute in LEADS:
        for value in page.xpath(f"//@{attribute}"):
            yield from (
                (each.split()[0] for each in value.split(",") if each.strip()) if attribute == "srcset" else [value]
            )
    yield from page.xpath("//meta[starts-with(@property, 'og:') and starts-with(@content, 'http')]/@content")
    for block in page.xpath("//script[@type='application/ld+json']/text()"):
        yield from (value for value in _strings(json.loads(block)) if value.startswith("http") and " " not in value)


def _of_text(name: str, text: str, site: str) -> Iterator[str]:
    if name.endswith(".json"):
        text = "\n".join(_strings(json.loads(text)))
    elif name.endswith(".ics"):
        text = re.sub(r"\r\n[ \t]", "", text)
    # In feeds markup stands as text, escaped.
    text = (
        text.replace("&#34;", '"')
        .replace("&amp;amp;", "&")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
    )
    for found in re.findall(rf"{re.escape(site)}/?[^\s\"<>()]*", text):
        yield found.rstrip(".,;")
    yield from re.findall(r'<a href="([^"]+)"', text)


def _strings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for each in told.values():
            yield from _strings(each)
    elif isinstance(told, list):
        for each in told:
            yield from _strings(each)
