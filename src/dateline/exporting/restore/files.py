"""The files of an export → the private folder: the cleaned copies, and for the desk an original of each."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from dateline.exporting.shape import file_at
from dateline.publishing import cleaned
from dateline.releases.refused import Refused

OTHER = "The file {} is not the one that the record names. Nothing was taken in. Copy the export again."


def keep_files(folder: Path, files: Mapping[str, str]) -> None:
    """Keep cleaned copies by their hashes. Raises Refused where bytes and hash differ."""
    for path, sha256 in files.items():
        if cleaned.is_kept(sha256):
            continue
        file = folder / file_at(path)
        content = file.read_bytes() if file.is_file() else b""
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Refused(str(folder), [OTHER.format(path)])
        cleaned.keep_again(content)


def original_of(sha256: str, where: str, ending: str) -> str:
    """Let a cleaned copy stand where the desk keeps originals, which no export holds; give its name there."""
    name = f"{where}/{sha256}{ending}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(cleaned.read(sha256)))
    return name
