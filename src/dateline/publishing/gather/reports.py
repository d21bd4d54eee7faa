"""Takes from the record what others published about what was said."""

from django.db.models import Q

from dateline.publishing import faces
from dateline.publishing.gather.record import Record
from dateline.releases.models import Coverage
from dateline.releases.status import Status

LENGTH = 50
ORDER = ("-published_on", "outlet", "headline", "url")


def coverage(record: Record, room: str, year: int | None = None) -> list[faces.CoverageFace]:
    """List what others published: the newest, or one year's. Nothing about what isn't public, or is withdrawn."""
    found = Coverage.objects.filter(newsroom=record.newsroom(room))
    found = found.filter(Q(release=None) | Q(release__status=Status.PUBLIC)).order_by(*ORDER)
    found = found[:LENGTH] if year is None else found.filter(published_on__year=year)
    rows = found.values_list(
        "outlet", "headline", "published_on", "language", "url", "release__address", "release__current__headline"
    )
    return [faces.CoverageFace(*report, about or "", name or "") for *report, about, name in rows]  # type: ignore[call-arg]
