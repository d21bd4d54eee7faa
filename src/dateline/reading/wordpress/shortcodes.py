"""Takes a post's content and turns its shortcodes into the HTML that they meant; what nobody knows is set aside, never text.

Source: https://codex.wordpress.org/Shortcode_API, and the core's own: caption, gallery, audio, video, playlist, embed.
"""

import re
from html import escape, unescape

from dateline.reading.wordpress.set_aside import for_a_person, with_reason, without_signs
from dateline.reading.wordpress.site import Media, Site

_TAG = re.compile(
    r"(?P<escaped>\[\[[a-z][\w-]*[^\[\]]*\]\])"
    r"|\[(?P<end>/)?(?P<name>[a-z][\w-]{1,40})(?P<attributes>(?:\s(?:[^\[\]\"'<>]|\"[^\"]*\"|'[^']*'|<[^>]*>)*)?)\s*(?P<self>/)?\]",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|(\S+)""")
_LAYOUT = re.compile(
    r"(?:vc|et_pb|et|fusion|av|mk|su|ux|cs|x|fl|tatsu|kc|fruitful|one|two|three|four|five|dt|nectar|themify)_"
    r"|(?:row|column|col|columns|section|container|clear|divider|separator|spacer|gap|dropcap|highlight|box|button|tabs?|"
    r"accordion|toggle|half|full_width|raw|nobr|div|span|center|left|right)$",
    re.IGNORECASE,
)
"""Page builders' and themes' marks of layout: what they enclose is the text."""

_MEDIA = ("audio", "video", "embed", "youtube", "vimeo", "soundcloud", "wpvideo", "twitter", "tweet", "facebook",
    "instagram", "iframe", "pdf", "pdf-embedder", "pdfviewer", "embeddoc", "gview", "googlemaps", "slideshare", "ted", "tiktok")  # fmt: skip
_IMAGE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s\"'<>\[\]]+")


def unfold(content: str, site: Site, number: str) -> str:
    """Give the content with each shortcode as HTML, or set aside where it means nothing to a reader."""
    content = without_signs(content)
    if "[" not in content:
        return content
    closed = {found["name"].lower() for found in _TAG.finditer(content) if found["end"]}
    out: list[str] = []
    at = 0
    while (found := _TAG.search(content, at)) is not None:
        out.append(content[at : found.start()])
        at = found.end()
        if found["escaped"]:
            out.append(found["escaped"][1:-1])
            continue
        name = found["name"].lower()
        if not _is_shortcode(content, found, name in closed):
            out.append(found[0])
            continue
        inner = ""
        if not found["end"] and name in closed and name in _ENCLOSING:
            end = content.lower().find(f"[/{name}]", at)
            if end >= 0:
                inner, at = content[at:end], end + len(name) + 3
        out.append(_meant(found[0], name, _attributes(found["attributes"]), inner, (site, number)))
    out.append(content[at:])
    return "".join(out)


_ENCLOSING = {"caption", "wp_caption", "gallery", "playlist", *_MEDIA}


def _is_shortcode(content: str, found: re.Match[str], is_closed: bool) -> bool:
    """Tell a shortcode from a word that the press sets in brackets: '[sic]', '[Laughter]'."""
    name, attributes = found["name"], found["attributes"].strip()
    if is_closed or found["end"] or found["self"] or name.lower() in _ENCLOSING or "_" in name or _LAYOUT.match(name):
        return True
    if "=" in attributes:
        return True
    if not attributes and name.islower() and name != "sic":
        before, after = content[: found.start()].rstrip(" "), content[found.end() :].lstrip(" ")
        return (not before or before[-1] in "\n>") and (not after or after[0] in "\r\n<")
    return "-" in name and any(c.isdigit() for c in name)


def _attributes(text: str) -> dict[str, str]:
    """Read attributes; those without a name are numbered from "0" on, as WordPress does."""
    out: dict[str, str] = {}
    count = 0
    for found in _ATTRIBUTE.finditer(unescape(text)):
        name, double, single, bare, quoted, word = found.groups()
        if name:
            out.setdefault(name.lower(), next(v for v in (double, single, bare) if v is not None))
        else:
            out[str(count)] = quoted if quoted is not None else word
            count += 1
    return out


def _meant(whole: str, name: str, attributes: dict[str, str], inner: str, where: tuple[Site, str]) -> str:
    site, number = where
    if name in ("caption", "wp_caption"):
        return _caption(attributes, inner)
    if name in ("gallery", "playlist"):
        return _gallery(whole, attributes, site, number)
    if name in _MEDIA:
        address = _ADDRESS.search(f"{inner} {' '.join(attributes.values())}")
        if address is not None:
            return _link(address[0])
        if name == "youtube" and attributes.get("id"):
            return _link(f"https://www.youtube.com/watch?v={attributes['id']}")
        return f"{for_a_person(whole)}{inner}"
    if _LAYOUT.match(name):
        address = _ADDRESS.search(attributes.get("url", "") or attributes.get("link", "") or attributes.get("href", ""))
        return with_reason(whole) + (_link(address[0]) if address is not None else "")
    return for_a_person(whole)


def _link(address: str) -> str:
    address = escape(unescape(address))
    return f'\n\n<p><a href="{address}">{address}</a></p>\n\n'


def _caption(attributes: dict[str, str], inner: str) -> str:
    image = _IMAGE.search(inner)
    if image is None:
        return inner
    words = attributes.get("caption") or (inner[: image.start()] + inner[image.end() :]).strip()
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return f"\n\n<figure>{image[0]}{caption}</figure>\n\n"


def _gallery(whole: str, attributes: dict[str, str], site: Site, number: str) -> str:
    """A gallery names its media, or shows all pictures that were uploaded to its post."""
    names = re.findall(r"\d+", attributes.get("ids") or attributes.get("include") or "")
    if not names:
        names = [n for n in site.by_parent.get(attributes.get("id", number), ()) if site.media[n].is_picture]
    shown = [site.media[name] for name in names if name in site.media]
    figures = "".join(map(_figure, shown))
    return figures + (for_a_person(whole) if len(shown) < len(names) or not shown else "")


def _figure(media: Media) -> str:
    if not media.is_picture:
        return f'<p><a href="{escape(media.address)}">{escape(media.title or media.name, quote=False)}</a></p>'
    caption = f"<figcaption>{escape(unescape(media.caption), quote=False)}</figcaption>" if media.caption else ""
    return f'\n\n<figure><img src="{escape(media.address)}" alt="{escape(media.alt)}">{caption}</figure>\n\n'
