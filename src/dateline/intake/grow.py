"""What a batch has found of each release → drafts planted, and drafts that no person has touched made fuller."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.intake.edited import untouched
from dateline.intake.file_names import file_key, file_name, handed_out
from dateline.intake.filling import fill
from dateline.intake.fullest import fullest
from dateline.intake.models import Finding
from dateline.intake.old_addresses import hand_over
from dateline.intake.room import Room, Wanted
from dateline.intake.shelf import Known, Shelf
from dateline.reading import Reading
from dateline.releases.models import Attachment, Newsroom, Release, ReleaseAttachment
from dateline.releases.plant import Seedling, plant, replant


@dataclass
class Growing:
    """A release, with what has been found of it just now."""

    known: Known
    arrivals: list[tuple[dict[str, Any], Reading]] = field(default_factory=list)  # records and where they were read
    absorbs: list[Known] = field(default_factory=list)  # what now proves to be the same release

    def asks_for(self, name: str, address: str) -> Wanted:
        """Say what file is wanted: where it came inside a source, and else beside which it may lie."""
        key = file_key(name)
        for _, reading in self.arrivals:
            for inner, path in reading.files.items():
                if file_key(file_name(inner)) == key:
                    return Wanted(name, address, inside=path)
        for arrival, reading in self.arrivals:
            if any(file_key(each) == key for each in handed_out(arrival)):
                return Wanted(name, address, beside=reading.path.parent)
        return Wanted(name, address, beside=self.arrivals[0][1].path.parent if self.arrivals else None)


def grow(growing: Iterable[Growing], shelf: Shelf, room: Room) -> dict[Known, str]:
    """Plant what is new, fill what can be filled, and give the fingerprints of the words that were written."""
    growing = [each for each in growing if not each.known.is_rejected]
    drafts = _untouched_drafts(growing)
    for each in growing:
        _absorb(each, shelf, drafts)
    growing = [each for each in growing if each.known.became is None]
    left = _plant([each for each in growing if each.known.release_id is None], room)
    kept = [(each, drafts[each.known.release_id]) for each in growing if each.known.release_id in drafts]
    left |= _replant([pair for pair in kept if pair[0].known not in left], shelf, room)
    _let_go(growing, drafts)
    return left


def _untouched_drafts(growing: Sequence[Growing]) -> dict[int | None, Release]:
    keys = {known.release_id for each in growing for known in (each.known, *each.absorbs) if known.release_id}
    drafts = (
        Release.objects.filter(pk__in=keys, status="draft")
        .select_related("locale")
        .prefetch_related("release_attachments__attachment")
    )
    drafts = list(drafts) if keys else []
    hands_off = untouched(drafts)
    return {draft.pk: draft for draft in drafts if draft.pk in hands_off}


def _absorb(each: Growing, shelf: Shelf, drafts: dict[int | None, Release]) -> None:
    """Give a release the records of teasers that have proved to be its own, where nobody has touched or read those."""
    taken = []
    for other in each.absorbs:
        if other.became is None and (other.release_id is None or other.release_id in drafts):
            shelf.with_records(other)
            each.known.told += other.told
            each.known.likenesses += other.likenesses
            other.became = each.known
            taken.append(other)
    each.absorbs = taken


def _let_go(growing: Sequence[Growing], drafts: dict[int | None, Release]) -> None:
    """Take away the drafts of what was absorbed; their findings go over to the release that they belong to."""
    for each in growing:
        for other in each.absorbs:
            if other.release_id in drafts:
                Finding.objects.filter(release=other.release_id).update(release=each.known.itself.release_id)
                hand_over(other.release_id, each.known.itself.release_id)
                drafts[other.release_id].delete()


def _plant(growing: Sequence[Growing], room: Room) -> dict[Known, str]:
    by_newsroom: dict[Newsroom, list[tuple[Known, Seedling]]] = {}
    left = {}
    for each in growing:
        record = fullest(each.known.records)
        newsroom = room.newsroom_for(record["language"])
        release = Release(locale=newsroom.locale)
        fill(release, record, room.pictures(record, each.asks_for))
        seedling = _seedling(release, record, each, room, {})
        by_newsroom.setdefault(newsroom, []).append((each.known, seedling))
        left[each.known] = release.words.fingerprint
    for newsroom, pairs in by_newsroom.items():
        plant(newsroom, [seedling for _, seedling in pairs])
        for known, seedling in pairs:
            known.release_id = seedling.release.pk
    return left


def _replant(kept: Sequence[tuple[Growing, Release]], shelf: Shelf, room: Room) -> dict[Known, str]:
    left, seedlings = {}, []
    for each, release in kept:
        record = fullest(shelf.with_records(each.known).records)
        linked = {
            file_key(row.name or row.attachment.name): row.attachment
            for row in release.release_attachments.all()
            if row.attachment
        }
        before = release.words.fingerprint, {topic.pk for topic in release.topics.all()}
        newsroom = room.newsroom_for(record["language"])
        if newsroom.locale_id != release.locale_id:
            _move(release, newsroom)
        shown = [block for block in release.body.raw_data if block["type"] == "image"]
        fill(release, record, room.pictures(record, each.asks_for) or shown)
        seedling = _seedling(release, record, each, room, linked)
        fingerprint = release.words.fingerprint
        if before != (fingerprint, {topic.pk for topic in seedling.topics}):
            seedlings.append(seedling)
            left[each.known] = fingerprint
    if seedlings:
        replant(seedlings)
    return left


def _move(release: Release, newsroom: Newsroom) -> None:
    """Move a draft to the newsroom of the language that a fuller text has shown it to have."""
    Release.objects.filter(pk=release.pk).update(locale=newsroom.locale)
    Release.objects.get(pk=release.pk).move(Newsroom.objects.get(pk=newsroom.pk), pos="last-child")
    release.locale = newsroom.locale


def _seedling(
    release: Release, record: dict[str, Any], each: Growing, room: Room, linked: dict[str, Attachment]
) -> Seedling:
    files_at = record.get("files_at", {})
    addresses = {file_key(file_name(name)): files_at.get(name, name) for name in record["attachments"]}
    rows = []
    for name in handed_out(record):
        key = file_key(name)
        attachment = linked.get(key) or room.attachment(each.asks_for(name, addresses.get(key, "")))
        rows.append(ReleaseAttachment(attachment=attachment, name=name))
    return Seedling(
        release=release,
        attachments=rows,
        topics=room.topics(record["topics"], release.locale.language_code),
        contacts=room.contacts(record["contacts"]),
    )
