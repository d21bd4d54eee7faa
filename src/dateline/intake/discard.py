"""Discard: the raw sources of an import that is settled go; what was found in them stays."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import transaction

from dateline.intake.accept import is_settled
from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.kept_sources import place_of
from dateline.intake.models import Act, Import, Source
from dateline.releases.refused import Refused

DOUBTFUL = "{:,} of its records are still doubtful. Accept or reject them first: their sources are needed for that."
DISCARDED = "Its raw sources were discarded already."
AT_ONCE = 400


@transaction.atomic
def discard(into: Import, hand: Hand) -> int:
    """Remove the kept bytes and the texts of an import's sources; give how many files went.

    Bytes that another import keeps stay. Raises Refused, with nothing changed, while a record is doubtful.
    """
    require_over(into)
    if into.discarded_at:
        raise Refused(into, [DISCARDED])
    if not is_settled(into):
        raise Refused(into, [DOUBTFUL.format(into.findings.filter(outcome="doubtful").count())])
    hashes = set(into.sources.exclude(sha256="").values_list("sha256", flat=True))
    into.discarded_at = hand.at
    into.save(update_fields=["discarded_at"])
    for source in into.sources.iterator(AT_ONCE):
        source.text, source.reading = "", _without_text(source.reading)
        source.save(update_fields=["text", "reading"])
    gone = forget_bytes(hashes)
    enter_act(into, Act.What.DISCARDED, hand, count=max(gone, 1))
    return gone


def forget_bytes(hashes: Collection[str]) -> int:
    """Remove kept bytes that no source needs any more, once this is committed; give how many files that is."""
    hashes = set(hashes) - {""}
    needed = Source.objects.filter(found_in__discarded_at=None, found_in__undone_at=None)
    free = []
    ordered = sorted(hashes)
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        kept = set(needed.filter(sha256__in=some).values_list("sha256", flat=True))
        free += [sha256 for sha256 in some if sha256 not in kept and place_of(sha256).exists()]
    transaction.on_commit(lambda: _unlink(free))
    return len(free)


def _unlink(hashes: Sequence[str]) -> None:
    for sha256 in hashes:
        place_of(sha256).unlink(missing_ok=True)


def _without_text(reading: dict[str, Any]) -> dict[str, Any]:
    """Give a reading without the words of its leftovers; that there were some, and where, stays."""
    left = [{**each, "text": ""} for each in reading.get("leftovers", ())]
    return {**reading, "leftovers": left}
