"""What people hand in at the desk for an import: streamed into private storage, kept until the import is finished.

It lies beside the kept sources, below `MEDIA_ROOT`, which nothing serves to the public.
"""

import shutil
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Protocol

from django.conf import settings
from django.utils.text import get_valid_filename

from dateline.intake.models import Import
from dateline.releases.refused import Refused

FOLDER = "uploads"
LONGEST_NAME = 120  # characters; with a folder's own name before it, any file system takes it
NOTHING = "No file was chosen. Choose the files of the archive: texts, exports, documents, or a zip of them."
TOO_LARGE = "Together the files have more than {most}. Import them in parts, or put them into a folder of the server."
TOO_MANY = "These are more than {most:,} files. Put them into one zip, or into a folder of the server."


class Upload(Protocol):
    """A file that is coming in."""

    name: str | None

    def chunks(self) -> Iterator[bytes]:
        """Give its bytes, part by part."""


def keep_uploads(files: Iterable[Upload], *, most_bytes: int, most_files: int) -> Path:
    """Keep uploaded files in a new folder of their own and give it. Raises Refused, with nothing kept."""
    files = list(files)
    if not files:
        raise Refused("the import", [NOTHING])
    if len(files) > most_files:
        raise Refused("the import", [TOO_MANY.format(most=most_files)])
    folder = Path(settings.MEDIA_ROOT) / FOLDER / uuid.uuid4().hex
    folder.mkdir(parents=True, mode=0o700)
    try:
        left = most_bytes
        for number, file in enumerate(files, 1):
            left = _keep(file, _free_name(folder, file.name or "", number), left)
    except _TooLarge as error:
        shutil.rmtree(folder)
        raise Refused("the import", [TOO_LARGE.format(most=_in_words(most_bytes))]) from error
    except BaseException:
        shutil.rmtree(folder)
        raise
    return folder


def let_go(into: Import) -> None:
    """Remove what was uploaded for an import; what lies anywhere else is its owner's."""
    above = (Path(settings.MEDIA_ROOT) / FOLDER).absolute()
    for place in map(Path, into.asked):
        if place.parent == above and place.is_dir():
            shutil.rmtree(place)


class _TooLarge(Exception):
    pass


def _keep(file: Upload, place: Path, left: int) -> int:
    with place.open("xb") as opened:
        place.chmod(0o600)
        for chunk in file.chunks():
            left -= len(chunk)
            if left < 0:
                raise _TooLarge
            opened.write(chunk)
    return left


def _free_name(folder: Path, given: str, number: int) -> Path:
    """Give a name in the folder that leads nowhere else, as near to the given one as it may be."""
    last = PurePosixPath(given.replace("\\", "/")).name.lstrip(".")
    stem = get_valid_filename(last)[-LONGEST_NAME:] if last.strip(". ") else f"file-{number}"
    place = folder / stem
    return place if not place.exists() else folder / f"{number}-{stem}"


def _in_words(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000_000:g} GB" if size_bytes >= 1_000_000_000 else f"{size_bytes / 1_000_000:g} MB"
