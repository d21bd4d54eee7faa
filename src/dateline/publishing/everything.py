"""Publishes everything from nothing: the same bytes that publishing step by step gives."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.make import Maker, all_outputs
from dateline.publishing.models import Owed
from dateline.publishing.owe import owe
from dateline.publishing.packing import owe_all_siblings, pack_everything
from dateline.publishing.searching.index import index_everything
from dateline.publishing.settle import BATCH, settle_siblings, settle_slow

Tell = Callable[[int, int], None]


def publish_everything(root: Path | None = None, progress: Tell | None = None, *, leaves_slow: bool = False) -> int:
    """Make all outputs into `root`, remove what should not be there, fill the search; give how many outputs were made.

    With `leaves_slow`, PDFs, share images and compressed siblings are owed and left to the worker. Those that stand already and would be
    made of the same things are not made again. `progress` is told (outputs made, outputs in all). Raises OSError
    where the folder can't be written.
    """
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    is_the_site = root == Path(settings.DATELINE_PUBLIC_ROOT)
    outputs = sorted(all_outputs())
    pages, slow = [each for each in outputs if not each.is_slow], [each for each in outputs if each.is_slow]
    count = len(pages) if leaves_slow else len(outputs)

    def tell(done: int) -> None:
        if progress:
            progress(done, count)

    with press.only_one(root, wait=True):
        debts = list(Owed.objects.pages().values_list("output", "stamp")) if is_the_site else []
        kept = _lay_all(root, pages, tell)
        press.remove_all_but(root, kept)
        if is_the_site:  # there is one index, in the database
            index_everything()
            owe_all_siblings()
        for name, stamp in debts:
            Owed.objects.filter(output=name, stamp=stamp).delete()
    if is_the_site:
        owe(slow)
    if leaves_slow:
        return count
    if is_the_site:
        settle_slow(root, tell=lambda done: tell(len(pages) + done))
        settle_siblings(root)
    else:
        _lay_all(root, slow, lambda done: tell(len(pages) + done))
        pack_everything(root)
    return count


def _lay_all(root: Path, outputs: list[Output], tell: Callable[[int], None]) -> set[str]:
    """Make and lay outputs; give the names of all files that they lay, or that another output lays among them."""
    maker, kept = Maker(root), set[str]()
    for at, output in enumerate(outputs, 1):
        if at % BATCH == 1:
            maker.prepare(each.detail for each in outputs[at - 1 : at - 1 + BATCH] if each.is_of_a_release)
        sheet = maker.make(output)
        press.lay(root, sheet)
        kept.update(sheet.files, sheet.spares)
        tell(at)
    return kept
