"""The record → the outputs that exist: of the whole site, of one newsroom."""

from collections.abc import Iterable

from dateline.publishing.addresses import LISTS, SLOW_KINDS, Output, every_output
from dateline.publishing.gather.subscribed import sitemap_names
from dateline.releases.models import Address, Release, newsrooms
from dateline.releases.models.address import Stop
from dateline.releases.status import Status


def all_pages() -> set[Output]:
    """Name every output of the site that is not slow, as the record stands."""
    return _outputs(room.public_path for room in newsrooms())


def every_print(room: str | None = None) -> list[Output]:
    """Name every output that is slow, of the site or of one newsroom."""
    public = Release.objects.exclude(status=Status.DRAFT)
    uids = (public if room is None else public.filter(room=room)).values_list("uid", flat=True)
    return [Output(kind, detail=str(uid)) for uid in uids for kind in sorted(SLOW_KINDS)]


def pages_of_room(room: str) -> set[Output]:
    """Name every page that shows something of this newsroom's own: its name, its contacts, its accent."""
    return {output for output in _outputs([room]) if output.kind != "sitemap"}  # these name addresses only


def _outputs(paths: Iterable[str]) -> set[Output]:
    languages = {room.public_path: room.language for room in newsrooms()}
    rooms = {path: languages[path] for path in paths if path in languages}
    ledger = Address.objects.filter(stop__in=[Stop.MONTH, Stop.COVERAGE, *LISTS]).values_list(
        "newsroom__is_default", "newsroom__locale__language_code", "stop", "detail"
    )
    known = [("/" if is_default else f"/{language}/", stop, detail) for is_default, language, stop, detail in ledger]
    public = Release.objects.exclude(status=Status.DRAFT).filter(room__in=rooms)
    return every_output(
        rooms,
        [(room, detail) for room, stop, detail in known if stop == Stop.MONTH and room in rooms],
        [(stop, room, detail) for room, stop, detail in known if stop in LISTS and room in rooms],
        [(room, detail) for room, detail in sitemap_names() if room in rooms],
        [str(uid) for uid in public.values_list("uid", flat=True)],
        [(room, detail) for room, stop, detail in known if stop == Stop.COVERAGE and room in rooms],
    )
