"""An import tried out: everything is done but publishing, in a transaction that is rolled back."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from dateline.intake.begin import Asked
from dateline.intake.outcome import outcome_of
from dateline.intake.ready import ready_to_complete, ready_to_publish
from dateline.intake.take_in import batches
from dateline.publishing.importing.keep import Done, Read
from dateline.publishing.importing.take_in_all import take_in_all
from dateline.reading import read_paths
from dateline.reading.work import Work


def try_out(asked: Asked, *, read: Read = read_paths, now: Callable[[], datetime] = timezone.now) -> Done:
    """Say what would come of an import; keep nothing, publish nothing."""
    with transaction.atomic(), Work() as work:
        into = take_in_all(asked, batches(read(asked.paths, work)), whole=0, now=now, keeps=False)
        done = Done(outcome_of(into), len(ready_to_publish(into)), len(ready_to_complete(into)), ())
        transaction.set_rollback(True)
    return done
