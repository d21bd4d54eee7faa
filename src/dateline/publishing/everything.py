"""Publishes everything from nothing: the same bytes that publishing step by step gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.laying import lay_all
from dateline.publishing.models import Owed
from dateline.publishing.outputs import all_pages, every_print
from dateline.publishing.owe import owe
from dateline.publishing.packing import owe_all_siblings, pack_everything
from dateline.publishing.settle import owe_failed, settle_pages, settle_siblings, settle_slow
from dateline.publishing.standing import list_everywhere

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Made:
    """What came of publishing everything."""

    count: int  # outputs made
    failed: Mapping[str, str]  # an output, as text → why it could not be made; what lay there stays


def publish_everything(
    root: Path | None = None, progress: Tell | None = None, *, leaves_slow: bool = False, processes: int = 1
) -> Made:
    """Make all outputs into `root`, remove what should not be there, fill the search.

    With `leaves_slow`, the search, PDFs, share images and compressed siblings are owed and left to the worker. Those
    that stand already and would be made of the same things are not made again. `progress` is told (outputs made, outputs in all);
    `processes` as in `lay_all`. Raises OSError where the folder can't be written.
    """
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    is_the_site = root == Path(settings.DATELINE_PUBLIC_ROOT)
    with press.only_one(root, wait=True):
        if is_the_site and Owed.objects.filter(output="places").exists():
            list_everywhere()
        pages = sorted(all_pages())
        prints = [] if leaves_slow else every_print()
        count = len(pages) + len(prints)

        def tell(done: int) -> None:
            if progress:
                progress(done, count)

        stamps = list(Owed.objects.pages().values_list("stamp", flat=True)) if is_the_site else []
        laid = lay_all(root, pages, tell, processes=processes)
        if not laid.failed:  # nobody knows which of the files are theirs
            press.remove_all_but(root, laid.files)
        failed = laid.failed
        if is_the_site:
            for start in range(0, len(stamps), 400):
                Owed.objects.filter(stamp__in=stamps[start : start + 400]).delete()
            owe_failed(failed)
            owe([Output("search"), Output("prints")])
            owe_all_siblings()
        else:
            failed = failed | lay_all(root, prints, lambda done: tell(len(pages) + done)).failed
    if is_the_site and not leaves_slow:
        settle_pages(root)
        settle_slow(root, tell=lambda done: tell(len(pages) + done))
        settle_siblings(root)
        failed = failed | dict(Owed.objects.slow().exclude(why="").values_list("output", "why"))
    elif not leaves_slow:
        pack_everything(root)
    return Made(count - len(failed), failed)
