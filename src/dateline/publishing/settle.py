"""Pays what is owed: the only loops that make the public site follow the record. Pages first, then what is slow."""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.laying import lay_all, reason
from dateline.publishing.make import Maker, make
from dateline.publishing.models import Owed
from dateline.publishing.outputs import every_print, pages_of_room
from dateline.publishing.owe import owe
from dateline.publishing.searching.index import index_everything, index_release
from dateline.publishing.standing import list_everywhere

log = logging.getLogger(__name__)
BATCH = 200  # debts read at once: bounds memory, and how much is made again after a kill
SLOW_BATCH = 20  # half a second of work, after which pages that are owed since have their turn


def settle(root: Path | None = None) -> int:
    """Make every owed output and clear its debt; give how many debts were paid.

    Gives 0 at once where another process is at the press: that one pays until nothing is owed. An output that can't
    be made (a full disk, a lost file) stays owed with the reason, and the others are made.
    """
    return settle_pages(root) + settle_slow(root)


def settle_pages(root: Path | None = None) -> int:
    """Make every owed output but PDFs and share images: what a verb does at once. The worker makes those."""
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    paid, failed = 0, set[str]()
    with press.only_one(root, wait=False) as alone:
        if not alone:
            return 0
        while debts := list(Owed.objects.pages().exclude(output__in=failed)[:BATCH]):
            maker = Maker(root)
            maker.prepare(debt.output.split(" ")[-1] for debt in debts if debt.output.startswith("release "))
            made = []
            for debt in debts:
                try:
                    _pay(maker, Output.parse(debt.output))
                except Exception as error:
                    _keep_why(debt, error)
                    failed.add(debt.output)
                else:
                    made.append(debt)
            paid += _clear(made)
    return paid


def settle_slow(
    root: Path | None = None,
    *,
    tries_again: bool = True,
    tell: Callable[[int], None] = lambda paid: None,
    stops: Callable[[], bool] = lambda: False,
) -> int:
    """Make owed PDFs and share images; give how many debts were paid.

    The press is held only while a file is laid, so that pages never wait; pages owed meanwhile are made in between.
    Without `tries_again`, what could not be made before is left. `tell` is told how many debts are paid;
    `stops` is asked before each whether to leave the rest.
    """
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    paid, failed = 0, set[str]()
    owed = Owed.objects.slow() if tries_again else Owed.objects.slow().filter(why="")
    while debts := list(owed.exclude(output__in=failed)[:SLOW_BATCH]):
        maker = Maker(root)
        maker.prepare(debt.output.split(" ")[-1] for debt in debts)
        for debt in debts:
            if stops():
                return paid
            try:
                sheet = make(maker, Output.parse(debt.output))
            except Exception as error:
                _keep_why(debt, error)
                failed.add(debt.output)
                continue
            with press.only_one(root, wait=False) as alone:
                if not alone:
                    return paid
                # Owed again since it was made, it is of an older record: it would lie over a newer one.
                if Owed.objects.filter(pk=debt.pk, stamp=debt.stamp).exists():
                    try:
                        press.lay(root, sheet)
                    except OSError:
                        log.exception("%s could not be written; it stays owed.", debt.output)
                        return paid  # nor could the next: all are tried again at the next turn
                    paid += _clear([debt])
        tell(paid)
        if Owed.objects.pages().filter(why="").exists():
            settle_pages(root)
    return paid


def _pay(maker: Maker, output: Output) -> None:
    """Make one output; or what stands for many, of which those that can't be made are owed by themselves."""
    match output.kind:
        case "findable":
            index_release(output.detail)
        case "search":
            index_everything()
        case "prints":
            owe(every_print())
        case "places":
            list_everywhere()
        case "room":
            owe_failed(lay_all(maker.root, sorted(pages_of_room(output.room))).failed)
            owe(every_print(output.room))
        case _:
            press.lay(maker.root, make(maker, output))


def owe_failed(failed: Mapping[str, str]) -> None:
    """Owe what could not be made, each with its reason."""
    owe(Output.parse(output) for output in failed)
    for output, why in failed.items():
        Owed.objects.filter(output=output).update(why=why)


def _keep_why(debt: Owed, error: Exception) -> None:
    log.error("%s could not be made; it stays owed.", debt.output, exc_info=error)
    Owed.objects.filter(pk=debt.pk).update(why=reason(error))


def _clear(debts: Sequence[Owed]) -> int:
    # Each owing has a stamp of its own: what was owed again since stays owed.
    return Owed.objects.filter(stamp__in=[debt.stamp for debt in debts]).delete()[0] if debts else 0
