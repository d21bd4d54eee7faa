"""What a person names to be removed, and how it is taken out of words, in whichever shape they are kept. Pure.

The three things that can be named (a passage, an attachment, a picture) answer the same questions, so that versions,
drafts, revisions and findings are gone through in one way.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from dateline.publishing.redaction.markup import html_without
from dateline.publishing.redaction.passage import Passage
from dateline.releases.wording import plain

Removed = Literal["passage", "attachment", "picture"]

# Said by a machine, or kept as numbers and days: no words of a person. Everything else in a record is words.
NO_WORDS = frozenset(
    {
        "pk", "id", "uid", "kind", "type", "slug", "path", "url_path", "status", "room", "address", "translation_key",
        "content_type", "contentpath", "position", "sha256", "media_type", "language", "date", "embargo", "picture",
        "code", "field", "spans", "span", "format", "encoding",
    }
)  # fmt: skip
EXAMPLES = 12  # shown to the person who names a passage: enough to see whether it is the right one
AROUND = 40  # characters on each side


@dataclass(frozen=True)
class HandedOut:
    """An attachment, in all the forms in which a release has known it."""

    names: frozenset[str]  # as handed out; compared without capitals
    originals: frozenset[str] = frozenset()  # SHA-256 of the private originals
    cleaned: frozenset[str] = frozenset()  # SHA-256 of the copies handed out
    rows: frozenset[int] = frozenset()  # keys of the CMS's rows

    def is_named(self, name: str) -> bool:
        """Say whether this is its name."""
        return name.strip().casefold() in self.names


@dataclass(frozen=True)
class Shown:
    """A picture of the body."""

    uid: str


What = Passage | HandedOut | Shown


@dataclass
class Taking:
    """One thing being taken out of one release: what, what stands in its place, and where it was met."""

    what: What
    mark: str
    places: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)  # the text around, with the mark already in it
    made: list[Path] = field(default_factory=list)  # private files written on the way; to be undone with the rest

    @property
    def removed(self) -> Removed:
        """Say what kind of thing it is: all that a log and a reader are told."""
        return (
            "passage"
            if isinstance(self.what, Passage)
            else "attachment"
            if isinstance(self.what, HandedOut)
            else "picture"
        )

    def text(self, text: str, place: str) -> str:
        """Give plain text without it."""
        if not isinstance(self.what, Passage):
            return text
        without, count = self.what.without(text, self.mark)
        self._met(place, count, without)
        return without

    def html(self, markup: str, place: str) -> str:
        """Give markup without it."""
        if not isinstance(self.what, Passage):
            return markup
        without, count = html_without(self.what, markup, self.mark)
        self._met(place, count, plain(without))
        return without

    def slug(self, slug: str, place: str = "address") -> str:
        """Give the last part of an address without it; a neutral one where nothing else is left."""
        if not isinstance(self.what, Passage):
            return slug
        without = self.what.slug_without(slug)
        if without != slug:
            self.places[place] += 1
        return without or "release"

    def path(self, path: str, place: str = "address") -> str:
        """Give a path without it, part by part; the ending of a file's name stays."""
        made = []
        for part in path.split("/"):
            name = PurePosixPath(part)
            made.append(f"{self.slug(name.stem, place)}{name.suffix}" if part else "")
        return "/".join(made)

    def blocks(self, blocks: list[dict[str, Any]], place: str) -> list[dict[str, Any]]:
        """Give the blocks of a version's body without it."""
        return [self._block(block, place) for block in blocks]

    def handout(self, handout: dict[str, Any], place: str) -> dict[str, Any]:
        """Give an attachment as a version names it: the mark alone, where it is the one."""
        if isinstance(self.what, HandedOut):
            if self.what.is_named(handout["name"]) or handout["sha256"] in self.what.originals:
                self.places[place] += 1
                return {**handout, "name": self.mark, "sha256": ""}
            return handout
        return {**handout, "name": self.text(handout["name"], place)}

    def anything(self, kept: Any, place: str) -> Any:
        """Give a record in JSON without it, however deep its words lie."""
        match kept:
            case str():
                return self.text(kept, place)
            case list():
                return [self.anything(each, place) for each in kept]
            case dict():
                return {key: each if is_no_words(key) else self.anything(each, place) for key, each in kept.items()}
        return kept

    def name_in(self, names: list[str], place: str) -> list[str]:
        """Give names of attachments without it."""
        if isinstance(self.what, HandedOut):
            named = [name for name in names if self.what.is_named(name)]
            self.places[place] += len(named)
            return [self.mark if name in named else name for name in names]
        return [self._name(name, place) for name in names]

    def _name(self, name: str, place: str) -> str:
        if "://" in name and isinstance(self.what, Passage) and self.what.is_in_address(name):
            self.places[place] += 1
            return self.mark
        return self.text(name, place)

    def _block(self, block: dict[str, Any], place: str) -> dict[str, Any]:
        if block["kind"] == "image" and isinstance(self.what, Shown) and block["picture"] == self.what.uid:
            self.places[place] += 1
            return {"kind": "text", "html": f"<p>{self.mark}</p>"}
        if block["kind"] == "text":
            return {**block, "html": self.html(block["html"], place)}
        return self.anything(block, place)

    def _met(self, place: str, count: int, without: str) -> None:
        if not count:
            return
        self.places[place] += count
        for example in _around(self.mark, without):
            if len(self.examples) < EXAMPLES and example not in self.examples:
                self.examples.append(example)


def is_no_words(key: str) -> bool:
    """Say whether a value under this name is a machine's, a number's or a day's."""
    return key in NO_WORDS or key.endswith(("_at", "_on", "_key", "_id"))


def _around(mark: str, text: str) -> Iterator[str]:
    at = text.find(mark)
    while at >= 0:
        end = at + len(mark)
        opens, closes = "…" if at > AROUND else "", "…" if end + AROUND < len(text) else ""
        yield f"{opens}{text[max(0, at - AROUND) : end + AROUND]}{closes}"
        at = text.find(mark, end)
