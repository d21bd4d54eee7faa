"""Coverage → the outputs that show it, and the addresses at which it can be met."""

from collections.abc import Iterable

from django.db import transaction

from dateline.publishing.addresses import Output, coverage_path
from dateline.publishing.ledger import enter
from dateline.publishing.owe import owe
from dateline.publishing.settle import settle_pages
from dateline.releases.models import Address, Coverage, Newsroom
from dateline.releases.models.address import Stop
from dateline.releases.status import Status


def coverage_will_change(sender, instance: Coverage, raw: bool = False, **kwargs) -> None:
    """Note, before it is saved, what shows a report now: another day or release takes it from there."""
    instance._shown_before = set()  # type: ignore[attr-defined]
    if not raw and instance.pk:
        before = Coverage.objects.select_related("release", "newsroom__locale").filter(pk=instance.pk).first()
        instance._shown_before = outputs_of(before) if before else set()  # type: ignore[attr-defined]


def coverage_has_changed(sender, instance: Coverage, raw: bool = False, **kwargs) -> None:
    """Owe what shows a report, and what showed it before."""
    if raw:
        return
    with transaction.atomic():
        shown = outputs_of(instance)
        if shown and kwargs.get("created") is not None:  # saved, not deleted
            enter(addresses_of_coverage([instance], instance.newsroom))
        owe(shown | getattr(instance, "_shown_before", set()))
        transaction.on_commit(settle_pages)


def outputs_of(coverage: Coverage) -> set[Output]:
    """Name what shows a report; nothing while its release is not public."""
    release, room = coverage.release, coverage.newsroom.public_path
    if release is not None and release.status == Status.DRAFT:
        return set()
    shown = {Output("coverage", room), Output("coverage", room, f"{coverage.published_on:%Y}")}
    return shown | ({Output("release", detail=str(release.uid))} if release else set())


def addresses_of_coverage(reports: Iterable[Coverage], newsroom: Newsroom) -> list[Address]:
    """Name the addresses of the years of these reports."""
    years = sorted({report.published_on.year for report in reports})
    return [
        Address(
            path=coverage_path(newsroom.public_path, year), stop=Stop.COVERAGE, newsroom=newsroom, detail=f"{year:04d}"
        )
        for year in years
    ]
