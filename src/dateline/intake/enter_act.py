"""What a person did with an import → its row in the log. Nobody changes one from the desk."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from dateline.intake.models import Act, Finding, Import
from dateline.releases.refused import Refused

RUNNING = "This import is still running. What it found can be settled when it is done; this page shows how far it is."
WAS_UNDONE = "This import was undone. Import the same files again to take it up anew."


@dataclass(frozen=True)
class Hand:
    """Who does something, and when."""

    by: AbstractBaseUser | None
    at: datetime  # aware


def enter_act(
    into: Import, what: str, hand: Hand, *, finding: Finding | None = None, count: int = 1, about: str = ""
) -> None:
    """Write a row of the log; call it in the transaction of the act."""
    Act.objects.create(found_in=into, what=what, by=hand.by, at=hand.at, finding=finding, count=count, about=about[:40])


def require_over(into: Import) -> None:
    """Refuse while the machine is at it, and once it was undone; as the record says by now."""
    into = Import.objects.get(pk=into.pk)
    if into.undone_at:
        raise Refused(into, [WAS_UNDONE])
    if not into.finished_at:
        raise Refused(into, [RUNNING])
