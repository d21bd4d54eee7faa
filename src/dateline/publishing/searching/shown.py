"""Found releases as an answer shows them: their words from the current version, the words asked for marked."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from dateline.publishing import faces
from dateline.publishing.models import Findable
from dateline.publishing.searching.marking import excerpt, marked
from dateline.publishing.searching.printed_texts import paragraphs_of
from dateline.publishing.searching.store import Terms
from dateline.releases.models import Release
from dateline.releases.status import Status

COLUMNS = ("uid", "address", "changed_at", "current__words", "current__lede")  # a whole release carries its draft


def faces_of(orders: Sequence[int], terms: Terms) -> tuple[faces.FoundRelease, ...]:
    """Give the releases of these places in the index, those left out that are not public at this moment."""
    uids = dict(Findable.objects.filter(order__in=orders).values_list("order", "uid"))
    public = Release.objects.filter(uid__in=uids.values(), status=Status.PUBLIC)
    rows = {row["uid"]: row for row in public.values(*COLUMNS)}
    stems = {term for words in terms.alternatives for term in words if "_" not in term}
    return tuple(_face(rows[uids[order]], stems) for order in orders if uids.get(order) in rows)


def _face(row: dict[str, Any], stems: Collection[str]) -> faces.FoundRelease:
    words = row["current__words"]
    language = words["language"]
    return faces.FoundRelease(
        entry=faces.Entry(
            path=row["address"],
            uid=row["uid"].urn,
            kind=words["kind"],
            headline=words["headline"],
            lede=row["current__lede"],
            dated_on=date.fromisoformat(words["dated_on"]),
            language=language,
            is_teaser=words["is_teaser"],
            is_corrected=row["changed_at"] is not None,
        ),
        headline=marked(words["headline"], stems, language),
        excerpt=excerpt(paragraphs_of(words), stems, language),
    )
