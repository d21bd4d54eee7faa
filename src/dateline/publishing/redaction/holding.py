"""Which files of a release say a passage, and into which a person must look: in all that it hands out or has handed out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.intake import kept_sources
from dateline.publishing import cleaned
from dateline.publishing.redaction.inside import Looking
from dateline.publishing.redaction.kept_files import pictures_of
from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.naming import handed_out
from dateline.publishing.redaction.sources import sources_of
from dateline.publishing.redaction.taking import HandedOut
from dateline.releases.models import Release


@dataclass(frozen=True)
class Held:
    """A file in which the passage stands."""

    name: str
    file: HandedOut


@dataclass(frozen=True)
class Holding:
    """What was found in the files of a release."""

    held: tuple[Held, ...]
    unsure: tuple[tuple[str, str], ...]  # name, and why it must be looked into


def holding(release: Release, looking: Looking) -> Holding:
    """Look into every file that a release, one of its versions or its draft hands out."""
    held: dict[str, HandedOut] = {}
    unsure: dict[str, str] = {}
    for name, content in _files_of(release):
        said = looking.inside(content)
        if said.stands and name not in held:
            held[name] = handed_out(release, name)
        elif said.why_unsure:
            unsure.setdefault(name, said.why_unsure)
    for number, picture in enumerate(pictures_of(release), 1):
        unsure[f"picture {number}, “{picture.title}”"] = found.SHOWN
    return Holding(
        tuple(Held(name, file) for name, file in held.items()),
        tuple((name, why) for name, why in unsure.items() if name not in held),
    )


def look_ahead(releases: Sequence[Release], looking: Looking) -> None:
    """Look into the files and kept sources of these releases, so that nobody waits for it while the record is locked."""
    for release in releases:
        for _, content in _files_of(release):
            looking.inside(content)
    for sha256 in sources_of(releases):
        try:
            looking.inside(kept_sources.place_of(sha256).read_bytes())
        except FileNotFoundError:
            continue


def _files_of(release: Release) -> Iterator[tuple[str, bytes]]:
    for each in (release, release.get_latest_revision_as_object()):
        for row in each.release_attachments.all():
            if row.attachment:
                try:
                    with row.attachment.open_file() as opened:
                        yield row.name or row.attachment.name, opened.read()
                except FileNotFoundError:
                    continue
    for version in release.versions.all():
        for file in version.words["printed"]["files"]:
            try:
                yield file["name"], cleaned.read(file["sha256"])
            except FileNotFoundError:
                continue
