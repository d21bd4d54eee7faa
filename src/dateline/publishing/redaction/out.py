"""Whether what was removed is out of the public site and out of private storage: looked at, and said."""

import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.models import Erasure, Owed
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.settle import settle

LOOK_SECONDS = 0.2
NOT_MADE = "{} could not be made, so the old one may still be public: {}"
NOT_YET = "{} is still being made by another process. Look again in a minute."
NOT_ERASED = "{} is still in private storage. It is tried again by itself."


def _press_is_free() -> bool:
    with press.only_one(Path(settings.DATELINE_PUBLIC_ROOT), wait=False) as alone:
        return alone


def still_there(outputs: Iterable[Output], wait_seconds: float) -> list[str]:
    """Settle, wait for whoever else is at the press, and give a sentence for everything that is not yet gone."""
    names = sorted(map(str, outputs))
    began = time.monotonic()
    while owed := list(Owed.objects.filter(output__in=names).order_by("output")):
        paid = settle()
        if all(debt.why for debt in owed) or time.monotonic() - began > wait_seconds:
            break
        if not paid and _press_is_free():
            break  # nobody else is making what could not be made here
        time.sleep(LOOK_SECONDS)
    erase()
    owed = list(Owed.objects.filter(output__in=names).order_by("output"))
    said = [NOT_MADE.format(debt.output, debt.why) if debt.why else NOT_YET.format(debt.output) for debt in owed]
    places = {
        Erasure.Where.PRIVATE: "A file",
        Erasure.Where.PUBLIC: "An old address",
        Erasure.Where.DATABASE: "A copy of it",
    }
    return said + sorted({NOT_ERASED.format(places[Erasure.Where(debt.where)]) for debt in Erasure.objects.all()})
