"""Which known addressees a release's text names and nobody has ticked: an offer, never a decision. Pure but for the list."""

import re
from collections.abc import Iterable

from dateline.publishing.searching.printed_texts import head_of, paragraphs_of
from dateline.publishing.searching.stems import folded
from dateline.releases.models import Addressee, Release


def addressees_named(release: Release) -> list[Addressee]:
    """Give the known addressees whose names stand in the words as they are in memory, those already ticked left out."""
    words = release.words.as_json()
    texts = [*head_of(words), *paragraphs_of(words)]
    ticked = {addressee.pk for addressee in release.addressees.all()}
    others = [addressee for addressee in Addressee.objects.all() if addressee.pk not in ticked]
    return [addressee for addressee in others if is_named(addressee.name, texts)]


def is_named(name: str, texts: Iterable[str]) -> bool:
    """Say whether a text has the name, whole, however it is written in capitals and accents."""
    asked = _plain(name)
    return bool(asked.strip()) and any(asked in _plain(text) for text in texts)


def _plain(text: str) -> str:
    words = (folded(word) for word in re.split(r"[^\w’]+", text) if word)
    return f" {' '.join(words)} "
