"""Takes something out of what the newsroom shows others to have published about a release."""

from urllib.parse import unquote

from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import Taking
from dateline.releases.models import Coverage, Release

PLACE = "in the news"


def out_of_reports(release: Release, taking: Taking) -> list[Coverage]:
    """Rewrite outlets and headlines, and take off links whose address says it; give the reports, for the logs."""
    reports = list(release.coverage.all())
    for report in reports:
        before = (report.outlet, report.headline, report.url)
        report.outlet, report.headline = (
            taking.text(report.outlet, PLACE)[:200],
            taking.text(report.headline, PLACE)[:400],
        )
        if isinstance(taking.what, Passage) and taking.what.is_in_address(unquote(report.url)):
            report.url = ""
            taking.places[PLACE] += 1
        if before != (report.outlet, report.headline, report.url):
            report.save()
    return reports
