"""The ledger as a web server reads it: what no file answers and what has become of it. The files are `render.maps`'s."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Count, F, Q

from dateline.publishing.addresses import CALENDAR, DATA_NAME, PDF_NAME, SHARE_NAME, TEXT_NAME, Output
from dateline.publishing.leads import Answer, notice, removed_notice
from dateline.publishing.press import Sheet
from dateline.publishing.render.maps import render_maps
from dateline.publishing.said import version_path
from dateline.publishing.stood import every_old_answer
from dateline.releases.models import Address, OldAddress, Release
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.old_addresses import form_of
from dateline.releases.status import Status

MAPS = Output("maps")
_BENEATH = ("", TEXT_NAME, DATA_NAME, PDF_NAME, SHARE_NAME, CALENDAR)
_BENEATH_A_VERSION = ("", DATA_NAME, PDF_NAME)


def make_maps() -> Sheet:
    """Make the maps, and the list of old addresses that the embedded server asks for before it looks for a file."""
    answers = every_old_answer() | {form_of(path): answer for path, answer in _ours()}  # ours outrank the old
    return Sheet(render_maps(dict(sorted(answers.items()))), owns=("_maps/",))


def maps_touched_by(releases: Iterable[Release]) -> set[Output]:
    """Owe the maps where they name one of these releases: it has an old address, has moved or was withdrawn."""
    releases = list(releases)
    if any(release.status == Status.WITHDRAWN for release in releases):
        return {MAPS}
    if OldAddress.objects.filter(release__in=releases).exists():
        return {MAPS}
    moved = Address.objects.filter(release__in=releases, stop=Stop.RELEASE).exclude(path=F("release__address"))
    return {MAPS} if moved.exists() else set()


def _ours() -> Iterator[tuple[str, Answer]]:
    """Give our own addresses that no file answers: what stood where a release was withdrawn or has moved, removed files."""
    withdrawn = Q(release__status=Status.WITHDRAWN)
    moved = Q(stop=Stop.RELEASE) & ~Q(path=F("release__address"))
    rows = Address.objects.exclude(release=None).filter(withdrawn | moved | Q(detail=REMOVED))
    found = list(rows.values_list("path", "stop", "detail", "release_id", "release__address", "release__status"))
    numbers = _numbers_of_versions({key for _, stop, _, key, _, _ in found if stop == Stop.RELEASE})
    for path, stop, detail, key, address, status in found:
        places = _beneath(numbers[key]) if stop == Stop.RELEASE else [""]
        for place in places:
            if status == Status.WITHDRAWN:
                yield path + place, Answer(410, file=notice(address))
            elif detail == REMOVED:
                yield path + place, Answer(410, file=removed_notice(address))
            else:
                yield path + place, Answer(301, location=address + place)


def _beneath(count: int) -> list[str]:
    """Name what may have stood beneath a release of so many versions."""
    versions = [version_path("", number) for number in range(1, count)]
    return [*_BENEATH, *(f"{version}{name}" for version in versions for name in _BENEATH_A_VERSION)]


def _numbers_of_versions(releases: set[int]) -> Mapping[int, int]:
    found = Release.objects.filter(pk__in=releases) if len(releases) < 400 else Release.objects.exclude(current=None)
    return dict(found.annotate(said=Count("versions")).values_list("pk", "said"))
