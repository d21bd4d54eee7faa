"""An export of ours → an empty newsroom that publishes the same public site, byte for byte: all of it, or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from dateline.exporting.restore.check import records_in, require_whole
from dateline.exporting.restore.files import keep_files
from dateline.exporting.restore.releases import take_in_releases
from dateline.exporting.restore.rooms import Known, take_in_surrounding
from dateline.exporting.said import files_of
from dateline.publishing.addresses import Output
from dateline.publishing.maps import MAPS
from dateline.publishing.outputs import all_pages
from dateline.publishing.owe import owe
from dateline.publishing.said import copies_in
from dateline.publishing.settle import settle_pages
from dateline.publishing.standing import list_everywhere
from dateline.releases.models import Address, Contact, Coverage, Newsroom, OldAddress, Organization, Release, Topic
from dateline.releases.refused import Refused

Tell = Callable[[int, int], None]
BATCH = 200

NOT_EMPTY = (
    "There is a newsroom here already, and an export is taken into an empty one only. Nothing was taken in. "
    "Set up a new folder and database (DATELINE_VAR, DATABASE_URL), run `dateline migrate`, and import it there."
)


@dataclass(frozen=True)
class Restored:
    """What was taken in."""

    releases: int
    newsrooms: int


def restore(folder: Path, tell: Tell = lambda done, whole: None) -> Restored:
    """Take an export into an empty newsroom and owe its whole site. Sends nothing to anyone.

    Files first, then the record in one transaction: killed at any moment, the newsroom is as empty as before. Raises
    Refused where it is not empty, or the export is of a newer shape, or one of its bytes is not as it was written.
    """
    _require_empty()
    whole = require_whole(folder)
    for record in records_in(folder):
        keep_files(folder, _files(record))
    with transaction.atomic():
        _require_empty()
        known, done = Known(), 0
        for kind, records in _batches(folder):
            _take_in(kind, records, known)
            done += len(records) if kind == "release" else 0
            tell(done, whole)
        list_everywhere()
        owe(all_pages() | {Output("search"), Output("prints"), MAPS})
        transaction.on_commit(settle_pages)
    return Restored(done, len(known.rooms))


def _require_empty() -> None:
    if any(model.objects.exists() for model in (Newsroom, Release, Organization, Contact, Topic, Address)):
        raise Refused("the newsroom", [NOT_EMPTY])


def _files(record: dict[str, Any]) -> dict[str, str]:
    if record["record"] == "release":
        return files_of(record)
    if record["record"] == "newsroom":
        printed = copies_in([picture["printed"] for picture in record["pictures"]])
        return {copy["path"]: copy["sha256"] for copy in printed}
    return {}


def _batches(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give the records, those of one kind that follow each other together."""
    batch: list[dict[str, Any]] = []
    for record in records_in(folder):
        if batch and (batch[0]["record"] != record["record"] or len(batch) >= BATCH):
            yield batch[0]["record"], batch
            batch = []
        batch.append(record)
    if batch:
        yield batch[0]["record"], batch


def _take_in(kind: str, records: list[dict[str, Any]], known: Known) -> None:
    match kind:
        case "release":
            take_in_releases(records, known)
        case "address" | "old address":
            _take_in_addresses(kind, records, known)
        case "coverage":
            told = ("outlet", "headline", "published_on", "language", "url")
            Coverage.objects.bulk_create(
                Coverage(newsroom=known.rooms[record["newsroom"]], **{name: record[name] for name in told})
                for record in records
            )
        case _:
            for record in records:
                take_in_surrounding(record, known)


def _take_in_addresses(kind: str, records: list[dict[str, Any]], known: Known) -> None:
    uids = {record["release"] for record in records if record["release"]}
    found = Release.objects.filter(uid__in=uids).values_list("uid", "pk")
    keys = {str(uid): pk for uid, pk in found}
    if kind == "address":
        Address.objects.bulk_create(
            Address(
                path=record["path"], stop=record["stop"], newsroom=known.rooms[record["newsroom"]],
                release_id=keys.get(record["release"]), detail=record["detail"],
            )
            for record in records
        )  # fmt: skip
        return
    told = ("address", "was", "detail", "is_removed", "is_stated")
    OldAddress.objects.bulk_create(
        OldAddress(release_id=keys.get(record["release"]), **{name: record[name] for name in told})
        for record in records
    )
