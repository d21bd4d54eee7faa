"""Pays what is owed: the only loop that makes the public site follow the record."""

import logging
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.make import Maker, outputs_of_room
from dateline.publishing.models import Owed
from dateline.publishing.searching.index import index_release

log = logging.getLogger(__name__)
BATCH = 200  # debts read at once: bounds memory, and how much is made again after a kill


def settle(root: Path | None = None) -> int:
    """Make every owed output and clear its debt; give how many debts were paid.

    Gives 0 at once where another process is at the press: that one pays until nothing is owed. An output that can't
    be made (a full disk, a lost file) stays owed with the reason, and the others are made.
    """
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    paid, failed = 0, set[str]()
    with press.only_one(root, wait=False) as alone:
        if not alone:
            return 0
        while debts := list(Owed.objects.exclude(output__in=failed).order_by("pk")[:BATCH]):
            maker = Maker()
            maker.prepare(debt.output.split(" ")[-1] for debt in debts if debt.output.startswith("release "))
            for debt in debts:
                try:
                    _make(maker, Output.parse(debt.output), root)
                except Exception as error:
                    log.exception("%s could not be made; it stays owed.", debt.output)
                    Owed.objects.filter(pk=debt.pk).update(why=f"{type(error).__name__}: {error}")
                    failed.add(debt.output)
                else:
                    paid += Owed.objects.filter(output=debt.output, stamp=debt.stamp).delete()[0]
    return paid


def _make(maker: Maker, output: Output, root: Path) -> None:
    if output.kind == "findable":
        index_release(output.detail)
        return
    for each in sorted(outputs_of_room(output.room)) if output.kind == "room" else [output]:
        press.lay(root, maker.make(each))
