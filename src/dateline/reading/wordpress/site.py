"""What the posts of one site have to know of each other: media by their number, texts used in several, translations."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from dateline.reading.wordpress.post import Post

_SIZED = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w{3,4}$)")
"""WordPress names a smaller copy of photo.jpg photo-300x200.jpg."""

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Media:
    """A file that was uploaded."""

    address: str
    name: str
    title: str
    alt: str
    caption: str
    parent: str  # number of the post that it was uploaded to; "0": none
    is_picture: bool


@dataclass(slots=True)
class Site:
    """What the first pass over an export has gathered; some hundred bytes for each upload and translation."""

    media: dict[str, Media] = field(default_factory=dict)  # by number
    by_address: dict[str, str] = field(default_factory=dict)  # number, by address without its scheme
    by_parent: dict[str, list[str]] = field(default_factory=dict)
    reused: dict[str, str] = field(default_factory=dict)  # content of reusable blocks, by number
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # group → number and address
    language: str = ""  # of the whole site

    def enter(self, post: Post) -> None:
        """Note what other posts may ask of this one."""
        if post.type == "attachment":
            self._enter_media(post)
        elif post.type == "wp_block" and post.status == "publish":
            self.reused[post.number.strip()] = post.content
        for group in groups_of(post):
            self.pairs.setdefault(group, []).append((post.number.strip(), address_of(post)))

    def _enter_media(self, post: Post) -> None:
        address = (post.attachment_url or post.guid).strip()
        if not address:
            return
        file = post.meta.get("_wp_attached_file", "").strip() or address
        name = unquote(file.partition("?")[0].rsplit("/", 1)[-1])
        number, parent = post.number.strip(), post.parent.strip() or "0"
        self.media[number] = Media(
            address, name, post.title.strip(), " ".join(post.meta.get("_wp_attachment_image_alt", "").split()),
            " ".join(post.excerpt.split()), parent, _PICTURE.search(name) is not None,
        )  # fmt: skip
        self.by_address[_bare(address)] = number
        if parent != "0":
            self.by_parent.setdefault(parent, []).append(number)

    def media_at(self, address: str) -> Media | None:
        """Give the upload at an address, or whose smaller copy lies there."""
        bare = _bare(address)
        number = self.by_address.get(bare) or self.by_address.get(_SIZED.sub("", bare))
        return self.media.get(number) if number else None

    def translations_of(self, post: Post) -> tuple[str, ...]:
        """Give the addresses of the same release in other languages."""
        number = post.number.strip()
        others = (a for group in groups_of(post) for n, a in self.pairs.get(group, ()) if n != number and a)
        return tuple(dict.fromkeys(others))


def groups_of(post: Post) -> list[str]:
    """Name the groups of translations that a post is in: Polylang's term, WPML's fields."""
    out = [f"pll {name}" for taxonomy, name, _ in post.terms if taxonomy == "post_translations" and name]
    for key in ("_wpml_import_translation_group", "_icl_translation_group", "trid", "_trid"):
        if value := post.meta.get(key, "").strip():
            out.append(f"wpml {value}")
            break
    return out


def language_of(post: Post) -> tuple[str, str]:
    """Give the language that a plugin states of a post, and the field that does; "" where none does."""
    for taxonomy, name, _ in post.terms:
        if taxonomy == "language" and name:
            return name, "Polylang's language"
    for key in ("_wpml_import_language_code", "_wpml_language", "_icl_language_code", "wpml_language"):
        if value := post.meta.get(key, "").strip():
            return value, "WPML's language"
    return "", ""


def address_of(post: Post) -> str:
    """Give the address that readers knew: the permalink, else the guid where it is one."""
    link = post.link.strip()
    guid = post.guid.strip()
    return link or (guid if guid.startswith(("http://", "https://")) else "")


def _bare(address: str) -> str:
    return address.strip().partition("://")[2].partition("?")[0] or address.strip()
