"""Publishes everything from nothing: the same bytes that publishing step by step gives."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.make import Maker, all_outputs
from dateline.publishing.models import Owed
from dateline.publishing.searching.index import index_everything
from dateline.publishing.settle import BATCH


def publish_everything(root: Path | None = None, progress: Callable[[int, int], None] | None = None) -> int:
    """Make all outputs into `root`, remove what should not be there, fill the search; give how many outputs were made.

    `progress` is told (outputs made, outputs in all). Raises OSError where the folder can't be written.
    """
    root = root or Path(settings.DATELINE_PUBLIC_ROOT)
    is_the_site = root == Path(settings.DATELINE_PUBLIC_ROOT)
    with press.only_one(root, wait=True):
        debts = list(Owed.objects.values_list("output", "stamp")) if is_the_site else []
        outputs = sorted(all_outputs())
        maker, kept = Maker(), set[str]()
        for at, output in enumerate(outputs, 1):
            if at % BATCH == 1:
                maker.prepare(each.detail for each in outputs[at - 1 : at - 1 + BATCH] if each.kind == "release")
            sheet = maker.make(output)
            press.lay(root, sheet)
            kept.update(sheet.files)
            if progress:
                progress(at, len(outputs))
        press.remove_all_but(root, kept)
        if is_the_site:  # there is one index, in the database
            index_everything()
        for name, stamp in debts:
            Owed.objects.filter(output=name, stamp=stamp).delete()
    return len(outputs)
