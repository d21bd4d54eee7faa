"""A found record and what is known of the same release → where its sources disagree, with both values. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.intake.alike import Edit, compare
from dateline.intake.doubts import Doubt
from dateline.intake.likeness import is_cut_off, words

LONGEST_SHOWN = 12  # words of a passage: enough to find it
CODES = {"date": "two-days", "headline": "two-headlines", "place": "two-places", "text": "two-wordings"}
_SENTENCES = {
    "date": "Its sources give two days: {one} ({source}) and {other} ({beside}). Set the right one.",
    "headline": "Its sources give two headlines: “{one}” ({source}) and “{other}” ({beside}). Keep the right one.",
    "place": "Its sources give two places: {one} ({source}) and {other} ({beside}). Set the right one.",
    "text": (
        "Its sources differ in their words: “{one}” ({source}) and “{other}” ({beside}). "
        "The fullest text was taken; check that passage."
    ),
}
NOTHING = "…"  # in the place of words that only the other has


@dataclass(frozen=True, slots=True)
class Told:
    """A record and the name of the source that told it."""

    record: dict[str, Any]
    source: str


def disagreements(found: Told, known: Sequence[Told]) -> list[Doubt]:
    """Give a doubt for each field of which another source says something else: the first that does, in their order."""
    doubts = []
    for name in CODES:
        for other in known:
            values = differing(name, found.record, other.record)
            if values:
                doubts.append(_doubt(name, values, found.source, other.source))
                break
    return doubts


def differing(name: str, one: dict[str, Any], other: dict[str, Any]) -> tuple[str, str] | None:
    """Give what two records say in a field where they disagree; None where they agree or one says nothing."""
    if name == "text":
        return _texts_differ(one, other)
    values = one[name] or "", other[name] or ""
    if not all(values) or (name == "headline" and any(map(is_cut_off, values))):
        return None
    shorter, longer = sorted(map(words, values), key=len)
    if shorter == longer or (name != "date" and shorter and shorter in longer):
        return None  # a headline with its kicker, a town with its state
    return values


def _texts_differ(one: dict[str, Any], other: dict[str, Any]) -> tuple[str, str] | None:
    ours, theirs = one["text"], other["text"]
    if not ours or not theirs or ours == theirs:
        return None
    short, long = sorted((ours, theirs), key=len)
    is_opening = bool((one if short is ours else other)["teaser"])
    if words(ours) == words(theirs) or (is_opening and words(long).startswith(words(short))):
        return None
    compared = compare(short, long, is_opening=is_opening)
    edit = _most(compared.contradictions) or _most(compared.edits)
    if edit is None:
        return None  # other letters, page heads, a greeting; or a summary, whose words are its own
    values = _shown(edit.one), _shown(edit.other)
    return values if short is ours else (values[1], values[0])


def _most(edits: Iterable[Edit]) -> Edit | None:
    return max(edits, key=lambda edit: len(edit.one) + len(edit.other), default=None)


def _shown(passage: Sequence[str]) -> str:
    return " ".join(passage[:LONGEST_SHOWN]) + (" …" if len(passage) > LONGEST_SHOWN else "") or NOTHING


def _doubt(name: str, values: tuple[str, str], source: str, beside: str) -> Doubt:
    one, other = values
    sentence = _SENTENCES[name].format(one=one, other=other, source=source, beside=beside)
    return {
        "code": CODES[name], "sentence": sentence,
        "field": name, "one": one, "one_source": source, "other": other, "other_source": beside,
    }  # fmt: skip
