"""The one act behind every verb: words that were passed become a version, an address and debts, in one transaction."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from wagtail.log_actions import log

from dateline.publishing.addresses import release_path, slug_of
from dateline.publishing.covered import addresses_of_coverage
from dateline.publishing.maps import maps_touched_by
from dateline.publishing.owe import owe
from dateline.publishing.printed import printed_with
from dateline.publishing.said import files_in
from dateline.publishing.settle import settle_pages
from dateline.publishing.standing import bring_lists_in_step
from dateline.publishing.turns import expect_of_release
from dateline.publishing.websub import owe_pings
from dateline.releases.models import Address, Newsroom, OldAddress, Release, Signatory, Version
from dateline.releases.models.address import Stop
from dateline.releases.old_addresses import form_of
from dateline.releases.passing import passed
from dateline.releases.refused import Refused
from dateline.releases.status import CHANGES_WHAT_WAS_SAID, Act, Status, after
from dateline.releases.wording import lede_of
from dateline.releases.words import Words


@dataclass(frozen=True)
class Telling:
    """By whom, when and with which public note something is said."""

    at: datetime  # aware
    note: str = ""
    by: object | None = None  # a desk user; in the desk's log only, never in a public byte
    is_past: bool = False  # it was said before Dateline: nothing of today's is printed with it


def say(release: Release, act: Act, telling: Telling, *, revision: object | None = None) -> Version:
    """Carry out an act on a release as it stands in memory, and settle what it owes once that is committed.

    Raises Refused, with nothing changed, where the lifecycle or the words don't allow it.
    """
    with transaction.atomic():
        before = _standing_row(release)
        status = after(Status(before.status) if before else Status.DRAFT, act)
        if status is None:
            raise Refused(release, [_no_way(before, act)])
        kind_before = before.current.kind if before and before.current else ""
        revision = revision or release.save_revision(user=telling.by, log_action=False)
        version = _write(release, act, telling, status, revision)
        expect_of_release(release, version, telling.at, release.newsroom.time_zone)
        touched = bring_lists_in_step(
            release, addresses_of(release, version, release.newsroom), kind_before=kind_before
        )
        touched |= maps_touched_by([release])
        owe(touched)
        if act in TOLD_TO_HUBS:
            owe_pings(touched)
        log(instance=release, action=LOGGED_AS[act], user=telling.by, revision=revision, content_changed=True)
        transaction.on_commit(settle_pages)
    return version


TOLD_TO_HUBS = frozenset({Act.PUBLISHED, *CHANGES_WHAT_WAS_SAID})  # by people; an import publishes past this

LOGGED_AS = {
    Act.PUBLISHED: "wagtail.publish",
    Act.CORRECTED: "dateline.correct",
    Act.UPDATED: "dateline.update",
    Act.COMPLETED: "dateline.complete",
    Act.WITHDRAWN: "dateline.withdraw",
}


def _standing_row(release: Release) -> Release | None:
    if release.pk is None:
        return None
    return Release.objects.select_for_update(of=("self",)).select_related("locale", "current").get(pk=release.pk)


def _write(release: Release, act: Act, telling: Telling, status: Status, revision) -> Version:
    words, newsroom = release.words, release.newsroom
    if release.public_at is None:
        release.room = newsroom.public_path
        release.public_at = telling.at
    release.address = address_for(release, words)
    version = version_of(release, act, telling, words, newsroom)
    version.save()
    Signatory.objects.bulk_create(signatories_of(version))
    release.current = version
    release.status = status
    if act in CHANGES_WHAT_WAS_SAID:
        release.changed_at = telling.at
    release.live = True
    release.live_revision = revision
    release.has_unpublished_changes = not revision.is_latest_revision()
    release.last_published_at = telling.at
    release.first_published_at = release.first_published_at or telling.at
    with passed(words.fingerprint):
        release.save()
    return version


def version_of(release: Release, act: Act, telling: Telling, words: Words, newsroom: Newsroom) -> Version:
    """Give the version, not yet saved, that this act writes. Raises Refused for a file that can't be handed out."""
    printed = printed_with(release, words, newsroom, release.address, is_past=telling.is_past)
    return Version(
        release=release,
        number=release.versions.count() + 1 if release.current_id else 1,
        act=act,
        made_at=telling.at,
        note=telling.note,
        words={**words.as_json(), "printed": printed},
        fingerprint=words.fingerprint,
        kind=words.kind,
        headline=words.headline,
        lede=lede_of(words),
        dated_on=date.fromisoformat(words.dated_on),
        is_teaser=words.is_teaser,
    )


def signatories_of(version: Version) -> list[Signatory]:
    """Give the names under a version as rows, not yet saved."""
    printed = version.words["printed"]["partners"]
    return [Signatory(version=version, slug=each["slug"], name=each["name"], url=each["url"]) for each in printed]


def address_for(release: Release, words: Words, taken: Container[str] = ()) -> str:
    """Give the address it has, or a new one where it has none or its address was changed by a person."""
    wanted = release.address_slug or (slug_of(words.headline) if not release.address else "")
    if not wanted or (release.address and _last_part(release.address) == wanted):
        return release.address
    day = date.fromisoformat(words.dated_on)
    free = release_path(release.room, day, wanted, taken)
    number = 1
    while _is_taken(free, release):
        number += 1
        free = release_path(release.room, day, f"{wanted}-{number}", taken)
    return free


def _is_taken(path: str, release: Release) -> bool:
    """Say whether an address was ever another release's in public, here or on an older site."""
    if Address.objects.filter(path=path).exclude(release=release).exists():
        return True
    old = OldAddress.objects.filter(address=form_of(path)).exclude(release__status=Status.DRAFT)
    return old.exclude(release=release).exists()


def addresses_of(release: Release, version: Version, newsroom: Newsroom) -> list[Address]:
    """Name the addresses of a release itself, its files and what others published about it."""
    printed = version.words["printed"]
    month = f"{version.dated_on:%Y-%m}"
    rows = [Address(path=release.address, stop=Stop.RELEASE, newsroom=newsroom, release=release, detail=month)]
    for kept in files_in(printed):
        rows.append(
            Address(
                path=kept["path"],
                stop=Stop.ATTACHMENT,
                newsroom=newsroom,
                release=release,
                detail=kept["sha256"],
            )
        )
    return rows + addresses_of_coverage(release.coverage.all(), newsroom)


def _last_part(address: str) -> str:
    return address.rstrip("/").rsplit("/", 1)[-1]


def _no_way(before: Release | None, act: Act) -> str:
    if before is None or before.status == Status.DRAFT:
        return "It has not been public yet. Publish it first."
    if before.status == Status.WITHDRAWN:
        return "It was withdrawn; its address keeps saying so. Write a new release instead."
    return (
        f"It is public already, so it can't be {act} again. Correct or update it: what it said before stays readable."
    )
