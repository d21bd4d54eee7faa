"""The record → a folder of JSON Lines, Markdown and files, written beside its place and renamed into it when whole."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.exporting import shape
from dateline.exporting.drafts import write_drafts
from dateline.exporting.markdown import release_file
from dateline.exporting.releases import release_records
from dateline.exporting.rooms import contacts_shown, records_after, records_before
from dateline.exporting.said import files_of
from dateline.publishing import cleaned
from dateline.publishing.said import copies_in
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Status

Tell = Callable[[int, int], None]

NO_EXPORT = "{} is not empty and is no earlier export. Name an empty folder, or one that does not exist yet."
NO_FOLDER = "{} is a file. Name a folder."
LOST = "The file {} is missing from the private folder. Put back the last copy of it, then export again."


@dataclass(frozen=True)
class Exported:
    """What was written."""

    releases: int
    drafts: int
    files: int


@dataclass
class _Folder:
    """A folder that is being written: keeps a digest of each file, in a file, not in memory."""

    at: Path
    digests: Any  # the open file
    count: int = 0

    def keep(self, name: str, content: Iterable[bytes]) -> None:
        """Write one file and its digest."""
        file = self.at / name
        file.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with file.open("wb") as opened:
            for part in content:
                digest.update(part)
                opened.write(part)
        self.digests.write(f"{digest.hexdigest()}  {name}\n".encode())
        self.count += 1


def export(folder: Path, *, has_drafts: bool = False, tell: Tell = lambda done, whole: None) -> Exported:
    """Write the public record into a folder. Raises Refused, with the folder untouched, where it holds anything else.

    With `has_drafts` what is not public yet is written too, into files that say so. Killed at any moment, it leaves the
    earlier export or none, never half of one.
    """
    folder = folder.absolute()
    _require_place(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists() and _earlier(folder).exists():  # killed between the two renames
        _earlier(folder).rename(folder)
    beside = folder.parent / f".{folder.name}.unfinished-export"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        done = _write(beside, has_drafts, tell)
        _put_in_place(beside, folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return done


def is_export(folder: Path) -> bool:
    """Say whether a folder holds an export, by what its manifest says."""
    try:
        told = json.loads((folder / shape.MANIFEST).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("format") == shape.FORMAT


def digest_of(file: Path) -> str:
    """Give the SHA-256 of a file, read piece by piece."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _require_place(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise Refused(str(folder), [NO_FOLDER.format(folder)])
    if folder.exists() and any(folder.iterdir()) and not is_export(folder):
        raise Refused(str(folder), [NO_EXPORT.format(folder)])


def _write(at: Path, has_drafts: bool, tell: Tell) -> Exported:
    with (at / shape.DIGESTS).open("wb") as digests:
        kept = _Folder(at, digests)
        counted = [0]
        kept.keep(shape.RECORD, _record(kept, counted, tell))
        kept.keep(shape.SCHEMA, [Path(__file__).with_name(shape.SCHEMA).read_bytes()])
        drafts = write_drafts(kept.keep) if has_drafts else 0
    manifest = {
        "format": shape.FORMAT,
        "version": shape.VERSION,
        "releases": counted[0],
        "files": kept.count,
        "digests": digest_of(at / shape.DIGESTS),
        **({"not_public": shape.WARNING, "drafts": drafts} if has_drafts else {}),
    }
    (at / shape.MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n")
    return Exported(counted[0], drafts, kept.count)


def _record(kept: _Folder, counted: list[int], tell: Tell) -> Iterator[bytes]:
    whole = Release.objects.exclude(status=Status.DRAFT).count()
    contacts = contacts_shown()
    for record in records_before(contacts):
        if record["record"] == "newsroom":
            printed = copies_in([picture["printed"] for picture in record["pictures"]])
            _keep_files(kept, {copy["path"]: copy["sha256"] for copy in printed})
        yield shape.line_of(record)
    for record in release_records({key: name for key, (name, _) in contacts.items()}):
        _keep_files(kept, files_of(record))
        kept.keep(f"{shape.MARKDOWN}{record['address'].rstrip('/')}.md", [release_file(record)])
        counted[0] += 1
        tell(counted[0], whole)
        yield shape.line_of(record)
    yield from map(shape.line_of, records_after())


def _keep_files(kept: _Folder, files: dict[str, str]) -> None:
    for path, sha256 in sorted(files.items()):
        try:
            content = cleaned.read(sha256)
        except FileNotFoundError as error:
            raise Refused(path, [LOST.format(path)]) from error
        kept.keep(shape.file_at(path), [content])


def _put_in_place(beside: Path, folder: Path) -> None:
    """Rename what is whole into its place; an earlier export is out of the way only from then on."""
    if not folder.exists():
        beside.rename(folder)
        return
    old = _earlier(folder)
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    beside.rename(folder)
    shutil.rmtree(old)


def _earlier(folder: Path) -> Path:
    return folder.parent / f".{folder.name}.earlier-export"
