"""Takes a post and tells what it states: a release, something that may read as one, or a row that no reader ever saw."""

import re
from html import unescape

from dateline.reading.record import Doubt
from dateline.reading.stated.day import day_of
from dateline.reading.stated.fullness import is_opening
from dateline.reading.stated.stated import Beside, File, Stated
from dateline.reading.stated.words import words_of
from dateline.reading.wordpress.body import body_of
from dateline.reading.wordpress.fields import beside_of, featured, files_in, subheadline_of, text_of
from dateline.reading.wordpress.post import Post
from dateline.reading.wordpress.site import Site, address_of, language_of
from dateline.reading.wordpress.states import state_of

_PRESS = re.compile(
    r"post$|(?:.*[_-])?(?:press|news|release|releases|statement|statements|advisory|advisories|communique|comunicado|comunicados|"
    r"noticia|noticias|prensa|presse|media[_-]releases?|pressreleases?|newsroom|boletin|nota|notas)(?:[_-].*)?$",
    re.IGNORECASE,
)
"""Names that sites give to what they say to the press."""

_UNSEEN = {
    "nav_menu_item": "navigation", "revision": "an earlier version", "custom_css": "style", "wp_global_styles": "style",
    "customize_changeset": "style", "oembed_cache": "a copy of another site", "user_request": "a request of a reader",
    "wp_template": "layout", "wp_template_part": "layout", "wp_navigation": "navigation", "wp_font_family": "style",
    "wp_font_face": "style", "acf-field": "a plugin's setting", "acf-field-group": "a plugin's setting",
    "elementor_library": "layout", "wpcf7_contact_form": "a form", "feedback": "a message of a reader",
    "flamingo_inbound": "a message of a reader", "shop_order": "an order", "wp_block": "text used in several posts",
}  # fmt: skip
"""Rows of the table of posts that are no posts, and why none of them is read."""

_TERMS = {"post_format": "layout", "language": "language", "post_translations": "translation", "nav_menu": "navigation"}
_NO_TOPIC = re.compile(
    r"uncategori[sz]ed|sin categor[ií]a|non class[eé]|sem categoria|allgemein|ukategori[sz]ert", re.IGNORECASE
)
DAMAGED = Doubt(
    "damaged", "The export is damaged within this post; compare it with the older site, or export it again."
)
PAGE = Doubt("page", "On the older site this was no post; it reads as a release. Check that it is one.")


def is_press(post: Post) -> bool:
    """Tell whether the post is of a type that is said to the press."""
    return _PRESS.match(post.type) is not None


def is_unseen(post: Post) -> bool:
    """Tell whether the row was never read by anybody as a text."""
    return post.type in _UNSEEN or post.type == "attachment" or post.type.startswith(("wp_", "acf-", "jp_"))


def unseen(post: Post, place: str, data: bytes) -> Stated:
    """Give the words of a row that is no post, with the reason."""
    why = _UNSEEN.get(post.type, "a setting of the site")
    if post.type == "attachment":
        parent = post.parent.strip()
        is_used = parent not in ("", "0") or (post.meta.get("_wp_attached_file", "") + post.guid)[-4:] in _PICTURES
        # A document that no post has is shown to a person: it may be a release itself.
        why = f"a file of post {parent}" if parent not in ("", "0") else "a picture" if is_used else ""
    content = unescape(_TAG.sub(" ", post.content))
    meta = post.meta.get("_wp_attachment_image_alt", ""), post.meta.get("_wp_attached_file", "")
    every = (post.title, post.posted, post.attachment_url, post.excerpt, content, *meta)
    beside = [Beside(" ".join(words.split()), why) for words in every]
    beside += [Beside(name, "category") for _, _, name in post.terms]
    return Stated(place, data, is_release=False, beside=tuple(beside), address=post.attachment_url.strip() or None)


_TAG = re.compile(r"<[^>]{0,2000}>")
_PICTURES = (".jpg", "jpeg", ".png", ".gif", "webp", ".svg", "avif")


def tell(post: Post, site: Site, place: str, data: bytes) -> Stated:
    """Give what a post states."""
    address = address_of(post) or None
    field, content = ("", post.content)
    if not content.strip():
        field, content = text_of(post.meta)
    is_excerpt = not content.strip() and bool(post.excerpt.strip())
    if is_excerpt:
        content = post.excerpt
    body, aside = body_of(content, site, post.number.strip(), address)
    pubstatus, doubts = state_of(post)
    language, language_from = language_of(post)
    printed, date_from = _posted(post)
    picture = featured(post.meta, site)
    shown = {placed.picture.address for placed in body.pictures}
    return Stated(
        place=place, data=data, headline=words_of(post.title), subheadline=subheadline_of(post.meta),
        printed_on=printed, day=day_of(printed), date_from=date_from, body=body, set_aside=aside, address=address,
        identifier=post.guid.strip() or None, language=language or site.language, language_from=language_from,
        topics=_topics(post), files=tuple(_files(post, site)),
        pictures=(picture,) if picture is not None and picture.address not in shown else (),
        translations=site.translations_of(post), pubstatus=pubstatus, teaser=is_excerpt or is_opening(body, is_summary=False),
        beside=tuple(_beside(post, field, is_excerpt)), doubts=doubts,
        basis={"text": f"the field {field}"} if field else {},
    )  # fmt: skip


def _posted(post: Post) -> tuple[str, str]:
    """Give the moment of posting on the site's own clock; a draft of old versions has none."""
    for value, name in ((post.posted, "post_date"), (post.posted_gmt, "post_date_gmt"), (post.published, "pubDate")):
        if day_of(value):
            return value.strip(), name
    return "", ""


def _topics(post: Post) -> tuple[str, ...]:
    names = (words_of(name) for taxonomy, _, name in post.terms if taxonomy not in _TERMS)
    return tuple(dict.fromkeys(name for name in names if name and not _NO_TOPIC.fullmatch(name)))


def _files(post: Post, site: Site) -> list[File]:
    media = (site.media[number] for number in site.by_parent.get(post.number.strip(), ()))
    return [*files_in(post.meta, site), *(File(m.name, m.address) for m in media if not m.is_picture)]


def _beside(post: Post, field: str, is_excerpt: bool) -> list[Beside]:
    out = [Beside(words_of(post.author), "author")]
    if not is_excerpt:
        out.append(Beside(words_of(post.excerpt), "excerpt"))
    out.append(Beside(words_of(post.description), "excerpt"))
    for taxonomy, _, name in post.terms:
        if taxonomy in _TERMS or _NO_TOPIC.fullmatch(name):
            out.append(Beside(words_of(name), _TERMS.get(taxonomy, "no category")))
    out += beside_of(post.meta, field)
    out += [Beside(f"{who.strip()}\n{words_of(what)}", "a reader's comment") for who, what in post.comments]
    out += [Beside(words_of(words), f"a field of the export, {name[:40]}") for name, words in post.others]
    return out
