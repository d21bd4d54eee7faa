"""Pays what is owed: the only loops that make the public site follow the record. Pages first, then what is slow."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from django.conf import settings
from django.db import transaction

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.laying import lay_all, reason
from dateline.publishing.make import Maker, make
from dateline.publishing.models import Owed
from dateline.publishing.outputs import every_print, pages_of_room
from dateline.publishing.owe import owe
from dateline.publishing.packing import Packer, owe_siblings
from dateline.publishing.searching.index import index_everything, index_release
from dateline.publishing.standing import list_everywhere

log = logging.getLogger(__name__)
BATCH = 200  # debts read at once: bounds memory, and how much is made again after a kill
SLOW_BATCH = 20  # half a second of work, after which pages that are owed since have their turn


def settle(root: Path | None = None) -> int:
    """Make every owed output and clear its debt, then compress what is new; give how many debts were paid.

    Gives 0 at once where another process is at the press: that one pays until nothing is owed. An output that can't
    be made (a full disk, a lost file) stays owed with the reason, and the others are made.
    """
    paid = settle_pages(root) + settle_slow(root)
    settle_siblings(root)
    return paid


def settle_pages(root: Path | None = None) -> int:
    """Make every owed output but PDFs and share images: what a verb does at once. The worker makes those."""
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    paid, failed = 0, set[str]()
    with press.only_one(root, wait=False) as alone:
        if not alone:
            return 0
        while debts := list(Owed.objects.pages().exclude(output__in=failed)[:BATCH]):
            maker = Maker(root)
            maker.prepare(Output.parse(debt.output) for debt in debts)
            made, laid = [], list[str]()
            for debt in debts:
                try:
                    laid += _pay(maker, Output.parse(debt.output))
                except Exception as error:
                    _keep_why(debt, error)
                    failed.add(debt.output)
                else:
                    made.append(debt)
            with transaction.atomic():
                owe_siblings(root, laid)
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
        maker.prepare(Output.parse(debt.output) for debt in debts)
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
        _settle_pages_since(root)
    return paid


def settle_siblings(
    root: Path | None = None, *, packer: Packer | None = None, stops: Callable[[], bool] = lambda: False
) -> int:
    """Make owed compressed siblings; give of how many files. Pages owed meanwhile are made in between.

    A `packer` that is kept goes on where it stopped; `stops` is asked again and again whether to leave the rest.
    Raises OSError (disk full); what is not made stays owed.
    """
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    return (packer or Packer())(root, between=lambda: _settle_pages_since(root), stops=stops)


def _settle_pages_since(root: Path) -> None:
    """Make what was owed while the press was ours: whoever owed it met it taken and left it to us."""
    if Owed.objects.pages().filter(why="").exists():
        settle_pages(root)


def _pay(maker: Maker, output: Output) -> Collection[str]:
    """Make one output; or what stands for many, of which those that can't be made are owed by themselves.

    Gives the names of the files that are laid.
    """
    match output.kind:
        case "findable":
            index_release(output.detail)
        case "search":
            failed = index_everything().items()
            owe_failed({str(Output("findable", detail=uid)): reason(error) for uid, error in failed})
        case "prints":
            owe(every_print())
        case "places":
            list_everywhere()
        case "room":
            laid = lay_all(maker.root, sorted(pages_of_room(output.room)))
            owe_failed(laid.failed)
            owe(every_print(output.room))
            return laid.files
        case _:
            sheet = make(maker, output)
            press.lay(maker.root, sheet)
            return sheet.files.keys()
    return ()


def owe_failed(failed: Mapping[str, str]) -> None:
    """Owe what could not be made, each with its reason."""
    owe(Output.parse(output) for output in failed)
    for output, why in failed.items():
        Owed.objects.filter(output=output).update(why=why)


def _keep_why(debt: Owed, error: Exception) -> None:
    log.error("%s could not be made; it stays owed.", debt.output, exc_info=error)
    Owed.objects.filter(pk=debt.pk).update(why=reason(error))


def _clear(debts: Sequence[Owed]) -> int:
    """Clear debts that are still those that were paid; one that is owed again has another stamp."""
    return Owed.objects.filter(stamp__in=[debt.stamp for debt in debts]).delete()[0] if debts else 0
