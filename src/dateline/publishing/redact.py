"""Redact: something leaves every version and every form, to protect a person. A person's safety outranks law 6."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Model
from wagtail.log_actions import log
from wagtail.search.index import insert_or_update_object

from dateline.publishing.addresses import Output
from dateline.publishing.maps import MAPS
from dateline.publishing.owe import owe
from dateline.publishing.redaction import kept_files, ledger, old_addresses
from dateline.publishing.redaction.consents import carry_over
from dateline.publishing.redaction.drafts import forget_previews, out_of_revisions, out_of_row, stop_open_editors
from dateline.publishing.redaction.erasing import erase, owe_database, zero_what_is_deleted
from dateline.publishing.redaction.findings import out_of_findings
from dateline.publishing.redaction.gathered import out_of_gathered
from dateline.publishing.redaction.holding import Holding, holding, look_ahead
from dateline.publishing.redaction.inside import Looking
from dateline.publishing.redaction.logs import out_of_logs
from dateline.publishing.redaction.marks import mark_in
from dateline.publishing.redaction.others import Other, others_saying
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.reports import out_of_reports
from dateline.publishing.redaction.since import LOGGED_AS
from dateline.publishing.redaction.taking import HandedOut, Removed, Shown, Taking, What
from dateline.publishing.redaction.versions import out_of_versions
from dateline.publishing.settle import settle
from dateline.publishing.standing import bring_lists_in_step
from dateline.releases.models import Attachment, Coverage, Picture, Redaction, Release
from dateline.releases.passing import passed
from dateline.releases.refused import Refused

NOTHING_TO_REMOVE = (
    "It doesn't say this anywhere: not in public, not in a draft, not in what was imported. "
    "Copy the words from the release, from one paragraph, quote or line."
)
# What a reader can have met, by the names under which `Taking` counts; the rest never left this machine.
PUBLIC_PLACES = frozenset(
    {
        "text",
        "earlier versions",
        "notes",
        "attachments",
        "printed beside the text",
        "address",
        "in the news",
        old_addresses.PLACE,
    }
)


@dataclass(frozen=True)
class Redacted:
    """What was removed, or would be: counts and places, never the thing itself."""

    removed: Removed
    places: tuple[tuple[str, int], ...]  # where it stood, how often; the most first
    examples: tuple[str, ...]  # what stands around, the mark already in it
    files: tuple[str, ...]  # attachments removed whole: as named, or because the passage stands in them
    unread_files: tuple[str, ...]  # attachments and pictures into which no program can look for certain: each with why
    sources: tuple[str, ...]  # kept sources removed whole
    others: tuple[Other, ...]  # other releases that say the passage and were not redacted with this one
    outputs: frozenset[Output]  # what must be made anew before it is out of public


@dataclass(frozen=True)
class _Gesture:
    """One release in a gesture that may take something out of several."""

    release: Release
    taking: Taking
    fingerprints: tuple[str, str]  # of its row and of its draft, before


def redact(
    release: Release,
    what: What,
    *,
    also: Sequence[Release] = (),
    at: datetime | None = None,
    by: Model | None = None,
    is_dry_run: bool = False,
) -> Redacted:
    """Take a passage, an attachment or a picture out of a release, and a passage out of others `also`.

    All rows change in one transaction. Files and the database's free pages follow once it is committed, and are owed
    until they have gone; `redaction.out.still_there` says what is. A dry run changes nothing and gives the same answer.

    Raises Refused with reasons that a person can act on; then nothing has changed.
    """
    if isinstance(what, Passage) and what.complaint:
        raise Refused(release, [what.complaint])
    at = at or datetime.now(UTC)
    looking = Looking(what) if isinstance(what, Passage) else None
    if looking:
        look_ahead([release, *also], looking)
    zero_what_is_deleted()
    made: list[Path] = []
    try:
        with transaction.atomic():
            redacted = _redact([release, *also], what, at, by, made, looking)
            if is_dry_run:
                transaction.set_rollback(True)
            else:
                transaction.on_commit(_afterwards)
    except BaseException:
        _undo(made)
        raise
    if is_dry_run:
        _undo(made)
    return redacted


def _afterwards() -> None:
    settle()
    erase()


def _undo(made: Sequence[Path]) -> None:
    for file in made:
        file.unlink(missing_ok=True)


def _redact(
    releases: Sequence[Release], what: What, at: datetime, by: Model | None, made: list[Path], looking: Looking | None
) -> Redacted:
    gestures = [_begin(release, what, made) for release in releases]
    first = gestures[0]
    present = [gesture.release for gesture in gestures]
    held = {
        gesture.release.pk: holding(gesture.release, looking) if looking else Holding((), ()) for gesture in gestures
    }
    kept_files.out_of_files(present, first.taking)
    mapped: dict[str, str] = {}
    touched: set[Output] = set()
    for gesture in gestures:
        _take_out(gesture, gesture.taking, mapped)
    for gesture in gestures:
        for each in held[gesture.release.pk].held:
            _take_out(gesture, Taking(each.file, gesture.taking.mark, gesture.taking.places), mapped)
    sources = out_of_findings(present, first.taking, mapped, looking)
    if not any(gesture.taking.places for gesture in gestures):
        raise Refused(releases[0], [NOTHING_TO_REMOVE])
    for gesture in gestures:
        touched |= _finish(gesture, mapped, at, by)
    forget_previews()
    out_of_gathered()
    touched.add(MAPS)  # the ledger may have changed in any of its ways
    owe(touched)
    owe_database()
    places = sum((gesture.taking.places for gesture in gestures), start=type(first.taking.places)())
    return Redacted(
        removed=first.taking.removed,
        places=tuple(places.most_common()),
        examples=tuple(dict.fromkeys(each for gesture in gestures for each in gesture.taking.examples)),
        files=tuple(dict.fromkeys(_unnamed(each.name, first.taking) for files in held.values() for each in files.held)),
        unread_files=tuple(
            dict.fromkeys(
                f"{_unnamed(name, first.taking)}: {why}" for files in held.values() for name, why in files.unsure
            )
        ),
        sources=tuple(sources),
        others=tuple(others_saying(what, present, [each.file for files in held.values() for each in files.held]))
        if isinstance(what, Passage)
        else (),
        outputs=frozenset(touched),
    )


def _unnamed(name: str, taking: Taking) -> str:
    """Give a file's name as it may be told: what is said to a person may end in a log."""
    return taking.what.without(name, taking.mark)[0] if isinstance(taking.what, Passage) else name


