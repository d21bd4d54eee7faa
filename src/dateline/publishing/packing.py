"""Compressed siblings owed and made: rows that outlive the process, paid by the worker once pages are out."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from dateline.publishing import press
from dateline.publishing.models import Unpacked
from dateline.publishing.pack import lay_siblings, names_below, pack
from dateline.publishing.siblings import without_siblings

# The press is held while so many are laid: about 5 ms. Who meets it taken leaves the pages to whoever has it.
BATCH = 32
EVERY_FILE = ""
MOST_ROWS = 2_000  # a newsroom that is renamed touches all it has: a walk finds that sooner than the rows are written


def owe_siblings(root: Path, names: Iterable[str]) -> None:
    """Owe what these files, just laid, lack. To be called alone at the press, before the debt for the files is cleared."""
    lacking = sorted(set(without_siblings(root, names)))
    if len(lacking) > MOST_ROWS:
        owe_all_siblings()
    elif lacking:
        rows = [Unpacked(name=name) for name in lacking]
        Unpacked.objects.bulk_create(rows, ignore_conflicts=True, batch_size=400)


def owe_all_siblings() -> None:
    """Owe what any file lacks, by one row. To be called alone at the press."""
    Unpacked.objects.filter(name=EVERY_FILE).delete()  # a walk under way clears the row with which it began, no other
    Unpacked.objects.create(name=EVERY_FILE)


def forget_siblings(address: str) -> None:
    """Forget what is owed at and beneath a public address: the row says it."""
    below = address.strip("/")
    for folder in (below, f"_gone/{below}"):
        Unpacked.objects.filter(name__startswith=f"{folder}/").delete()


class Packer:
    """Pays what is owed of siblings, and remembers how far a walk through every file has come."""

    def __init__(self) -> None:
        self._walk: Iterator[list[str]] = iter(())
        self._walks_for: int | None = None  # the row that asked for it

    def __call__(self, root: Path, *, between: Callable[[], object], stops: Callable[[], bool] = lambda: False) -> int:
        """Make the siblings that are owed; give of how many files. Leaves the rest where another is at the press.

        `between` is called each time the press was given back, `stops` before each batch. Raises OSError (disk full);
        what is not made stays owed.
        """
        made, last = 0, 0
        while not stops():
            named = Unpacked.objects.exclude(name=EVERY_FILE).filter(pk__gt=last).order_by("pk")
            rows = list(named.values_list("pk", "name")[:BATCH])
            names = [name for _, name in rows] if rows else self._next_of_all(root)
            if names is None:
                break
            last = rows[-1][0] if rows else last  # a page that changes under our hands has its turn at the next call
            try:
                laid = _pack(root, names)
            except BaseException:
                self._walks_for = None  # it begins anew: what it had in hand is not done
                raise
            if laid is None:
                if not rows:
                    self._walk = chain([names], self._walk)
                break
            made += laid
            between()
        return made

    def _next_of_all(self, root: Path) -> list[str] | None:
        """Give the next files of the walk that is owed; None at its end, and then its row is cleared."""
        row = Unpacked.objects.filter(name=EVERY_FILE).first()
        if row is None:
            return None
        if row.pk != self._walks_for:
            self._walk, self._walks_for = _batches_below(root), row.pk
        if names := next(self._walk, None):
            return names
        row.delete()
        self._walks_for = None
        return None


def pack_everything(root: Path) -> None:
    """Make all siblings below a root that is not the site's: for it nothing is owed."""
    with press.only_one(root, wait=True):
        for names in _batches_below(root):
            lay_siblings(pack(root, names))


def _pack(root: Path, names: list[str]) -> int | None:
    """Make the siblings of some files and clear their rows; give None where another is at the press."""
    packed = pack(root, names)  # what takes time holds nobody up
    with press.only_one(root, wait=False) as alone:
        if not alone:
            return None
        laid = lay_siblings(packed)
        changed = set(without_siblings(root, names)) - laid
        Unpacked.objects.filter(name__in=set(names) - changed).delete()
    return len(laid)


def _batches_below(root: Path) -> Iterator[list[str]]:
    lacking = (name for name in names_below(root) if without_siblings(root, [name]))
    while batch := list(islice(lacking, BATCH)):
        yield batch
