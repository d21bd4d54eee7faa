"""Logos and photographs of a newsroom: cleaned copies for its press page, at addresses of their own."""

from typing import Any

from django.db import transaction

from dateline.publishing.addresses import Output, file_path, press_path
from dateline.publishing.clean.record import CannotClean
from dateline.publishing.owe import owe
from dateline.publishing.pictures import print_picture
from dateline.publishing.settle import settle_pages
from dateline.releases.models import Address, NewsroomPicture
from dateline.releases.models.address import Stop
from dateline.releases.refused import Refused

PAGE_WIDTHS = (800,)  # pixels: pictures stand beside each other


def picture_has_changed(sender, instance: NewsroomPicture, raw: bool = False, **kwargs) -> None:
    """Make the copies of a picture that was saved, and owe the press page that shows it. Raises Refused."""
    if raw:
        return
    room = instance.newsroom.public_path
    with transaction.atomic():
        if kwargs.get("created") is not None:  # saved, not deleted
            NewsroomPicture.objects.filter(pk=instance.pk).update(printed=_printed(instance, room))
        owe({Output("press", room)})
        transaction.on_commit(settle_pages)


def _printed(row: NewsroomPicture, room: str) -> dict[str, Any]:
    try:
        with row.picture.open_file() as opened:
            return print_picture(
                opened.read(), PAGE_WIDTHS, row.name, lambda name, sha256: _address(row, room, name, sha256)
            )
    except CannotClean as error:
        raise Refused(row.newsroom, [f"The picture “{row.picture.title}” can't be shown. {error}"]) from error
    except OSError as error:  # the CMS's own, where the file is not there
        missing = f"The picture “{row.picture.title}” is missing from the private folder. Choose it again."
        raise Refused(row.newsroom, [missing]) from error


def _address(row: NewsroomPicture, room: str, name: str, sha256: str) -> str:
    """Give the same bytes the address that they have had; other bytes never take one that was public."""
    known = dict(Address.objects.filter(newsroom=row.newsroom, stop=Stop.PRESS).values_list("path", "detail"))
    stem = file_path(press_path(room), name, ())
    if known.get(stem) == sha256:
        return stem
    path = file_path(press_path(room), name, known)
    Address.objects.create(path=path, stop=Stop.PRESS, newsroom=row.newsroom, detail=sha256)
    return path
