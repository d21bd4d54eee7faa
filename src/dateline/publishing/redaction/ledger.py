"""Takes the words out of the addresses of a release. The old address is forgotten: it answers like any unknown one.

An answer "it was here, and is gone" would tell whoever tries a name in the address that the guess was right.
"""

from collections.abc import Iterable

from dateline.publishing.redaction.erasing import owe_public
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import Taking
from dateline.releases.models import Address, Release
from dateline.releases.models.address import REMOVED, Stop


def out_of_ledger(release: Release, taking: Taking) -> dict[str, str]:
    """Rewrite the addresses of a release that say the passage; give which became which. The release isn't saved."""
    if not isinstance(taking.what, Passage):
        return {}
    moved = dict[str, str]()
    rows = list(Address.objects.filter(release=release).order_by("path"))
    for row in rows:
        made = _path_without(row.path, release.room, taking)
        if made != row.path:
            moved[row.path] = _free(made, moved.values(), release)
    for old, new in moved.items():
        known = Address.objects.filter(path=new, release=release).exclude(path=old).exists()
        found = Address.objects.filter(path=old)
        if known:  # both say the same without the words
            found.delete()
        else:
            found.update(path=new)
        owe_public(old)
    if release.address in moved:
        release.address = moved[release.address]
    return moved


def forget_files(release: Release, paths: Iterable[str]) -> None:
    """Note of addresses of files that what stood there was removed."""
    Address.objects.filter(release=release, stop=Stop.ATTACHMENT, path__in=list(paths)).update(detail=REMOVED)


def _path_without(path: str, room: str, taking: Taking) -> str:
    # The room, the year and the month belong to the newsroom.
    beneath = path.removeprefix(room)
    year, month, *rest = beneath.split("/")
    return room + "/".join([year, month, taking.path("/".join(rest))])


def _free(path: str, taken: Iterable[str], release: Release) -> str:
    """Give a path that no other release has; the same in every place where it is asked for again."""
    stem, slash = (path[:-1], "/") if path.endswith("/") else (path, "")
    free, number = path, 1
    while free in taken or Address.objects.filter(path=free).exclude(release=release).exists():
        number += 1
        head, dot, ending = stem.rpartition(".") if not slash else (stem, "", "")
        free = f"{head}-{number}{dot}{ending}" if dot else f"{stem}-{number}{slash}"
    return free
