"""The one act behind every verb: words that were passed become a version, an address and debts, in one transaction."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from wagtail.log_actions import log

from dateline.publishing.addresses import (
    Standing,
    list_path,
    month_path,
    release_path,
    slug_of,
    touched_by,
    year_path,
)
from dateline.publishing.covered import addresses_of_coverage
from dateline.publishing.kinds import kind_slug
from dateline.publishing.ledger import enter
from dateline.publishing.maps import maps_touched_by
from dateline.publishing.owe import owe
from dateline.publishing.printed import printed_with
from dateline.publishing.settle import settle_pages
from dateline.publishing.sitemaps import sitemaps_of
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
        was = standing_of(before) if before and before.current_id else None
        revision = revision or release.save_revision(user=telling.by, log_action=False)
        version = _write(release, act, telling, status, revision)
        expect_of_release(release, version, telling.at, release.newsroom.time_zone)
        touched = _enter_addresses(release, version)
        stands = standing_of(release)
        touched |= touched_by(was, stands if status is Status.PUBLIC else None)
        touched |= sitemaps_of({stands.uid, *stands.translations}) | maps_touched_by([release])
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


def standing_of(release: Release, translations: frozenset[str] | None = None) -> Standing:
    """Give what lists need to know of a release that has been public; its public translations' uids are looked up."""
    language = release.language
    if translations is None:
        others = Release.objects.filter(translation_key=release.translation_key).exclude(pk=release.pk)
        translations = frozenset(str(uid) for uid in others.exclude(current=None).values_list("uid", flat=True))
    return Standing(
        uid=str(release.uid),
        room=release.room,
        kind=kind_slug(release.current.kind, language),
        dated_on=release.dated_on,
        topics=frozenset(topic.slug for topic in release.topics.all() if topic.language == language),
        addressees=frozenset(addressee.slug for addressee in release.addressees.all()),
        organizations=frozenset(partner["slug"] for partner in release.current.words["printed"]["partners"]),
        translations=translations,
        coverage_years=frozenset(report.published_on.year for report in release.coverage.all())
        if release.pk
        else frozenset(),
    )


def _standing_row(release: Release) -> Release | None:
    if release.pk is None:
        return None
    return Release.objects.select_for_update(of=("self",)).select_related("locale").get(pk=release.pk)


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
    """Name every address at which this publication can be met."""
    day, room = version.dated_on, release.room
    printed = version.words["printed"]
    rows = [
        Address(path=release.address, stop=Stop.RELEASE, newsroom=newsroom, release=release, detail=f"{day:%Y-%m}"),
        Address(path=month_path(room, day), stop=Stop.MONTH, newsroom=newsroom, detail=f"{day:%Y-%m}"),
        Address(path=year_path(room, day.year), stop=Stop.YEAR, newsroom=newsroom, detail=f"{day:%Y}"),
    ]
    for kept in [*printed["files"], *printed["pictures"].values()]:
        rows.append(
            Address(
                path=kept["path"],
                stop=Stop.ATTACHMENT,
                newsroom=newsroom,
                release=release,
                detail=kept["sha256"],
            )
        )
    rows += addresses_of_coverage(release.coverage.all(), newsroom)
    for kind, slugs in standing_of(release, frozenset()).lists.items():
        for slug in sorted(slugs):
            path = list_path(room, kind, slug)
            rows.append(Address(path=path, stop=kind, newsroom=newsroom, detail=slug))
            rows.append(Address(path=f"{path}{day:%Y}/", stop=kind, newsroom=newsroom, detail=f"{slug}/{day:%Y}"))
    return rows


def _enter_addresses(release: Release, version: Version):
    return enter(addresses_of(release, version, release.newsroom))


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
