"""Carries out one import that was asked for at the desk, in a process of its own: `python -m … KEY`.

Killed, it goes on at the next start: what is done is in the record. Where it can't go on, the reason is in its row.
"""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.settings import ready  # noqa: F401  isort: skip
from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from dateline.intake.ask import waiting
from dateline.intake.begin import Asked
from dateline.intake.models import Import
from dateline.publishing.importing.keep import keep
from dateline.releases.refused import Refused

BUSY = 3  # exit status: another process is at an import
BY_ACCIDENT = (
    "It stopped by an error of the program ({}). What was read is kept. Let it go on; if it stops there again, show "
    "this to whoever installed Dateline."
)
NOT_WRITTEN = "Something could not be read or written ({}). Make room or mend the folder, then let it go on."


def carry_out(key: int) -> int:
    """Carry out an import and give the exit status: 0, or BUSY where another process works."""
    with _alone() as is_alone:
        if not is_alone:
            return BUSY
        into = waiting().filter(pk=key).first()
        if into is None:
            return 0  # done, undone or stopped meanwhile
        try:
            keep(Asked(tuple(map(Path, into.asked)), into.was_public, into.newsroom_name))
        except Refused as no:
            _stop(into, " ".join(no.reasons))
        except DatabaseError:
            raise  # locked or gone: nothing that a person mends at the desk; the worker tries again
        except OSError as error:
            _stop(into, NOT_WRITTEN.format(error.strerror or error))
        except Exception as error:
            _stop(into, BY_ACCIDENT.format(f"{type(error).__name__}: {error}"[:200]))
            raise  # its trace belongs into the log
    return 0


def _stop(into: Import, why: str) -> None:
    Import.objects.filter(pk=into.pk).update(trouble=why, beat_at=timezone.now())


@contextmanager
def _alone() -> Iterator[bool]:
    """Say whether no other process carries out an import; the system lets go when this one dies, however it does."""
    place = Path(settings.MEDIA_ROOT) / "importing.lock"
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with place.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


if __name__ == "__main__":
    sys.exit(carry_out(int(sys.argv[1])))
