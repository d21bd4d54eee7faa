"""A folder → the export that lies in it, whole and undamaged, or a refusal that says what is wrong with it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.exporting import shape
from dateline.exporting.said import files_of
from dateline.exporting.write import digest_of
from dateline.publishing.said import copies_in
from dateline.releases.refused import Refused
from dateline.releases.wording import clean_html
from dateline.releases.words import fingerprint_of

AGAIN = "Nothing was taken in. Copy the export again from where it was written."
NEWER = "This export has shape {}, and this Dateline reads shape {}. Nothing was taken in. Install the newer Dateline first."
DAMAGED = "{} is damaged: its bytes are not those that were written. " + AGAIN
MISSING = "{} is missing from the export. " + AGAIN
NO_LIST = "The list of files in the export is damaged. " + AGAIN
STRANGE = "Line {} of the record says what no Dateline writes ({}). " + AGAIN

_PATH = re.compile(r"/(?:[^/\x00-\x1f]+/)*[^/\x00-\x1f]*")
_LISTED = re.compile(r"([0-9a-f]{64})  (\S.*)")


def require_whole(folder: Path) -> int:
    """Refuse an export of a newer shape, or of which one byte is not as it was written; give the number of its releases."""
    manifest = json.loads((folder / shape.MANIFEST).read_bytes())
    version = manifest.get("version")
    if not isinstance(version, int) or version > shape.VERSION:
        raise Refused(str(folder), [NEWER.format(version, shape.VERSION)])
    digests = folder / shape.DIGESTS
    if not digests.is_file() or digest_of(digests) != manifest.get("digests"):
        raise Refused(str(folder), [NO_LIST])
    listed = False
    with digests.open(encoding="utf-8") as lines:
        for line in lines:
            _require_listed(folder, line.rstrip("\n"))
            listed = listed or line.endswith(f"  {shape.RECORD}\n")
    if not listed:
        raise Refused(str(folder), [MISSING.format(shape.RECORD)])
    return int(manifest.get("releases", 0))


def records_in(folder: Path) -> Iterator[dict[str, Any]]:
    """Give the records, one after the other. Raises Refused at the first that Dateline can't have written."""
    with (folder / shape.RECORD).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            record = json.loads(line)
            if complaint := _complaint(record):
                raise Refused(str(folder), [STRANGE.format(number, complaint)])
            yield record


def _require_listed(folder: Path, line: str) -> None:
    found = _LISTED.fullmatch(line)
    if found is None or not _is_path(f"/{found[2]}"):
        raise Refused(str(folder), [NO_LIST])
    file = folder / found[2]
    if not file.is_file():
        raise Refused(str(folder), [MISSING.format(found[2])])
    if digest_of(file) != found[1]:
        raise Refused(str(folder), [DAMAGED.format(found[2])])


def _complaint(record: dict[str, Any]) -> str:
    """Say what could do harm on the public site: a path that leads out of it, markup that a page must not hold."""
    paths = [record[name] for name in ("address", "path") if name in record and record["record"] != "old address"]
    if record["record"] == "newsroom":
        paths += [copy["path"] for copy in copies_in([each["printed"] for each in record["pictures"]])]
    if record["record"] == "release":
        paths += files_of(record)
        for version in record["versions"]:
            words = version["words"]
            if any(b["kind"] == "text" and clean_html(b["html"]) != b["html"] for b in words["blocks"]):
                return "markup in a text"
            if fingerprint_of(words) != version["fingerprint"]:
                return "words under another fingerprint"
    return next((f"the path {path}" for path in paths if not _is_path(path)), "")


def _is_path(path: str) -> bool:
    return bool(_PATH.fullmatch(path)) and not {".", ".."} & set(path.split("/"))
