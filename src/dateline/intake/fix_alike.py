"""Fix alike: what a person put right in one record, put right in all that look alike, once it was shown what changes.

Alike are the doubtful records of the same import with the same doubt that come from the same source, or whose date is
printed in the same form ("03/04/2019" is like "11/12/2020"). Not every fix says something about others: a headline never.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.fix import Fix, carry_out, require_sense, said_now
from dateline.intake.models import Act, Finding, Outcome
from dateline.releases.refused import Refused
from dateline.releases.status import Status

MOST_AT_ONCE = 500  # drafts rewritten in one request: each is a revision, some 15 ms
ONLY_ITSELF = (
    "This says nothing about other records. A day is applied to others only where day and month change places, a "
    "headline never: put the others right one by one."
)
CHANGED = "Since it was shown, what would change is another. Look at it again, then confirm."
NONE_ALIKE = "No other record looks alike."


@dataclass(frozen=True)
class Change:
    """What a fix would change in one record."""

    finding: Finding
    before: str
    after: str


def would_change(like: Finding, to: Fix) -> list[Change]:
    """List what the fix of one record would change in it and in those that look alike; itself first.

    Raises Refused where the fix makes no sense, or says nothing about others.
    """
    require_sense(to)
    changes = [change for finding in _alike(like) if (change := _change(finding, like, to))]
    return changes[:MOST_AT_ONCE]


def stamp_of(changes: list[Change]) -> str:
    """Give a word that stands for exactly these changes, to be sent back with the confirmation."""
    told = repr([(change.finding.pk, change.before, change.after) for change in changes])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@transaction.atomic
def fix_alike(like: Finding, to: Fix, shown: str, hand: Hand) -> int:
    """Carry out what was shown and give how many records it was. Raises Refused, with nothing changed."""
    require_over(like.found_in)
    changes = would_change(like, to)
    if not changes:
        raise Refused(like.found_in, [NONE_ALIKE])
    if stamp_of(changes) != shown:
        raise Refused(like.found_in, [CHANGED])
    for change in changes:
        carry_out(change.finding, Fix(to.field, change.after), hand)
    enter_act(like.found_in, Act.What.FIXED, hand, finding=like, count=len(changes), about=to.field)
    return len(changes)


def _alike(like: Finding) -> Iterator[Finding]:
    found = Finding.objects.filter(
        found_in=like.found_in_id, outcome=Outcome.DOUBTFUL, first_doubt=like.first_doubt, release__status=Status.DRAFT
    )
    yield like
    form = form_of_date(like.record)
    for finding in found.exclude(pk=like.pk).select_related("release__locale", "source").order_by("pk").iterator(500):
        if finding.source_id == like.source_id or (form and form == form_of_date(finding.record)):
            yield finding


def form_of_date(record: dict[str, Any]) -> str:
    """Give the form in which a record's date is printed, letters and digits made equal; "" for a date in words."""
    numbers = re.search(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", record.get("dateline") or "")
    return re.sub(r"\d+", "9", numbers[0]) if numbers else ""


def _change(finding: Finding, like: Finding, to: Fix) -> Change | None:
    if finding.release is None or finding.release.locked:
        return None
    before, after = said_now(finding.release, to.field), _after(finding, like, to)
    return Change(finding, before, after) if after and after != before else None


def _after(finding: Finding, like: Finding, to: Fix) -> str:
    if to.field in ("place", "kind", "language"):
        return to.value
    if to.field == "date" and like.record["date"] and swapped(like.record["date"]) == to.value:
        return swapped(finding.record["date"] or "")
    raise Refused(like.found_in, [ONLY_ITSELF])


def swapped(day: str) -> str:
    """Give an ISO day with day and month in each other's place; "" where that is no day."""
    try:
        found = date.fromisoformat(day)
        return date(found.year, found.day, found.month).isoformat()
    except ValueError:
        return ""
