"""Where an old address leads: what stood there and what has become of that, in; an answer, out. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.publishing.addresses import month_path

GONE = "_gone"  # notices lie here, since a folder can't say 410: the server does


@dataclass(frozen=True)
class Answer:
    """What an address gets that no file answers."""

    status: int  # 200 (the file answers after all), 301, 404 or 410
    location: str = ""  # path to go to, for 301
    file: str = ""  # file below the public root to send with this status; "" for 301


@dataclass(frozen=True, slots=True)
class Stood:
    """One thing that stood at an old address, and what has become of it. Nothing that isn't public is among them."""

    was: str  # releases.models.old_address.Was
    detail: str  # of a page, where it leads; of a release, what beneath its own page: "" or "release.pdf"
    address: str = ""  # of the release
    room: str = ""
    dated_on: date = date.min
    is_withdrawn: bool = False
    is_removed: bool = False  # the file, and the notice that says so is there
    file: str = ""  # where the file stands now; "" where it was never found


def notice(release: str) -> str:
    """Give the file that answers where a release was withdrawn."""
    return f"{GONE}{release}index.html"


def removed_notice(release: str) -> str:
    """Give the file that answers for what a release handed out and hands out no more."""
    return f"{GONE}{release}removed/index.html"


def where_leads(stood: Sequence[Stood]) -> Answer | None:
    """Say where an old address leads, given all that stood there; None where nothing of it is public."""
    if not stood:
        return None
    one = stood[0]
    if one.was == "list":
        return Answer(301, location=_most_of(stood))
    if one.was == "page":
        return Answer(301, location=one.detail)
    if one.is_withdrawn:
        return Answer(410, file=notice(one.address))
    if one.was == "file":
        return Answer(410, file=removed_notice(one.address)) if one.is_removed else _to(one.file or one.address)
    return _to(one.address + one.detail)


def _to(path: str) -> Answer:
    return Answer(301, location=path)


def _most_of(stood: Sequence[Stood]) -> str:
    """Give the month that holds most of a list; of two that hold as many, the newer."""
    counted = Counter((one.dated_on.strftime("%Y-%m"), one.room) for one in stood)
    (month, room), _ = max(counted.items(), key=lambda pair: (pair[1], pair[0]))
    return month_path(room, date.fromisoformat(f"{month}-01"))
