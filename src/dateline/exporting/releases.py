"""Takes releases that have been public from the record, a batch at a time, in the order of their addresses."""

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.exporting.said import version_record
from dateline.exporting.shape import moment
from dateline.publishing.models import Turn
from dateline.releases.models import Coverage, Release
from dateline.releases.models.topic import Topic
from dateline.releases.status import Status

BATCH = 200  # releases in memory at once


def release_records(contacts: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    """Give every release that has been public; `contacts` are those that may be called, by key."""
    after = ""
    while batch := _after(after):
        turns: dict[int, list[Turn]] = {}
        for turn in Turn.objects.filter(release__in=batch).order_by("what"):
            turns.setdefault(turn.release_id, []).append(turn)
        for release in batch:
            yield _record(release, contacts, turns.get(release.pk, []))
        after = batch[-1].address


def _after(address: str) -> list[Release]:
    found = Release.objects.exclude(status=Status.DRAFT).filter(address__gt=address).order_by("address")
    found = found.select_related("locale", "current").prefetch_related(
        "versions", "redactions", "coverage", "release_contacts", "addressees", "topics"
    )
    return list(found[:BATCH])


def _record(release: Release, contacts: Mapping[int, str], turns: list[Turn]) -> dict[str, Any]:
    assert release.current is not None and release.public_at is not None
    is_withdrawn = release.status == Status.WITHDRAWN
    # The notice of a withdrawal names the newsroom's contacts, and lists no reports.
    called = [] if is_withdrawn else [row.contact_id for row in release.release_contacts.all()]
    reports = [] if is_withdrawn else [report_record(each) for each in release.coverage.all()]
    return {
        "record": "release",
        "uid": str(release.uid),
        "newsroom": release.room,
        "language": release.language,
        "translation_key": str(release.translation_key),
        "pubstatus": "canceled" if is_withdrawn else "usable",
        "headline": release.current.headline,
        "address": release.address,
        "public_at": moment(release.public_at),
        "changed_at": moment(release.changed_at) if release.changed_at else None,
        "feed_id": release.feed_id,
        "topics": sorted(_topic(topic) for topic in release.topics.all() if topic.language == release.language),
        "addressees": [] if is_withdrawn else sorted(each.slug for each in release.addressees.all()),
        "contacts": [contacts[key] for key in called if key in contacts],
        "coverage": sorted(reports, key=lambda each: [*each.values()]),
        "removals": [{"removed": each.removed, "removed_at": moment(each.removed_at)} for each in _in_order(release)],
        "turns": [{"what": turn.what, "at": moment(turn.at), "has_come": turn.has_come} for turn in turns],
        "versions": [
            version_record(
                {
                    "number": version.number,
                    "act": version.act,
                    "made_at": moment(version.made_at),
                    "note": version.note,
                    "words": version.words,
                    "lede": version.lede,
                    "fingerprint": version.fingerprint,
                },
                headline=release.current.headline,
                is_withdrawn=is_withdrawn,
            )
            for version in sorted(release.versions.all(), key=lambda version: version.number)
        ],
    }


def report_record(report: Coverage) -> dict[str, str]:
    """Give what others published, as it is listed."""
    return {
        "outlet": report.outlet,
        "headline": report.headline,
        "published_on": report.published_on.isoformat(),
        "language": report.language,
        "url": report.url,
    }


def _in_order(release: Release) -> list[Any]:
    return sorted(release.redactions.all(), key=lambda each: (each.removed_at, each.pk))


def _topic(topic: Topic) -> list[str]:
    return [topic.language, topic.slug]
