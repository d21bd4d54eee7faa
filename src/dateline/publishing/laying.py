"""Makes and lays many outputs, releases read many at once; one that can't be made keeps none of the others."""

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

from django.db import connections

from dateline.publishing import press
from dateline.publishing.addresses import Output
from dateline.publishing.make import Maker, make
from dateline.publishing.render.environment import environment

log = logging.getLogger(__name__)
BATCH = 250  # outputs made of one reading: bounds memory


@dataclass
class Laid:
    """What came of it."""

    files: set[str] = field(default_factory=set)  # laid, or laid among them by other outputs; below the root
    failed: dict[str, str] = field(default_factory=dict)  # an output, as text → why it could not be made

    def add(self, other: "Laid") -> None:
        """Take over what came of others."""
        self.files |= other.files
        self.failed |= other.failed


def lay_all(
    root: Path, outputs: Sequence[Output], tell: Callable[[int], None] = lambda done: None, *, processes: int = 1
) -> Laid:
    """Make and lay outputs into `root`; `tell` is told how many are done.

    With more than one process, the calling one must have no transaction open and no other thread: it is copied.
    Raises OSError where the folder can't be written.
    """
    batches = [outputs[start : start + BATCH] for start in range(0, len(outputs), BATCH)]
    laid, done = Laid(), 0
    for each in _in_processes(root, batches, processes) if processes > 1 else _one_by_one(root, batches):
        laid.add(each)
        done = min(done + BATCH, len(outputs))
        tell(done)
    return laid


def reason(error: Exception) -> str:
    """Say why something could not be made, for the desk."""
    return f"{type(error).__name__}: {error}"


def _one_by_one(root: Path, batches: Sequence[Sequence[Output]]) -> Iterator[Laid]:
    maker = Maker(root)
    return (_lay(maker, batch) for batch in batches)


def _in_processes(root: Path, batches: Sequence[Sequence[Output]], processes: int) -> Iterator[Laid]:
    for room in Maker(root).record.rooms.values():
        environment(room.language)  # its templates are compiled once, not in each process
    connections.close_all()  # a copy of a connection would talk into ours
    with ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=gc.freeze) as others:
        yield from others.map(partial(_lay_as_other, root), batches)


def _lay_as_other(root: Path, batch: Sequence[Output]) -> Laid:
    return _lay(_own_maker(root), batch)


@cache
def _own_maker(root: Path) -> Maker:
    return Maker(root)  # one reading of the newsrooms for all batches of a process, which ends with them


def _lay(maker: Maker, batch: Sequence[Output]) -> Laid:
    laid = Laid()
    maker.prepare(batch)
    for output in batch:
        try:
            sheet = make(maker, output)
        except Exception as error:
            log.exception("%s could not be made.", output)
            laid.failed[str(output)] = reason(error)
            continue
        press.lay(maker.root, sheet)  # what this raises, a full disk, would meet the next as well
        laid.files.update(sheet.files, sheet.spares)
    return laid
