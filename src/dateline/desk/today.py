"""Today's work, asked of the record: what went out last, what waits, what is owed."""

from dataclasses import dataclass

from wagtail.models import Page
from wagtail.permissions import policy_registry

from dateline.intake.models import Finding, Import, Outcome
from dateline.publishing.addresses import Output
from dateline.publishing.models import Owed
from dateline.publishing.websub import complaint
from dateline.releases.models import Release
from dateline.releases.status import Status

SHOWN = 8  # rows of each list: the home is read at a glance; the list itself is one click away


@dataclass(frozen=True)
class Doubtful:
    """An imported draft that a person must look at, and why."""

    release: Release
    why: str
    key: int  # of the finding, beside whose source it is looked at


@dataclass(frozen=True)
class NotMade:
    """An output that could not be made, so that what it said before stands, and why."""

    output: str
    release: Release | None  # of which it is, where it is of one
    why: str


@dataclass(frozen=True)
class Today:
    """What the home shows."""

    last_out: list[Release]
    drafts: list[Release]
    draft_count: int
    doubtful: list[Doubtful]
    doubtful_count: int
    changed: list[Release]  # public, with words that wait to be let out
    owed_count: int
    not_made: list[NotMade]
    hub_complaint: str  # why the hub doesn't hear of changed feeds; "" where it does, or where none is set


def today(person) -> Today:
    """Collect what this person can see of today's work."""
    seen = policy_registry.get_by_type(Page).explorable_instances(person).values("pk")
    releases = Release.objects.filter(pk__in=seen).select_related("current", "locale").defer("body")
    out = releases.filter(status=Status.PUBLIC)
    doubted = Finding.objects.filter(found_in__in=Import.objects.values("pk"), outcome=Outcome.DOUBTFUL)  # by its index
    findings = doubted.filter(release__status=Status.DRAFT, release__in=seen)
    doubted = findings.order_by("-pk").select_related("release", "release__locale")
    drafts = releases.filter(status=Status.DRAFT).exclude(pk__in=findings.values("release"))
    return Today(
        last_out=list(out.order_by("-current_id")[:5]),  # by the newest version; its key is indexed, and never public
        drafts=list(drafts.order_by("-latest_revision_created_at", "-pk")[:SHOWN]),
        draft_count=drafts.count(),
        doubtful=[_doubtful(finding) for finding in doubted[:SHOWN]],
        doubtful_count=findings.values("release").distinct().count(),
        changed=list(out.filter(has_unpublished_changes=True).order_by("-latest_revision_created_at")[:SHOWN]),
        owed_count=Owed.objects.exclude(is_slow=True, why="").count(),  # what the worker is at is no news
        not_made=_not_made(),
        hub_complaint=complaint(),
    )


def doubts_about(release: Release) -> list[str]:
    """Give the sentences of what the import doubted about a release that is still a draft."""
    if not release.pk or release.has_been_public:
        return []
    found = Finding.objects.filter(outcome=Outcome.DOUBTFUL, release_id=release.pk)
    return list(dict.fromkeys(doubt["sentence"] for finding in found for doubt in finding.doubts))


def _not_made() -> list[NotMade]:
    owed = [(Output.parse(debt.output), debt.why) for debt in Owed.objects.exclude(why="").order_by("pk")[:SHOWN]]
    uids = [output.detail for output, _ in owed if output.is_of_a_release]
    releases = {str(release.uid): release for release in Release.objects.filter(uid__in=uids).defer("body")}
    return [NotMade(str(output), releases.get(output.detail), why) for output, why in owed]


def _doubtful(finding: Finding) -> Doubtful:
    return Doubtful(finding.release, " ".join(doubt["sentence"] for doubt in finding.doubts), finding.pk)
