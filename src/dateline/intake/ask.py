"""An import asked for at the desk → its row, which the serving worker takes up; killed, it goes on at the next start."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from dateline.intake.enter_act import Hand, enter_act
from dateline.intake.models import Act, Import, Stage
from dateline.intake.newsrooms import default_newsroom
from dateline.releases.refused import Refused

NOT_ALLOWED = (
    "“{}” is not in a folder that this server may read for an import. Whoever installed Dateline names such folders in "
    "DATELINE_IMPORT_FOLDERS. Or upload the files."
)
NO_FOLDERS = (
    "This server may read no folder for an import. Whoever installed Dateline can name some in DATELINE_IMPORT_FOLDERS. "
    "Or upload the files."
)
NOT_THERE = "There is no file or folder “{}” on the server. Check how it is written."
ASKED_ALREADY = "An import of the same is under way already. It is shown in the list of imports."
NOT_STOPPED = "This import has not stopped."


@dataclass(frozen=True)
class Wanted:
    """What is to be imported."""

    path: Path
    was_public: bool = False
    newsroom_name: str = ""


def allowed_place(given: str, roots: Sequence[Path]) -> Path:
    """Give the file or folder that is named, where it lies in one of the roots, links followed. Raises Refused."""
    if not roots:
        raise Refused("the import", [NO_FOLDERS])
    path = Path(given.strip())
    try:
        place = path.resolve(strict=True) if path.is_absolute() else None
    except (OSError, ValueError, RuntimeError):
        place = None
    # Nothing is said of what lies outside: not even whether it is there.
    allowed = [root.resolve() for root in roots]
    if place is None:
        inside = path.is_absolute() and any(path.is_relative_to(root) for root in (*roots, *allowed))
        raise Refused("the import", [(NOT_THERE if inside and ".." not in path.parts else NOT_ALLOWED).format(given)])
    if not any(place.is_relative_to(root) for root in allowed):
        raise Refused("the import", [NOT_ALLOWED.format(given)])
    return place


@transaction.atomic
def ask(wanted: Wanted, hand: Hand) -> Import:
    """Ask for an import; give its row, at which a page can look. Raises Refused."""
    asked = [str(wanted.path)]
    if any(each.asked == asked for each in Import.objects.filter(finished_at=None, undone_at=None)):
        raise Refused("the import", [ASKED_ALREADY])
    into = Import.objects.create(
        asked=asked,
        was_public=wanted.was_public,
        newsroom_name=wanted.newsroom_name,
        newsroom=default_newsroom(wanted.newsroom_name),
        started_at=hand.at,
        asked_by=hand.by,
        is_of_the_desk=True,
        stage=Stage.WAITING,
    )
    enter_act(into, Act.What.ASKED, hand)
    return into


@transaction.atomic
def resume(into: Import, hand: Hand) -> None:
    """Let an import of the desk go on that stopped with a trouble a person has mended. Raises Refused."""
    if into.is_over or not into.trouble:
        raise Refused(into, [NOT_STOPPED])
    into.trouble = ""
    into.save(update_fields=["trouble"])
    enter_act(into, Act.What.RESUMED, hand)


def waiting():
    """Give the imports of the desk that are to be carried out, the oldest first."""
    return Import.objects.filter(is_of_the_desk=True, finished_at=None, undone_at=None, trouble="").order_by("pk")