def _begin(release: Release, what: What, made: list[Path]) -> _Gesture:
    row = Release.objects.select_for_update(of=("self",)).select_related("locale", "current").get(pk=release.pk)
    fingerprints = (row.words.fingerprint, row.get_latest_revision_as_object().words.fingerprint)
    taking = Taking(what, mark_in(row.language), made=made)
    return _Gesture(row, taking, fingerprints)


def _take_out(gesture: _Gesture, taking: Taking, mapped: dict[str, str]) -> None:
    """Take it out of everything that belongs to one release. Versions first: the row then says what they say."""
    # Read anew: what it shows of pictures and files was reworded meanwhile.
    release, what = Release.objects.select_related("locale", "current").get(pk=gesture.release.pk), taking.what
    attachments, pictures = kept_files.attachments_of(release), kept_files.pictures_of(release)
    moved = ledger.out_of_ledger(release, taking)
    old_addresses.out_of_old_addresses(release, taking)
    gone = out_of_versions(release, taking, moved, mapped)
    out_of_row(release, taking)
    release.current = release.versions.filter(pk=release.current_id).first()
    # The row says what its version says; where a picture's credit was changed since, a person's safety goes first.
    with passed(release.words.fingerprint):
        release.save()
    insert_or_update_object(release)  # at once, whoever else would do it later
    out_of_revisions(release, taking)
    reports = out_of_reports(release, taking)
    out_of_logs(release, _logged_with(taking, attachments, pictures, reports), taking)
    ledger.forget_files(release, gone.paths)
    kept_files.owe_cleaned(release, gone.hashes)
    if isinstance(what, HandedOut):
        kept_files.remove_attachment(release, what)
    if isinstance(what, Shown):
        kept_files.remove_picture(release, what)


def _logged_with(
    taking: Taking, attachments: Sequence[Attachment], pictures: Sequence[Picture], reports: Sequence[Coverage]
) -> Sequence[Model]:
    """Choose the files and reports of a release whose entries in the desk's log are concerned."""
    match taking.what:
        case HandedOut(rows=rows):
            return [each for each in attachments if each.pk in rows]
        case Shown(uid=uid):
            return [each for each in pictures if str(each.uid) == uid]
    return [*attachments, *pictures, *reports]


def _finish(gesture: _Gesture, mapped: dict[str, str], at: datetime, by: Model | None) -> set[Output]:
    """Carry consents over, note that it happened, and say which outputs it touches."""
    release = Release.objects.select_related("locale", "current").get(pk=gesture.release.pk)
    now = (release.words.fingerprint, release.get_latest_revision_as_object().words.fingerprint)
    mapped |= {before: after for before, after in zip(gesture.fingerprints, now, strict=True) if before != after}
    carry_over(release, mapped, gesture.taking)
    if not gesture.taking.places:
        return set()
    stop_open_editors(release, at)
    log(instance=release, action=LOGGED_AS, user=by, content_changed=True)
    if not release.has_been_public or PUBLIC_PLACES.isdisjoint(gesture.taking.places):
        return set()
    Redaction.objects.create(release=release, removed=gesture.taking.removed, removed_at=at, removed_by=by)
    return bring_lists_in_step(release, kind_before=release.current.kind)
