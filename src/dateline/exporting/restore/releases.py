"""Records of releases → rows: the release under its words of now, its versions, and what hangs on it."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID, uuid4

from wagtail.models import Page

from dateline.exporting.restore.files import original_of
from dateline.exporting.restore.rooms import Known, picture_of
from dateline.publishing.models import Turn
from dateline.publishing.say import signatories_of
from dateline.releases.models import (
    Attachment,
    Consent,
    Coverage,
    Picture,
    Redaction,
    Release,
    ReleaseAttachment,
    ReleasePartner,
    Signatory,
    Version,
)
from dateline.releases.plant import Seedling, plant
from dateline.releases.status import Status

_STATUS = {"usable": Status.PUBLIC, "canceled": Status.WITHDRAWN}
AS_PRINTED = "as it was printed; taken from an export, which doesn't say who said yes"


def take_in_releases(records: Sequence[dict[str, Any]], known: Known) -> None:
    """Write releases of any newsrooms, with the moments and identities that they had."""
    pictures = _pictures(records)
    for path in sorted({record["newsroom"] for record in records}):
        mine = [record for record in records if record["newsroom"] == path]
        seedlings = [_seedling(record, known, pictures) for record in mine]
        plant(known.rooms[path], seedlings)
        releases = [each.release for each in seedlings]
        _write_versions(releases, mine)
        _hang(releases, mine, known)


def _seedling(record: dict[str, Any], known: Known, pictures: dict[str, int]) -> Seedling:
    words, printed = record["versions"][-1]["words"], record["versions"][-1]["words"]["printed"]
    event = words.get("event")
    room = known.rooms[record["newsroom"]]
    release = Release(
        uid=UUID(record["uid"]),
        status=_STATUS[record["pubstatus"]],
        translation_key=UUID(record["translation_key"]),
        locale=room.locale,
        feed_id=record["feed_id"],
        room=record["newsroom"],
        address=record["address"],
        public_at=datetime.fromisoformat(record["public_at"]),
        changed_at=datetime.fromisoformat(record["changed_at"]) if record["changed_at"] else None,
        dated_on=date.fromisoformat(words["dated_on"]),
        body=json.dumps([_raw(block, pictures) for block in words["blocks"]]),
        **{name: words[name] for name in ("kind", "headline", "subheadline", "place", "dateline", "is_teaser")},
        **(_event(event) if event else {}),
    )
    return Seedling(
        release,
        attachments=_attachments(words["handouts"], printed["files"]),
        topics=[known.topics[language, slug] for language, slug in record["topics"]],
        contacts=[known.contacts[name] for name in record["contacts"]],
    )


def _event(event: dict[str, str]) -> dict[str, Any]:
    return {
        "event_what": event["what"],
        "event_who": event["who"],
        "event_where": event["where"],
        "event_on": date.fromisoformat(event["on"]) if event["on"] else None,
        "event_ends_on": date.fromisoformat(event["ends_on"]) if event["ends_on"] else None,
        "event_begins": time.fromisoformat(event["begins"]) if event["begins"] else None,
        "event_ends": time.fromisoformat(event["ends"]) if event["ends"] else None,
    }


def _raw(block: dict[str, Any], pictures: dict[str, int]) -> dict[str, Any]:
    """Give a block as the CMS keeps it."""
    match block["kind"]:
        case "text":
            return {"type": "text", "value": block["html"]}
        case "quote":
            return {"type": "quote", "value": {name: block[name] for name in ("words", "speaker", "title")}}
        case "list":
            return {
                "type": "list",
                "value": [{"type": "item", "value": line, "id": str(uuid4())} for line in block["lines"]],
            }
        case "image":
            told = {"alt": block["alt"], "caption": block["caption"]}
            return {"type": "image", "value": {"image": pictures.get(block["picture"]), **told}}
    raise ValueError(f"A body has no block of the kind {block['kind']!r}.")


def _pictures(records: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Make the pictures that these releases show now and that are not there yet; give the keys of all by their uids."""
    wanted = dict[str, Picture]()
    for record in records:
        words = record["versions"][-1]["words"]
        for block in words["blocks"]:
            if block["kind"] == "image" and (printed := words["printed"]["pictures"].get(block["picture"])):
                # The hash of the original that was signed: the words stay the same words.
                wanted[block["picture"]] = picture_of(
                    printed["press"], uid=UUID(block["picture"]), title=(block["alt"] or "Picture")[:255],
                    credit=block["credit"], file_hash=block["sha256"],
                )  # fmt: skip
    found = Picture.objects.filter(uid__in=wanted)
    keys = {str(uid): pk for uid, pk in found.values_list("uid", "pk")}
    Picture.objects.bulk_create(picture for uid, picture in wanted.items() if uid not in keys)
    return keys | {str(uid): pk for uid, pk in found.all().values_list("uid", "pk")}


