"""The loss report: what an import found, guessed and lost, and what every old address has become.

The one to hand out tells of what is public alone, in counts and addresses: no word of a source, nothing of a draft.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from dateline.intake.models import Finding, Import, Outcome
from dateline.publishing.stood import old_answers
from dateline.releases.models import OldAddress, Release, ReleaseAttachment
from dateline.releases.status import Status

AT_ONCE = 400
FIELDS = ("headline", "subheadline", "dateline", "date", "place", "language", "text", "embargo", "contacts", "topics")


@dataclass(frozen=True)
class Sums:
    """An import in sum."""

    sources: int
    unreadable: int
    with_leftovers: int
    records: dict[str, int]  # by outcome; empty in the report to hand out, which would tell of drafts
    public: int  # releases
    drafts: int  # 0 in the report to hand out
    guessed: dict[str, int]  # by the code of the doubt
    missing_files: int  # attachments that are named, and of which no file was found
    old_addresses: int


@dataclass(frozen=True)
class Line:
    """One release in the report."""

    headline: str  # "" in the report to hand out
    date: str
    address: str  # here; "" for a draft
    status: str
    sources: tuple[str, ...]  # in which it was found; none in the report to hand out
    found: tuple[str, ...]  # fields that were there to be read
    guessed: tuple[str, ...]  # codes of doubts
    basis: dict[str, str]  # fields not taken from the printed words → from what
    missing_files: tuple[str, ...]  # names; in the report to hand out as many empty ones
    missing_pictures: tuple[str, ...]

    @property
    def lost_count(self) -> int:
        """How many files and pictures are missing."""
        return len(self.missing_files) + len(self.missing_pictures)


@dataclass(frozen=True)
class Became:
    """An address of the older site, and what it answers now."""

    old: str
    status: int  # 301, 410 or 200; 0 where it waits for a draft to be public
    location: str


def sums_of(into: Import, *, to_hand_out: bool) -> Sums:
    """Count what came of an import."""
    releases = releases_of(into, to_hand_out=to_hand_out)
    counts = dict(releases.order_by().values_list("status").annotate(n=Count("pk")))
    drafts = counts.pop(Status.DRAFT, 0)
    records = {} if to_hand_out else dict.fromkeys(Outcome.values, 0)
    if not to_hand_out:
        records |= dict(into.findings.order_by().values_list("outcome").annotate(n=Count("pk")))
    return Sums(
        sources=into.sources.count(),
        unreadable=into.sources.filter(is_unreadable=True).count(),
        with_leftovers=into.sources.filter(leftover_count__gt=0).count(),
        records=records,
        public=sum(counts.values()),
        drafts=drafts,
        guessed=_guessed(into, to_hand_out),
        missing_files=ReleaseAttachment.objects.filter(attachment=None, release__in=releases.values("pk")).count(),
        old_addresses=_old(into, to_hand_out).values("address").distinct().count(),
    )


def releases_of(into: Import, *, to_hand_out: bool) -> QuerySet[Release]:
    """Give the releases that an import has found, by their own days; those that are or were public to hand out."""
    found = Release.objects.filter(Exists(Finding.objects.filter(release=OuterRef("pk"), found_in=into)))
    return (found.exclude(status=Status.DRAFT) if to_hand_out else found).order_by("dated_on", "path")


def lines(into: Import, *, to_hand_out: bool, start: int = 0, most: int | None = None) -> Iterator[Line]:
    """Give a line for each release, or for `most` of them from `start` on."""
    keys = list(releases_of(into, to_hand_out=to_hand_out).values_list("pk", flat=True)[start:][:most])
    for at in range(0, len(keys), AT_ONCE):
        yield from _lines(into, keys[at : at + AT_ONCE], to_hand_out)


def became(into: Import, *, to_hand_out: bool) -> Iterator[Became]:
    """Say of every old address that this import's releases had what it answers now."""
    forms = list(_old(into, to_hand_out).order_by("address").values_list("address", flat=True).distinct())
    for at in range(0, len(forms), AT_ONCE):
        some = forms[at : at + AT_ONCE]
        answers = old_answers(some)
        for form in some:
            answer = answers.get(form)
            if answer is not None:
                yield Became(form, answer.status, answer.location)
            elif not to_hand_out:
                yield Became(form, 0, "")


def as_json(thing: Sums | Line | Became) -> dict[str, Any]:
    """Give a record of the report as JSON values."""
    return asdict(thing)


def _old(into: Import, to_hand_out: bool) -> QuerySet[OldAddress]:
    found = OldAddress.objects.filter(Exists(Finding.objects.filter(release=OuterRef("release"), found_in=into)))
    return found.exclude(release__status=Status.DRAFT) if to_hand_out else found


def _guessed(into: Import, to_hand_out: bool) -> dict[str, int]:
    doubted = into.findings.exclude(first_doubt="").exclude(release=None)
    if to_hand_out:
        doubted = doubted.exclude(release__status=Status.DRAFT)
    counted: Counter[str] = Counter()
    for doubts in doubted.values_list("doubts", flat=True).iterator(2_000):
        counted.update({doubt["code"] for doubt in doubts})
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _lines(into: Import, keys: Sequence[int], to_hand_out: bool) -> Iterator[Line]:
    found: dict[int, list[Finding]] = {}
    rows = Finding.objects.filter(found_in=into, release__in=keys).select_related("source").order_by("pk")
    for finding in rows.defer("source__text", "source__reading"):
        found.setdefault(finding.release_id, []).append(finding)
    missing: dict[int, list[str]] = {}
    for key, name in ReleaseAttachment.objects.filter(attachment=None, release__in=keys).values_list("release", "name"):
        missing.setdefault(key, []).append(name)
    releases = Release.objects.in_bulk(keys)
    for key in keys:
        yield _line(releases[key], found.get(key, []), missing.get(key, []), to_hand_out)


def _line(release: Release, findings: Sequence[Finding], missing: Sequence[str], to_hand_out: bool) -> Line:
    records = [finding.record for finding in findings]
    pictures = [] if _shows_pictures(release) else [p["address"] for r in records for p in r.get("pictures", ())]
    said = release.current if to_hand_out else release
    return Line(
        headline="" if to_hand_out else release.headline,
        date=said.dated_on.isoformat() if said and said.dated_on else "",
        address=release.address,
        status=str(release.status),
        sources=() if to_hand_out else tuple(dict.fromkeys(finding.source.name for finding in findings)),
        found=tuple(name for name in FIELDS if any(record.get(name) for record in records)),
        guessed=tuple(dict.fromkeys(doubt["code"] for finding in findings for doubt in finding.doubts)),
        basis={name: how for record in records for name, how in record.get("basis", {}).items()},
        missing_files=tuple("" for _ in missing) if to_hand_out else tuple(missing),
        missing_pictures=tuple("" for _ in pictures) if to_hand_out else tuple(dict.fromkeys(pictures)),
    )


def _shows_pictures(release: Release) -> bool:
    return any(block["type"] == "image" for block in release.body.raw_data)
