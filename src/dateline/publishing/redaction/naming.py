"""What a person names (a file's name, a picture's place in the text) → what is to be removed."""

from dateline.publishing.redaction.kept_files import pictures_of
from dateline.publishing.redaction.taking import HandedOut, Shown
from dateline.releases.models import Address, Attachment, Release
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.refused import Refused

NO_FILE = "It hands out no file of the name “{}”. {}"
NO_PICTURE = "It has no picture {}. {}"


def names_of_files(release: Release) -> list[str]:
    """Give the names under which a release, one of its versions or its draft hands out files."""
    names: dict[str, None] = {}
    for each in (release, release.get_latest_revision_as_object()):
        names |= {handout.name: None for handout in each.words.handouts}
    for version in release.versions.all():
        names |= {handout["name"]: None for handout in version.words["handouts"]}
        names |= {file["name"]: None for file in version.words["printed"]["files"]}
    return [name for name in names if name]


def handed_out(release: Release, name: str) -> HandedOut:
    """Find an attachment by its name, or by the last part of its address. Raises Refused, with the names there are."""
    wanted = name.strip().casefold()
    names, cleaned, originals, rows = {wanted}, set[str](), set[str](), set[int]()
    known = Address.objects.filter(release=release, stop=Stop.ATTACHMENT).exclude(detail=REMOVED)
    for path, sha256 in known.values_list("path", "detail"):
        if path.rpartition("/")[2] == wanted:
            cleaned.add(sha256)
    is_met = False
    for version in release.versions.all():
        for file in version.words["printed"]["files"]:
            if file["sha256"] in cleaned or file["name"].casefold() == wanted:
                names.add(file["name"].casefold())
                cleaned.add(file["sha256"])
        for handout in version.words["handouts"]:
            if handout["name"].casefold() in names:
                is_met = True
                originals |= {handout["sha256"]} - {""}
    for each in (release, release.get_latest_revision_as_object()):
        for row in each.release_attachments.all():
            if (row.name or getattr(row.attachment, "name", "")).casefold() in names:
                is_met = True
                originals |= {row.attachment.original_sha256} - {""} if row.attachment else set()
    if not is_met:
        there = names_of_files(release)
        raise Refused(release, [NO_FILE.format(name, _there_are(there, "It hands out none."))])
    rows = set(Attachment.objects.filter(original_sha256__in=originals).values_list("pk", flat=True))
    return HandedOut(frozenset(names), frozenset(originals), frozenset(cleaned), frozenset(rows))


def shown(release: Release, number: int) -> Shown:
    """Find a picture by its place in the text, from 1. Raises Refused."""
    pictures = pictures_of(release)
    if not 1 <= number <= len(pictures):
        there = [f"{at} ({picture.title})" for at, picture in enumerate(pictures, 1)]
        raise Refused(release, [NO_PICTURE.format(number, _there_are(there, "It has none."))])
    return Shown(str(pictures[number - 1].uid))


def _there_are(there: list[str], none: str) -> str:
    return f"There are: {', '.join(there)}." if there else none
