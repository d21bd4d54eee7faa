"""Takes from the record what a newsroom's press page shows."""

from datetime import date, datetime

from dateline.publishing import faces
from dateline.publishing.said import copies_in, picture_file
from dateline.releases.models import Newsroom, Redaction, Version
from dateline.releases.status import CHANGES_WHAT_WAS_SAID, Status

LOG_LENGTH = 100


def press_face(newsroom: Newsroom) -> faces.PressFace:
    """Give the lengths of the boilerplate, the pictures, the policy and the log of a newsroom."""
    lengths = (newsroom.boilerplate_short, newsroom.boilerplate_medium, newsroom.boilerplate)
    return faces.PressFace(
        lengths=tuple(dict.fromkeys(text.strip() for text in lengths if text.strip())),
        pictures=tuple(
            faces.PressPicture(
                name=row.name,
                alt=row.alt,
                credit=row.picture.credit,
                shown=picture_file(row.printed["shown"][-1]),
                press=picture_file(row.printed["press"]),
            )
            for row in newsroom.newsroom_pictures.select_related("picture").order_by("sort_order", "name")
            if row.printed
        ),
        policy=newsroom.corrections_policy.strip(),
        log=tuple(_log(newsroom)),
    )


def press_files(newsroom: Newsroom) -> dict[str, str]:
    """Give the address of each picture's copies, with the hash under which it is kept."""
    pictures = [row.printed for row in newsroom.newsroom_pictures.all() if row.printed]
    return {kept["path"]: kept["sha256"] for kept in copies_in(pictures)}


def _log(newsroom: Newsroom) -> list[faces.LogEntry]:
    """List the newest things that happened to what was said, of both kinds, in an order that no database key decides."""
    public = {"release__room": newsroom.public_path, "release__status__in": [Status.PUBLIC, Status.WITHDRAWN]}
    of_release = ("release__address", "release__current__headline")
    changes = Version.objects.filter(act__in=CHANGES_WHAT_WAS_SAID, **public)
    changes = changes.order_by("-made_at", "release__address", "-number")[:LOG_LENGTH]
    removals = Redaction.objects.filter(**public).order_by("-removed_at", "release__address")[:LOG_LENGTH]
    told = [
        (at, path, -number, faces.LogEntry(_day(at, newsroom), act, headline, newsroom.language, path, note))
        for at, path, headline, act, number, note in changes.values_list(
            "made_at", *of_release, "act", "number", "note"
        )
    ]
    told += [
        (at, path, 0, faces.LogEntry(_day(at, newsroom), "redacted", headline, newsroom.language, path, ""))
        for at, path, headline in removals.values_list("removed_at", *of_release)
    ]
    told.sort(key=lambda entry: (-entry[0].timestamp(), *entry[1:3]))
    return [entry for *_, entry in told[:LOG_LENGTH]]


def _day(at: datetime, newsroom: Newsroom) -> date:
    return at.astimezone(newsroom.zone).date()
