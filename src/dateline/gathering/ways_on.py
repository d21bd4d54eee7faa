"""Takes a page and gives what is to be fetched from it: further pages of the list, releases, files, pictures."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.reading.finding.links import is_read_on

FURNITURE = frozenset(["nav", "header", "footer", "aside", "form"])
"""What stands around a page's own matter. A header inside an article is the article's."""

MATTER = frozenset(["article", "main", "section", "li"])

FILES = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|zip|epub|mp3|wav|mp4|mov)$", re.IGNORECASE)
PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|tiff?)$", re.IGNORECASE)
UNREAD = re.compile(r"\.(?:css|js|json|xml|rss|atom|ics|svg|ico|woff2?)$", re.IGNORECASE)
LAYOUT = re.compile(r"logo|icon|sprite|avatar|spacer|pixel|banner|button|badge", re.IGNORECASE)
NOT_RELEASES = re.compile(
    r"/(?:tags?|categor(?:y|ies|ia)|topics?|author|autor|login|wp-login|wp-admin|wp-json|search|buscar|cart|feed|"
    r"share|print|donate|donar|contact|contacto|privacy|comment|reply)(?:[/.?]|$)",
    re.IGNORECASE,
)
ONWARD = re.compile(
    r"(?:(?:view |load |see |ver |voir |lire )?(?:next|older|more|earlier|siguientes?|anteriores|m[aá]s antigu\w+|"
    r"ver m[aá]s|suivante?s?|plus anciens?|pr[oó]xim[ao]s?|seguintes?|mais antig\w+|weiter|n[aä]chste|"
    r"[aä]ltere)(?: (?:page|posts?|entries|news|releases|press releases|p[aá]gina|noticias|entradas|articles|beitr[aä]ge|seite))?"
    r"\s*[»›→>]*|[»›→]|>>?)",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(r"(?:page |p[aá]gina |seite )?\d{1,4}", re.IGNORECASE)
PAGE_KEYS = frozenset(["page", "p", "pg", "paged", "start", "offset", "pagina", "seite", "pagenum", "currentpage"])

FEWEST_WORDS = 4  # of a headline; menus say it in fewer


@dataclass(frozen=True, slots=True)
class WaysOn:
    """Addresses without fragments, in the order of the page, each once and in one list only."""

    lists: tuple[str, ...] = ()  # further pages of the list
    releases: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def ways_on(page: bytes | str, address: str, *, is_list: bool) -> WaysOn:
    """Look through a page of HTML. Only from a list are further lists and releases taken, or a site would be walked whole."""
    tree = LexborHTMLParser(page)
    base = tree.css_first("base[href]")
    here = urljoin(address, (base.attributes.get("href") or "") if base else "")
    found: dict[str, list[str]] = {"lists": [], "releases": [], "files": [], "pictures": []}
    met = {_plain(address)}

    def add(kind: str, link: str) -> None:
        if _plain(link) not in met:
            met.add(_plain(link))
            found[kind].append(link)

    # Lists first: what leads on to one is no release, whatever its words.
    for node in tree.css("a[href], link[rel~=next][href]") if is_list else ():
        link = _link(node, here)
        if link and not FILES.search(urlsplit(link).path) and _leads_on(node, link, address):
            add("lists", link)
    for node in tree.css("a[href]"):
        link = _link(node, here)
        if link is None:
            continue
        path = unquote(urlsplit(link).path)
        if FILES.search(path):
            if not _is_furniture(node):
                add("files", link)
        elif is_list and not _is_furniture(node) and _is_headline(node, link, address):
            add("releases", link)
    if not is_list:
        for node in tree.css("link[rel~=alternate][hreflang][href]"):
            link = _link(node, here)
            if link and not UNREAD.search(urlsplit(link).path):
                add("releases", link)
        for node in tree.css("img"):
            link = _picture(node, here)
            if link and not _is_furniture(node):
                add("pictures", link)
    return WaysOn(*(tuple(found[name]) for name in ("lists", "releases", "files", "pictures")))


def _link(node: LexborNode, here: str) -> str | None:
    try:
        link = urldefrag(urljoin(here, (node.attributes.get("href") or "").strip())).url
    except ValueError:
        return None
    return link if link.startswith(("http://", "https://")) else None


def _plain(link: str) -> str:
    return link.partition("://")[2].removeprefix("www.").rstrip("/")


def _leads_on(node: LexborNode, link: str, address: str) -> bool:
    """Say whether a link leads to another page of the same list: by its relation, by its words and its address."""
    if "next" in (node.attributes.get("rel") or "").split():
        return True
    words = " ".join(node.text().split()) or node.attributes.get("aria-label") or node.attributes.get("title") or ""
    if not (PAGE_NUMBER.fullmatch(words) or ONWARD.fullmatch(words)):
        return False
    return _list_of(link) == _list_of(address) or urlsplit(link).path.startswith(
        urlsplit(address).path.rstrip("/") + "/"
    )


def _list_of(address: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Reduce an address to what all pages of its list share."""
    parts = urlsplit(address)
    path = re.sub(r"/(?:page|pagina|seite|p)?[/-]?\d{1,4}(?=\.\w+$|/?$)", "", parts.path).rstrip("/")
    path = re.sub(r"/(?:index|default)\.\w+$", "", path)
    kept = tuple(sorted((key, value) for key, value in parse_qsl(parts.query) if key.lower() not in PAGE_KEYS))
    return path, kept


def _is_headline(node: LexborNode, link: str, address: str) -> bool:
    parts = urlsplit(link)
    if NOT_RELEASES.search(parts.path) or UNREAD.search(parts.path) or PICTURES.search(parts.path):
        return False
    if (parts.path in ("", "/") and not parts.query) or _list_of(link) == _list_of(address):
        return False
    words = " ".join(node.text().split())
    if not words:
        return False
    return len(words.split()) >= FEWEST_WORDS or is_read_on(words) or _is_in(node, frozenset(["h1", "h2", "h3", "h4"]))


def _is_furniture(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in FURNITURE:
            return not (above.tag in ("header", "form") and _is_in(above, MATTER))
        above = above.parent
    return False


def _is_in(node: LexborNode, tags: frozenset[str]) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def _picture(node: LexborNode, here: str) -> str | None:
    told = node.attributes.get("data-src") or node.attributes.get("src") or ""
    try:
        link = urldefrag(urljoin(here, told.strip())).url
    except ValueError:
        return None
    path = urlsplit(link).path
    if not link.startswith(("http://", "https://")) or not PICTURES.search(path) or LAYOUT.search(path):
        return None
    sizes = [node.attributes.get(name) or "" for name in ("width", "height")]
    if any(size.isdigit() and int(size) < 50 for size in sizes):
        return None  # a bullet, a flag, a counter
    return link
