"""The names of attachments → the files of those names that lie in the imported folders, kept as attachments."""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from dateline.intake.file_names import file_key
from dateline.reading.dispatch import format_of
from dateline.reading.errors import Unreadable
from dateline.reading.read import head_of
from dateline.reading.source import Source
from dateline.releases.models import Attachment

LARGEST_BYTES = 100_000_000  # what nobody mails to a reporter is no attachment, and would fill a small server
LONGEST_STORED_NAME = 60  # the column for the whole path ends at 100

_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/[^/]+$")


class FilesBeside:
    """The files of an import's folders, by name. A folder is listed once, when a name is first looked for."""

    def __init__(self, paths: Iterable[Path], *, keeps: bool = True) -> None:
        self._paths = [Path(path) for path in paths]
        self._keeps = keeps
        self._by_key: dict[str, list[Path]] | None = None
        self._attachments: dict[Path, Attachment] = {}

    def find(self, name: str, beside: Path | None, address: str = "") -> Path | None:
        """Find the file of a name; one that lies beside its source before one that lies elsewhere in the import.

        A web address chooses among files of one name by the folders that it names: "uploads/2014/10/heat.jpg" is not
        the file in "2013/02", also where no other is there.
        """
        if self._by_key is None:
            self._by_key = self._listed()
        month = month_of(address)
        found = [
            path
            for path in self._by_key.get(file_key(name), [])
            if not _is_source(path) and (not month or month_of(str(path)) in ("", month))
        ]
        home = beside.resolve() if beside else None
        return min(found, key=lambda path: (not month_of(str(path)), path.parent != home, path), default=None)

    def attachment(self, path: Path, name: str = "") -> Attachment:
        """Give the attachment made from a file, once however often it is handed out; its own name where none is given.

        The original lies under its hash: a kill leaves nothing that the next run wouldn't use. Where nothing is to be
        kept, the row alone is written, for the caller to roll back.
        """
        if path not in self._attachments:
            self._attachments[path] = _kept(path, name or path.name, self._keeps)
        return self._attachments[path]

    def _listed(self) -> dict[str, list[Path]]:
        by_key: dict[str, list[Path]] = {}
        for given in self._paths:
            root = (given if given.is_dir() else given.parent).resolve()
            for path in _below(root) if given.is_dir() else _files_of(root):
                # A link that leads out of the folder could hand out any file of this machine.
                if not path.is_symlink() or path.resolve().is_relative_to(root):
                    by_key.setdefault(file_key(path.name), []).append(path)
        return by_key


def _below(root: Path) -> Iterable[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _files_of(folder: Path) -> Iterable[Path]:
    return (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _is_source(path: Path) -> bool:
    """Say whether it is a source that offices do not hand out: such a one is not itself an attachment."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_BYTES:
            return True
        return not format_of(head_of(Source(path.name, path))).is_document
    except Unreadable:
        return False
    except OSError:
        return True


def month_of(address: str) -> str:
    """Give the folder of year and month in which a CMS puts what it is given ("uploads/2014/10/heat.jpg"); else ""."""
    found = _MONTH.search(address)
    return f"{found[1]}/{found[2]}" if found else ""


def _kept(path: Path, name: str, keeps: bool) -> Attachment:
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    known = Attachment.objects.filter(original_sha256=sha256, name=name[:255]).first()
    if known is not None:
        return known
    made = Attachment(title=name[:255], name=name[:255], original_sha256=sha256)
    made.file.name = put_original("documents", name, content, keeps)
    made.file_size = len(content)
    made.file_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    made.save()
    return made


def put_original(folder: str, name: str, content: bytes, keeps: bool) -> str:
    """Put an original into the private storage under its hash, if it is to be kept, and give its place there."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = f"{folder}/{sha256[:16]}/{default_storage.get_valid_name(name)[-LONGEST_STORED_NAME:]}"
    if keeps and not default_storage.exists(place):
        default_storage.save(place, ContentFile(content))
    return place
