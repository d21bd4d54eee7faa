"""An import in groups: how many records or sources are in each, and twenty of one at a time, by queries alone."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from dateline.intake.models import Finding, Import, Outcome, Source

PAGE = 20
IN_ORDER = ("first_doubt", "pk")  # alike ones together, as the index has them: nothing is sorted


@dataclass(frozen=True)
class Group:
    """One group of what came of an import."""

    name: str  # in an address: "doubtful"
    title: str
    means: str  # in a sentence
    is_of_sources: bool = False


GROUPS = (
    Group("doubtful", "Doubtful", "Drafts until a person has looked at them."),
    Group("new", "New", "A release was made of each."),
    Group("same", "The same", "They were there already, word for word or fuller."),
    Group("merged", "Merged", "They added a topic, a file or a field to a release that was there."),
    Group("fuller", "Fuller", "They had more of the text than was known."),
    Group("rejected", "Rejected", "A person has said that they are none of ours."),
    Group("unreadable", "Unreadable", "Sources that could not be read, and why.", is_of_sources=True),
    Group("leftover", "Left over", "Text of sources that belongs to no release.", is_of_sources=True),
)
BY_NAME = {group.name: group for group in GROUPS}


def counts_of(into: Import) -> dict[str, int]:
    """Count each group of an import."""
    rows = into.findings.order_by().values_list("outcome").annotate(n=Count("pk"))
    counts = dict.fromkeys(Outcome.values, 0) | dict(rows)
    counts["unreadable"] = into.sources.filter(is_unreadable=True).count()
    counts["leftover"] = into.sources.filter(leftover_count__gt=0).count()
    return counts


def doubts_in(into: Import) -> list[tuple[str, int]]:
    """Count the doubtful by the code of their first doubt, the most frequent first."""
    doubted = into.findings.filter(outcome=Outcome.DOUBTFUL).order_by().values_list("first_doubt")
    return sorted(doubted.annotate(n=Count("pk")), key=lambda row: (-row[1], row[0]))


def page_of(into: Import, group: Group, *, start: int, doubt: str = "") -> QuerySet[Any]:
    """Give twenty of a group from `start` on, alike ones together, as they were found."""
    if group.is_of_sources:
        return _sources(into, group)[start : start + PAGE]
    found = Finding.objects.filter(found_in=into, outcome=group.name)
    if doubt:
        found = found.filter(first_doubt=doubt)
    keys = list(found.order_by(*IN_ORDER).values_list("pk", flat=True)[start : start + PAGE])
    return (
        Finding.objects.filter(pk__in=keys)
        .select_related("release__locale", "source")
        .defer("source__text", "source__reading", "release__body")
        .order_by(*IN_ORDER)
    )


def _sources(into: Import, group: Group) -> QuerySet[Source]:
    found = into.sources.order_by("pk").defer("text")
    return found.filter(is_unreadable=True) if group.name == "unreadable" else found.filter(leftover_count__gt=0)
