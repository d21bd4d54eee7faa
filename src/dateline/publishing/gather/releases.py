"""Takes from the record what releases' own pages, prints and data show."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from dateline.publishing import faces
from dateline.publishing.addresses import CALENDAR, topic_path
from dateline.publishing.gather.lists import addressee_face
from dateline.publishing.gather.record import Record, language_link
from dateline.publishing.gather.reports import LENGTH
from dateline.publishing.gather.rows import ReleaseRow, VersionRow, rows_of
from dateline.publishing.gather.told import KeptFile, Told, ToldVersion
from dateline.publishing.said import event_face, files_in, version_path, words_face
from dateline.releases.status import CHANGES_WHAT_WAS_SAID, Act, Status


def told(record: Record, uids: Iterable[str]) -> dict[str, Told]:
    """Read releases that have been public, by their uids; others have none."""
    return {str(row.uid): _told(record, row) for row in rows_of(list(uids), have_translations=len(record.rooms) > 1)}


def _told(record: Record, row: ReleaseRow) -> Told:
    room = record.rooms[row.room]
    face = _face(record, room, row)
    *earlier, now = row.versions
    return Told(
        room=room,
        is_withdrawn=row.status == Status.WITHDRAWN,
        now=_told_version(now, face),
        earlier=tuple(_told_version(version, _earlier(face, version)) for version in earlier),
        held=tuple(row.held),
        has_removed_files=row.has_removed_files,
        calendar=_calendar(row, face),
    )


def _told_version(version: VersionRow, face: faces.ReleaseFace) -> ToldVersion:
    printed = version.words["printed"]
    widest = [picture["shown"][-1] for picture in printed["pictures"].values()]  # as render.pdf shows them
    return ToldVersion(face, _kept(files_in(printed)), _kept(widest))


def _kept(files: Iterable[dict[str, Any]]) -> tuple[KeptFile, ...]:
    return tuple(KeptFile(kept["path"], kept["sha256"]) for kept in files)


def _earlier(face: faces.ReleaseFace, version: VersionRow) -> faces.ReleaseFace:
    """Give what a release said in an earlier version, within the frame of what it is now."""
    return replace(
        face,
        **_words(version),
        path=version_path(face.path, version.number),
        changes=(),
        is_over=False,
        calendar_path="",
        coverage=(),
        superseded_by=face.path,
        number=version.number,
        said_at=version.made_at.astimezone(face.public_at.tzinfo),
    )


def _words(version: VersionRow) -> dict[str, Any]:
    return words_face(version.words, version.words["printed"], version.dated_on, version.lede)


def _face(record: Record, room: faces.NewsroomFace, row: ReleaseRow) -> faces.ReleaseFace:
    zone = ZoneInfo(room.zone)
    now = row.versions[-1]
    topics = sorted(
        (each for each in row.topics if each[2] == room.language), key=lambda each: (each[0].casefold(), each[1])
    )
    return faces.ReleaseFace(
        **_words(now),
        path=row.address,
        uid=row.uid.urn,
        feed_id=row.feed_id or row.uid.urn,
        is_over=row.is_over,
        calendar_path=f"{row.address}{CALENDAR}" if "event" in now.words else "",
        topics=tuple(faces.TopicLink(name, topic_path(room.path, slug)) for name, slug, _ in topics),
        contacts=tuple(face for pk, face in row.contacts if pk not in record.ended_contacts) or room.contacts,
        translations=tuple(
            language_link(language, address, is_same_text=True) for language, address in sorted(row.translations)
        ),
        changes=tuple(
            faces.ChangeFace(
                act=version.act,
                changed_at=version.made_at.astimezone(zone),
                note=version.note,
                before_path="" if version.act == Act.WITHDRAWN else version_path(row.address, version.number - 1),
            )
            for version in reversed(row.versions)
            if version.act in CHANGES_WHAT_WAS_SAID
        ),
        public_at=row.public_at.astimezone(zone),
        changed_at=row.changed_at.astimezone(zone) if row.changed_at else None,
        superseded_by="",
        addressees=tuple(
            addressee_face(room.path, *each) for each in sorted(row.addressees, key=lambda e: (e[0].casefold(), e[2]))
        ),
        number=now.number,
        said_at=now.made_at.astimezone(zone),
        coverage=tuple(faces.CoverageFace(*report) for report in row.coverage[:LENGTH]),
        removals=tuple(
            dict.fromkeys(faces.RemovalFace(what, at.astimezone(zone).date()) for what, at in row.redactions)
        ),
    )


def _calendar(row: ReleaseRow, face: faces.ReleaseFace) -> faces.CalendarFace | None:
    """Give the last event to which a release has invited; cancelled where it no longer does. None where it never did.

    The file of an event that was corrected away must answer for good, and calendars that took it must hear.
    """
    inviting = next((version for version in reversed(row.versions) if "event" in version.words), None)
    if inviting is None:
        return None
    now = row.versions[-1]
    return faces.CalendarFace(
        uid=str(row.uid),
        headline=inviting.headline,
        language=inviting.words["language"],
        event=event_face(inviting.words["event"], inviting.words["printed"]["zone"]),
        page_path=face.path,
        sequence=now.number - 1,
        stamped_at=now.made_at,
        is_cancelled=inviting is not now,
    )