def _attachments(handouts: Sequence[dict[str, str]], files: Sequence[dict[str, Any]]) -> list[ReleaseAttachment]:
    printed = iter(files)
    rows = []
    for handout in handouts:
        kept = next(printed, None) if handout["sha256"] else None
        attachment = None
        if kept is not None:
            ending = PurePosixPath(kept["path"]).suffix[:12]
            attachment = Attachment(
                title=handout["name"][:255], name=handout["name"], original_sha256=handout["sha256"],
                file=original_of(kept["sha256"], "documents", ending), file_size=kept["size_bytes"],
            )  # fmt: skip
            Attachment.objects.bulk_create([attachment])
        rows.append(ReleaseAttachment(attachment=attachment, name=handout["name"]))
    return rows


def _write_versions(releases: Sequence[Release], records: Sequence[dict[str, Any]]) -> None:
    versions = [_version(release, told) for release, r in zip(releases, records, strict=True) for told in r["versions"]]
    Version.objects.bulk_create(versions, batch_size=400)
    Signatory.objects.bulk_create([row for version in versions for row in signatories_of(version)], batch_size=400)
    for version in versions:
        version.release.current = version  # the last is what it says now
    # In bulk, past Release.save: these words were public.
    Release.objects.bulk_update(releases, ["current"], batch_size=100)
    for public_at in {release.public_at for release in releases}:
        keys = [release.pk for release in releases if release.public_at == public_at]
        Page.objects.filter(pk__in=keys).update(
            live=True, has_unpublished_changes=False, first_published_at=public_at, last_published_at=public_at
        )


def _version(release: Release, told: dict[str, Any]) -> Version:
    words = told["words"]
    return Version(
        release=release,
        number=told["version"],
        act=told["act"],
        made_at=datetime.fromisoformat(told["versioncreated"]),
        note=told["ednote"],
        words=words,
        fingerprint=told["fingerprint"],
        kind=words["kind"],
        headline=words["headline"],
        lede=told["lede"],
        dated_on=date.fromisoformat(words["dated_on"]),
        is_teaser=words["is_teaser"],
    )


def _hang(releases: Sequence[Release], records: Sequence[dict[str, Any]], known: Known) -> None:
    link = Release.addressees.through
    both = list(zip(releases, records, strict=True))
    link._base_manager.bulk_create(
        link(release_id=release.pk, addressee_id=known.addressees[slug].pk)
        for release, record in both
        for slug in record["addressees"]
    )
    Coverage.objects.bulk_create(
        Coverage(release=release, newsroom=known.rooms[record["newsroom"]], **report)
        for release, record in both
        for report in record["coverage"]
    )
    Redaction.objects.bulk_create(
        Redaction(release=release, removed=each["removed"], removed_at=datetime.fromisoformat(each["removed_at"]))
        for release, record in both
        for each in record["removals"]
    )
    Turn.objects.bulk_create(
        Turn(release=release, what=each["what"], at=datetime.fromisoformat(each["at"]), has_come=each["has_come"])
        for release, record in both
        for each in record["turns"]
    )
    partners = [
        (release, record, known.organizations[partner["slug"]], order)
        for release, record in both
        for order, partner in enumerate(record["versions"][-1]["words"]["printed"]["partners"])
    ]
    ReleasePartner.objects.bulk_create(
        ReleasePartner(release=release, organization=partner, sort_order=order)
        for release, _, partner, order in partners
    )
    # Without a yes to the words that stand, a withdrawal would take the name off the version that it writes.
    Consent.objects.bulk_create(
        Consent(
            release=release, organization=partner, fingerprint=record["versions"][-1]["fingerprint"], said_by="unknown",
            said_on=datetime.fromisoformat(record["versions"][-1]["versioncreated"]).date(), said_how=AS_PRINTED,
        )
        for release, record, partner, _ in partners
    )  # fmt: skip
