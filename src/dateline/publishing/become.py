"""What a person says an old address has become (a path of ours, a release's uid) → what stood there, or why not."""

import re
import uuid
from dataclasses import dataclass

from django.conf import settings

from dateline.publishing.addresses import CALENDAR, DATA_NAME, INDEXES, PDF_NAME, SHARE_NAME, TEXT_NAME
from dateline.releases.models import Address, Newsroom, Release, Version
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.models.old_address import Was

NO_RELEASE = "There is no release of the uid {}."
ELSEWHERE = (
    "“{}” is not of this newsroom. An old address leads only to what it has become here: write a path, as in /2014/10/."
)
NO_PAGE = (
    "There is no page of this newsroom at “{}”. Write the path of one that is public, or the uid of a release, "
    "which may be a draft."
)
_PATH = re.compile(r"/[a-z0-9./_-]*")
_BENEATH = re.compile(
    rf"(?:versions/[1-9]\d*/)?(?:{'|'.join(map(re.escape, (TEXT_NAME, DATA_NAME, PDF_NAME, SHARE_NAME, CALENDAR)))})?"
)
# Of what each newsroom has once, the address where it isn't the kind itself.
_CALLED = {"front": "", "feed": "feed.atom", "addressees": "addressed/", "missing": None}


@dataclass(frozen=True)
class Became:
    """What an old address has become, as a row of the old addresses says it."""

    was: str
    release: Release | None = None
    detail: str = ""


def became(new: str) -> Became:
    """Find what is named. Raises ValueError, with a sentence, where an old address can't lead there."""
    new = new.strip()
    if uid := _uid(new):
        release = Release.objects.filter(uid=uid).first()
        if release is None:
            raise ValueError(NO_RELEASE.format(new))
        return Became(Was.RELEASE, release)
    site = settings.DATELINE_SITE_ADDRESS
    path = new.removeprefix(site) if site else new
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(ELSEWHERE.format(new))
    for written in (path, f"{path}/"):
        if _PATH.fullmatch(written) and (found := _at(written)):
            return found
    raise ValueError(NO_PAGE.format(new))


def is_page_of_ours(path: str) -> bool:
    """Say whether a page of the newsroom, or a page's file, stands at a path."""
    return _at(path) is not None


def _at(path: str) -> Became | None:
    entry = Address.objects.filter(path=path).select_related("release").first()
    if entry is None:
        return _beneath(path) or (Became(Was.PAGE, detail=path) if path in _indexes() else None)
    if entry.stop == Stop.RELEASE:
        return Became(Was.RELEASE, entry.release)
    if entry.stop != Stop.ATTACHMENT:
        return Became(Was.PAGE, detail=path)
    name = "" if entry.detail == REMOVED else _name_of_file(entry)
    return Became(Was.FILE, entry.release, name) if name else Became(Was.RELEASE, entry.release)


def _beneath(path: str) -> Became | None:
    parts = path.split("/")
    for count in range(len(parts) - 1, 3, -1):
        above = "/".join(parts[:count]) + "/"
        entry = Address.objects.filter(path=above, stop=Stop.RELEASE).select_related("release").first()
        if entry is not None:
            rest = path.removeprefix(above)
            return Became(Was.RELEASE, entry.release, rest) if _BENEATH.fullmatch(rest) else None
    return None


def _name_of_file(entry: Address) -> str:
    for version in Version.objects.filter(release=entry.release).order_by("-number"):
        for file in version.words["printed"]["files"]:
            if file["path"] == entry.path:
                return file["name"]
    return ""


def _indexes() -> set[str]:
    rooms = [room.public_path for room in Newsroom.objects.live().select_related("locale")]
    names = [_CALLED.get(kind, f"{kind}/") for kind in (*INDEXES, "search")] + ["feed.rss", "feed.json"]
    return {f"{room}{name}" for room in rooms for name in names if name is not None}


def _uid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
