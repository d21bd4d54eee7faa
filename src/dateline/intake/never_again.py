"""Sources from which something was removed to protect a person: they are not read in again."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dateline.intake.models import NeverAgain
from dateline.reading import Reading
from dateline.reading.errors import ReadError

WHAT = "Something in this source was removed to protect a person, so the source is not kept again."
TODO = "Take the passage out of your own copy of the file as well; then it can be read like any other."


def without_removed(readings: Iterable[Reading], hash_of: Callable[[Reading], str]) -> list[Reading]:
    """Give the readings, with an error in the place of each whose very bytes are not to be kept again.

    A part of a file (a post of an export, a mail of a mailbox) is refused by its own bytes; the others are read.
    """
    readings = list(readings)
    if not NeverAgain.objects.exists():
        return readings
    hashes = {each.source: hash_of(each) for each in readings if not each.error}
    known = set(NeverAgain.objects.filter(sha256__in=hashes.values()).values_list("sha256", flat=True))
    return [_refused(each) if hashes.get(each.source) in known else each for each in readings]


def _refused(reading: Reading) -> Reading:
    return replace(reading, releases=(), marks=(), leftovers=(), error=ReadError(WHAT, reading.source, TODO))
