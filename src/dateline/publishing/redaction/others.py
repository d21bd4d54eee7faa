"""Which other releases say a passage: a person is told, and can take it out of them in the same gesture."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast
from wagtail.models import Revision

from dateline.publishing.redaction.markup import html_without
from dateline.publishing.redaction.old_addresses import saying
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import HandedOut
from dateline.releases.models import Address, OldAddress, Release, ReleaseAttachment, Version
from dateline.releases.models.address import Stop

_TAG = re.compile(r"<[^>]*>")
_AT_ONCE = 200


@dataclass(frozen=True)
class Other:
    """A release beside the one that is redacted, as a person can find it."""

    pk: int
    headline: str
    address: str  # "" for a draft


def others_saying(passage: Passage, ours: Sequence[Release], files: Sequence[HandedOut] = ()) -> list[Other]:
    """Give the other releases in whose versions, draft or revisions the passage stands, in the tree's order.

    Those that hand out one of `files`, in which it stands, are among them.

    The database looks for the longest run of plain letters, so a word that markup breaks in its middle is not met here.
    """
    run, ours_keys = passage.longest_plain_run, {release.pk for release in ours}
    keys: set[int] = set()
    for version in _saying(Version.objects.exclude(release__in=ours_keys), run, "words", "note"):
        if version.release_id not in keys and _says(passage, [version.words, version.note]):
            keys.add(version.release_id)
    for release in _saying(
        Release.objects.exclude(pk__in=ours_keys | keys), run, "headline", "subheadline", "place", "dateline", "body"
    ):
        if _says(passage, [release.words.as_json()]):
            keys.add(release.pk)
    revisions = Revision.objects.filter(base_content_type__model="page").exclude(
        object_id__in=[str(key) for key in ours_keys | keys]
    )
    for revision in _saying(revisions, run, "content"):
        if int(revision.object_id) not in keys and _says(passage, [revision.content]):
            keys.add(int(revision.object_id))
    keys |= _handing_out(files) - ours_keys
    old = OldAddress.objects.exclude(release=None).exclude(release__in=ours_keys | keys)
    said = OldAddress.objects.filter(address__in=saying(passage, old)).exclude(release=None)
    keys |= set(said.values_list("release_id", flat=True)) - ours_keys
    found = Release.objects.filter(pk__in=keys).order_by("path")
    return [Other(release.pk, release.headline, release.address) for release in found]


def _handing_out(files: Sequence[HandedOut]) -> set[int]:
    originals = {sha256 for file in files for sha256 in file.originals}
    copies = {sha256 for file in files for sha256 in file.cleaned}
    attached = ReleaseAttachment.objects.filter(attachment__original_sha256__in=originals)
    public = Address.objects.filter(stop=Stop.ATTACHMENT, detail__in=copies)
    return set(attached.values_list("release_id", flat=True)) | set(public.values_list("release_id", flat=True))


def _saying(rows: QuerySet, run: str, *columns: str) -> Iterable[Model]:
    """Narrow rows to those in which the run of letters stands; all of them where there is no such run."""
    rows = rows.annotate(**{f"{column}_read": Cast(column, TextField()) for column in columns})
    if run:
        asked = Q()
        for column in columns:
            asked |= Q(**{f"{column}_read__icontains": run})
        rows = rows.filter(asked)
    return rows.order_by("pk").iterator(chunk_size=_AT_ONCE)


def _says(passage: Passage, kept: Sequence[object]) -> bool:
    for text in _texts(kept):
        if passage.stands_in(_TAG.sub("", text)) or ("<" in text and html_without(passage, text, "")[1]):
            return True
    return False


def _texts(kept: object) -> Iterable[str]:
    match kept:
        case str():
            yield from _texts(json.loads(kept)) if kept.startswith("[{") else [kept]
        case list() | tuple():
            for each in kept:
                yield from _texts(each)
        case dict():
            for each in kept.values():
                yield from _texts(each)
