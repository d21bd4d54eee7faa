"""An import of what was public → the drafts that may be published, and the public teasers whose full text was found."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from dateline.intake.edited import untouched
from dateline.intake.filling import fill
from dateline.intake.fullest import fullest
from dateline.intake.models import Finding, Import
from dateline.releases.models import Release

OF_THE_DAY = ("date-ahead", "embargo-ahead")  # doubts that time dissolves; only this import's count


def ready_to_publish(into: Import) -> list[int]:
    """Give the keys of drafts found by this import that nothing speaks against, in an order that no source decides.

    Always doubtful, so never among them: what reading or taking in had a doubt about, in whichever source, and what may
    be one with another release. What a person has in hand is the person's to publish.
    """
    if not into.was_public:
        return []
    found = Finding.objects.filter(found_in=into, release__status="draft", release__latest_revision=None)
    drafts = dict.fromkeys(
        found.order_by("release__dated_on", "release__headline", "release__path").values_list("release_id", flat=True)
    )
    doubtful = doubtful_among(drafts, into)
    return [key for key in drafts if key not in doubtful]


def ready_to_complete(into: Import) -> list[int]:
    """Give the keys of public teasers whose full text this import has found without a doubt."""
    if not into.was_public:
        return []
    found = Finding.objects.filter(
        found_in=into, release__status="public", release__is_teaser=True, record__teaser=False
    )
    teasers = dict.fromkeys(found.order_by("release__dated_on", "pk").values_list("release_id", flat=True))
    doubtful = doubtful_among(teasers, into)
    return [key for key in teasers if key not in doubtful]


def drafts_of(keys: Sequence[int]) -> list[Release]:
    """Load drafts, in order, leaving out those that a person has in hand by now."""
    return _load(keys, status="draft")


def completed(keys: Sequence[int], into: Import) -> list[Release]:
    """Load public teasers, in order, with their full text in memory, leaving out what a person has had in hand."""
    releases = []
    for release in _load(keys, status="public"):
        findings = Finding.objects.filter(release=release).order_by("pk")
        record = fullest([finding.record for finding in findings])
        if record["teaser"]:
            continue
        # What is handed out, the day and the place were said with the teaser; only its words are completed.
        stood = {name: getattr(release, name) for name in ("headline", "dated_on", "place", "dateline", "kind")}
        fill(release, record)
        for name, value in stood.items():
            setattr(release, name, value or getattr(release, name))
        newest = findings.filter(found_in=into).last()
        newest.left_fingerprint = release.words.fingerprint
        newest.save(update_fields=["left_fingerprint"])
        releases.append(release)
    return releases


def doubtful_among(keys: Iterable[int], into: Import) -> set[int]:
    """Give those releases of which something is doubtful."""
    keys = set(keys)
    doubtful = set()
    doubted = Finding.objects.exclude(first_doubt="").exclude(release=None)
    # What a person has answered stays answered when the same is found again.
    answered = set(doubted.exclude(answered_at=None).values_list("release_id", "whole_key"))
    rows = doubted.filter(answered_at=None).values_list("release_id", "whole_key", "found_in_id", "doubts")
    for release_id, whole, import_id, doubts in rows:
        counts = import_id == into.pk or any(doubt["code"] not in OF_THE_DAY for doubt in doubts)
        if release_id in keys and counts and (release_id, whole) not in answered:
            doubtful.add(release_id)
    joins = Finding.may_be.through._base_manager.exclude(finding__release=None).filter(finding__answered_at=None)
    for one, other in joins.values_list("finding__release_id", "release_id"):
        doubtful |= {one, other}
    return doubtful & keys


def _load(keys: Sequence[int], **only: object) -> list[Release]:
    found = (
        Release.objects.filter(Q(pk__in=keys), **only)
        .select_related("locale", "current")
        .prefetch_related("release_attachments__attachment")
    )
    by_key = {release.pk: release for release in found}
    releases = [by_key[key] for key in keys if key in by_key]
    hands_off = untouched(releases)
    return [release for release in releases if release.pk in hands_off]
