"""The part of an address that names a kind of release, in the newsroom's language. Fixed: it is public. Pure."""

from collections.abc import Mapping

_ENGLISH = {
    "press release": "press-releases",
    "statement": "statements",
    "media advisory": "media-advisories",
    "open letter": "open-letters",
}
_SLUGS: Mapping[str, Mapping[str, str]] = {
    "en": _ENGLISH,
    "es": {
        "press release": "comunicados-de-prensa",
        "statement": "declaraciones",
        "media advisory": "avisos-a-los-medios",
        "open letter": "cartas-abiertas",
    },
}


def kind_slug(kind: str, language: str) -> str:
    """Give a kind's slug; in English where the language has none of its own. Raises KeyError for no kind."""
    return _SLUGS.get(language, _ENGLISH)[kind]


def kind_of(slug: str, language: str) -> str:
    """Give the kind that a slug names. Raises KeyError where it names none."""
    return {kind_slug(kind, language): kind for kind in _ENGLISH}[slug]


def kind_slugs(language: str) -> list[str]:
    """Give the slugs of all kinds."""
    return list(_SLUGS.get(language, _ENGLISH).values())


def kind_path(room: str, slug: str) -> str:
    """Give the address of a kind."""
    return f"{room}kinds/{slug}/"
