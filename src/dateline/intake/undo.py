"""Undo: a whole import is taken back, as if it had not been, until anything of it was public."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from dateline.intake.discard import forget_bytes
from dateline.intake.edited import untouched
from dateline.intake.enter_act import WAS_UNDONE, Hand, enter_act
from dateline.intake.grow import Growing, grow
from dateline.intake.models import Act, Finding, Import
from dateline.intake.old_addresses import claims_of
from dateline.intake.room import Room
from dateline.intake.shelf import Shelf, known_of
from dateline.intake.uploads import let_go
from dateline.releases.models import OldAddress, Release
from dateline.releases.refused import Refused
from dateline.releases.status import Status

AT_ONCE = 400
NAMED = 5  # releases named in a refusal; the rest is counted
RUNNING = "The import is still running. Wait until it is done, then undo it."
WAS_PUBLIC = (
    "“{}” has been public, and what was said stays said. Withdraw it: its address will say that it was withdrawn."
)
IN_HAND = "“{}” was there before and this import made it fuller; since then someone has changed it by hand."
AND_MORE = "The same holds for {:,} more."
CHANGED = "Since it was shown, what would be undone is another. Look at it again, then confirm."


@dataclass(frozen=True)
class Undoing:
    """What undoing an import would do."""

    goes: int  # drafts that are removed
    in_hand: int  # of those, how many someone has changed by hand
    taken_back: int  # drafts that were there before and become again what the other imports found
    reasons: tuple[str, ...]  # why it can't be undone; empty where it can

    @property
    def stamp(self) -> str:
        """A word that stands for exactly this, to be sent back with the confirmation."""
        return f"{self.goes}-{self.in_hand}-{self.taken_back}"


def would_undo(into: Import) -> Undoing:
    """Say what undoing an import would do, and what speaks against it."""
    if into.undone_at:
        return Undoing(0, 0, 0, (WAS_UNDONE,))
    if not into.finished_at and not into.trouble:
        return Undoing(0, 0, 0, (RUNNING,))
    goes, stays = _only_of(into), _made_fuller_by(into)
    public = [*_only_of(into, is_public=True), *_completed_by(into)]
    reasons = _named(WAS_PUBLIC, public)
    changed = list(stays)
    hands_off = untouched(changed)
    reasons += _named(IN_HAND, [release for release in changed if release.pk not in hands_off])
    in_hand = goes.filter(latest_revision__isnull=False).exclude(latest_revision__user=None).count()
    return Undoing(goes.count(), in_hand, len(changed), tuple(reasons))


@transaction.atomic
def undo(into: Import, shown: str, hand: Hand) -> Undoing:
    """Take an import back. Raises Refused, with nothing changed, where anything speaks against it."""
    into = Import.objects.select_for_update(of=("self",)).get(pk=into.pk)
    done = would_undo(into)
    if done.reasons:
        raise Refused(into, done.reasons)
    if done.stamp != shown:
        raise Refused(into, [CHANGED])
    keys = list(_only_of(into).values_list("pk", flat=True))
    stays = list(_made_fuller_by(into).values_list("pk", flat=True))
    _take_back_addresses(into)
    _keep_left(into, stays)
    hashes = set(into.sources.values_list("sha256", flat=True))
    into.findings.all().delete()
    for start in range(0, len(keys), AT_ONCE):
        Release.objects.filter(pk__in=keys[start : start + AT_ONCE], status=Status.DRAFT).delete()
    _refill(into, stays)
    into.sources.all().delete()
    forget_bytes(hashes)
    into.undone_at = hand.at
    into.save(update_fields=["undone_at"])
    let_go(into)
    enter_act(into, Act.What.UNDONE, hand, count=len(keys))
    return done


def _only_of(into: Import, *, is_public: bool = False) -> QuerySet[Release]:
    """Releases that no other import has found: drafts, or else those that are or were public."""
    elsewhere = Finding.objects.filter(release=OuterRef("pk")).exclude(found_in=into)
    found = Release.objects.filter(Exists(Finding.objects.filter(release=OuterRef("pk"), found_in=into)))
    found = found.exclude(Exists(elsewhere))
    return found.exclude(status=Status.DRAFT) if is_public else found.filter(status=Status.DRAFT)


def _written_by(into: Import) -> QuerySet[Release]:
    """Releases that were there before, and whose words this import has written."""
    wrote = Finding.objects.filter(release=OuterRef("pk"), found_in=into).exclude(left_fingerprint="")
    elsewhere = Finding.objects.filter(release=OuterRef("pk")).exclude(found_in=into)
    return Release.objects.filter(Exists(wrote), Exists(elsewhere)).select_related("locale")


def _made_fuller_by(into: Import) -> QuerySet[Release]:
    return _written_by(into).filter(status=Status.DRAFT).prefetch_related("release_attachments__attachment")


def _completed_by(into: Import) -> QuerySet[Release]:
    return _written_by(into).exclude(status=Status.DRAFT)


def _named(sentence: str, releases: Iterable[Release]) -> list[str]:
    headlines = [release.headline for release in releases]
    said = [sentence.format(headline) for headline in headlines[:NAMED]]
    return said + ([AND_MORE.format(len(headlines) - NAMED)] if len(headlines) > NAMED else [])


def _keep_left(into: Import, keys: Sequence[int]) -> None:
    """Let the newest finding that remains of a release say that an import left its words: this one's are about to go."""
    for key in keys:
        found = Finding.objects.filter(release_id=key).order_by("-pk")
        left = found.exclude(left_fingerprint="").values_list("left_fingerprint", flat=True).first()
        remains = found.exclude(found_in=into).first()
        if remains is not None and left:
            remains.left_fingerprint = left
            remains.save(update_fields=["left_fingerprint"])


def _refill(into: Import, keys: Sequence[int]) -> None:
    """Write releases anew from what the other imports found of them."""
    knowns = [known_of(key) for key in keys]
    left = grow([Growing(known) for known in knowns], Shelf([]), Room(into, map(Path, into.asked)))
    for known, fingerprint in left.items():
        remains = Finding.objects.filter(release_id=known.release_id).order_by("-pk").first()
        if remains is not None:
            remains.left_fingerprint = fingerprint
            remains.save(update_fields=["left_fingerprint"])


def _take_back_addresses(into: Import) -> None:
    """Remove the old addresses that only this import has claimed for drafts that stay."""
    elsewhere = Finding.objects.filter(release=OuterRef("release")).exclude(found_in=into)
    ours = into.findings.filter(Exists(elsewhere), release__status=Status.DRAFT).select_related("source")
    for finding in ours.iterator(AT_ONCE):
        others = Finding.objects.filter(release=finding.release_id).exclude(found_in=into).select_related("source")
        kept = {claim.form for other in others for claim in _claims(other)}
        gone = {claim.form for claim in _claims(finding)} - kept
        OldAddress.objects.filter(release_id=finding.release_id, address__in=gone, is_stated=False).delete()


def _claims(finding: Finding):
    return claims_of(finding.record, finding.source.reading.get("address"))
