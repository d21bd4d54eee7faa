"""The ledger of addresses: enters what becomes public, and answers for what is not (or no longer) a file."""

from collections.abc import Iterable, Sequence

from dateline.publishing.addresses import LISTS, Output, press_path
from dateline.publishing.leads import Answer, notice, removed_notice
from dateline.publishing.sitemaps import place
from dateline.publishing.stood import answer_of_old
from dateline.releases.models import Address, Newsroom, newsrooms
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.status import Status


def answer(path: str, old: str = "") -> Answer:
    """Say what a path ("/2014/10/…/") is: moved, withdrawn, or never known.

    `old` is what is asked for in the form of old addresses ("/press?page=5"), which may be known where the path isn't;
    the path is "" where no page of ours can be meant. An address beneath a release's (a version, a file, its plain
    text) shares the release's fate.
    """
    known = _of_ours(path) if path else None
    if known is None and old:
        known = answer_of_old(old)
    return known or Answer(404, file=_missing_page(path))


def _of_ours(path: str) -> Answer | None:
    for known in _and_above(path):
        entry = Address.objects.filter(path=known, release__isnull=False).select_related("release").first()
        if entry is None:
            continue
        release = entry.release
        if release.status == Status.WITHDRAWN:
            return Answer(410, file=notice(release.address))
        if entry.stop == Stop.ATTACHMENT and entry.detail == REMOVED:
            return Answer(410, file=removed_notice(release.address))
        if entry.stop == Stop.RELEASE and release.address != entry.path:
            return Answer(301, location=release.address + path[len(known) :])
        break
    if shown := Address.objects.filter(path=path, stop=Stop.PRESS).select_related("newsroom__locale").first():
        # a picture that the press page no longer has
        return Answer(301, location=press_path(shown.newsroom.public_path))
    return None


def enter(addresses: Sequence[Address]) -> set[Output]:
    """Enter addresses that are not yet known; give the outputs that link to the new ones' neighbours."""
    known = set(Address.objects.filter(path__in=[address.path for address in addresses]).values_list("path", flat=True))
    new = {address.path: address for address in addresses if address.path not in known}
    touched = place([address for address in new.values() if address.stop == Stop.RELEASE])
    Address.objects.bulk_create(new.values(), ignore_conflicts=True, batch_size=400)
    if any(address.stop in LISTS for address in new.values()):
        touched.add(Output("sitemaps"))
    for stop in (Stop.MONTH, Stop.YEAR, *LISTS):
        fresh = {(a.newsroom, a.detail) for a in new.values() if a.stop == stop}
        touched |= _neighbours(str(stop), fresh)
    return touched


def _neighbours(kind: str, fresh: Iterable[tuple[Newsroom, str]]) -> set[Output]:
    touched: set[Output] = set()
    by_room: dict[Newsroom, set[str]] = {}
    for room, detail in fresh:
        by_room.setdefault(room, set()).add(detail)
    for room, details in by_room.items():
        known = sorted(Address.objects.filter(newsroom=room, stop=kind).values_list("detail", flat=True))
        for at, detail in enumerate(known):
            if kind in LISTS:  # every page of a topic, a kind … names its years
                is_near = any(detail.split("/")[0] == each.split("/")[0] for each in details)
            else:
                is_near = not details.isdisjoint(known[max(0, at - 1) : at + 2])
            if is_near:
                touched.add(Output(kind, room.public_path, detail))
        if kind == "kind":  # a kind's feed leads to its page from when there is one
            touched |= {Output("feed", room.public_path, f"kinds/{detail}") for detail in details if "/" not in detail}
        if kind == "month":  # a year's page names its months
            touched |= {Output("year", room.public_path, detail[:4]) for detail in details}
    return touched


def _and_above(path: str) -> list[str]:
    parts = path.strip("/").split("/")
    above = ["/" + "/".join(parts[:count]) + "/" for count in range(len(parts), 2, -1)]
    return [path, *(each for each in above if each != path)]


def _missing_page(path: str) -> str:
    language = path.strip("/").split("/")[0]
    is_room = any(room.public_path == f"/{language}/" for room in newsrooms())
    return f"{language}/404.html" if is_room else "404.html"
