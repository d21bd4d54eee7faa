"""Complete: the full text of a public teaser was found. What was said hasn't changed, so nothing is marked."""

from datetime import datetime

from dateline.publishing.say import Telling, say
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Act


def complete(release: Release, *, at: datetime) -> None:
    """Put the full text, as it stands in memory, in the place of a public teaser. Raises Refused."""
    if release.is_teaser:
        raise Refused(release, ["It is still only an opening; there is nothing to complete it with."])
    stands = Release.objects.select_related("current").get(pk=release.pk)
    if stands.current is None or not stands.current.is_teaser:
        raise Refused(release, ["The whole text stands already. Changing it is a correction or an update."])
    say(release, Act.COMPLETED, Telling(at=at))
