"""Join: a person says that a doubtful record and another release are one. The draft goes into that release."""

from pathlib import Path

from django.db import transaction

from dateline.intake.edited import untouched
from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.grow import Growing, grow
from dateline.intake.models import Act, Finding, Outcome
from dateline.intake.rewrite import draft_in_hand
from dateline.intake.room import Room
from dateline.intake.shelf import Shelf, known_of
from dateline.releases.models import Release
from dateline.releases.refused import Refused

ITSELF = "That is the same release already."
NOT_OFFERED = "Only a release that it may be can be joined with it. Choose one of those that are named."
IN_HAND = "“{}” has been changed by hand, and joining would lose that. Copy what you need, undo the change, then join."


@transaction.atomic
def join(finding: Finding, other: Release, hand: Hand) -> Release:
    """Give everything that was found of a record's draft to another release, and take the draft away.

    The other gains text, topics and files where no person has it in hand and it isn't public; it keeps its words
    otherwise, and both sources are shown with it. Raises Refused, with nothing changed.
    """
    into = finding.found_in
    require_over(into)
    if other.pk == finding.release_id:
        raise Refused(other, [ITSELF])
    if not may_be(finding).filter(pk=other.pk).exists():
        raise Refused(other, [NOT_OFFERED])
    goes = draft_in_hand(finding.release_id)
    if goes.pk not in untouched([Release.objects.get(pk=goes.pk)]):
        raise Refused(goes, [IN_HAND.format(goes.headline)])
    moved = list(Finding.objects.filter(release=goes.pk).values_list("pk", flat=True))
    stays = known_of(other.pk)
    taken = Growing(stays, absorbs=[known_of(goes.pk)])
    shelf = Shelf([])
    left = grow([taken], shelf, Room(into, map(Path, into.asked)))
    Finding.objects.filter(pk__in=moved).update(
        outcome=Outcome.MERGED, answered_at=hand.at, left_fingerprint=left.get(stays, "")
    )
    Finding.may_be.through._base_manager.filter(finding_id__in=moved).delete()
    enter_act(into, Act.What.JOINED, hand, finding=finding)
    return Release.objects.get(pk=other.pk)


def may_be(finding: Finding):
    """Give the releases that a record may be: those found beside it, and those for which its own draft was found."""
    near = list(finding.may_be.values_list("pk", flat=True))
    if finding.release_id:
        near += Finding.may_be.through._base_manager.filter(release_id=finding.release_id).values_list(
            "finding__release_id", flat=True
        )
    return Release.objects.filter(pk__in={key for key in near if key} - {finding.release_id})
