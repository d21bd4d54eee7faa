"""Fix: one field of a doubtful draft is put right by a person; its doubts stay until it is accepted."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.models import Act, Finding
from dateline.intake.rewrite import draft_in_hand, move_to, rewrite
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models import Release
from dateline.releases.models.release import KINDS
from dateline.releases.refused import Refused

# As a record names a field → as a release does; a language is the newsroom in which it stands.
FIELDS = {"date": "dated_on", "place": "place", "headline": "headline", "kind": "kind", "language": ""}
LONGEST_PLACE = 160


@dataclass(frozen=True)
class Fix:
    """A field and what it is to say."""

    field: str  # one of FIELDS
    value: str  # as a record writes it: a date as 2019-03-05


def fix(finding: Finding, to: Fix, hand: Hand) -> Release:
    """Put a field right in the draft that was made of a record. Raises Refused, with nothing changed."""
    require_sense(to)
    require_over(finding.found_in)
    with transaction.atomic():
        release = carry_out(finding, to, hand)
        enter_act(finding.found_in, Act.What.FIXED, hand, finding=finding, about=to.field)
    return release


def carry_out(finding: Finding, to: Fix, hand: Hand) -> Release:
    """Write a fix that makes sense into the draft; whoever calls it enters the act."""
    release = draft_in_hand(finding.release_id)
    if to.field == "language":
        release = move_to(release, to.value)
        return rewrite(release, lambda draft: None, hand)
    value = date.fromisoformat(to.value) if to.field == "date" else " ".join(to.value.split())
    return rewrite(release, lambda draft: setattr(draft, FIELDS[to.field], value), hand)


def require_sense(to: Fix) -> None:
    """Refuse what a field can't say."""
    if complaint := _complaint(to):
        raise Refused("a record", [complaint])


def said_now(release: Release, field: str) -> str:
    """Give what a release says in a field, as a fix would write it."""
    if field == "language":
        return release.language
    value = getattr(release, FIELDS[field])
    return value.isoformat() if isinstance(value, date) else value or ""


def _complaint(to: Fix) -> str:
    value = to.value.strip()
    if to.field not in FIELDS:
        return f"“{to.field}” is none of the fields that are put right here. Open the draft in its editor."
    if to.field == "date":
        return "" if _is_day(value) else f"“{value}” is not a day. Write it like 2019-03-05: year, month, day."
    if to.field == "kind" and value not in KINDS:
        return f"“{value}” is not a kind of release. Choose {', '.join(KINDS[:-1])} or {KINDS[-1]}."
    if to.field == "language" and value not in LANGUAGE_NAMES:
        return f"A newsroom can't be in “{value}”. Choose {', '.join(LANGUAGE_NAMES.values())}."
    if to.field == "headline" and not value:
        return "A release needs a headline. Write one, or reject the record."
    if to.field == "place" and len(value) > LONGEST_PLACE:
        return f"A place has at most {LONGEST_PLACE} characters. Write the city alone."
    return ""


def _is_day(value: str) -> bool:
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False
