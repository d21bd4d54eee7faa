"""A release as plain text, as a wire takes it: no wrapped lines, one empty line between paragraphs."""

from collections.abc import Iterator, Sequence

from dateline.publishing.faces import Block, ImageBlock, NewsroomFace, ReleaseFace, TextBlock
from dateline.publishing.render import dates
from dateline.publishing.render.catalogue import Catalogue, catalogue
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import KINDS
from dateline.publishing.render.event import event_lines
from dateline.publishing.render.phrases import paragraphs_of, quoted
from dateline.publishing.render.plain import plain_parts
from dateline.publishing.render.removals import removed_on


def render_text(room: NewsroomFace, release: ReleaseFace) -> bytes:
    """Render a release as UTF-8 text, with what happened to it on top and its address at the foot."""
    words = catalogue(room.language)
    parts = [
        *_changes(room, release, words),
        *(removed_on(removal, words) for removal in release.removals),
        f"{words.gettext(KINDS[release.kind])}\n{room.name}\n{dates.long_day(release.dated_on, room.language)}",
        _line(release.headline),
        _line(release.subheadline),
        _partners(release, words),
        *(f"{label}: {told}" if label else told for label, told in event_lines(room, release, words)),
        *body_text(release),
        words.gettext("Only the opening of this release has been found.") if release.is_teaser else "",
        *_pictures(room, release, words),
        *_files(room, release, words),
        *paragraphs_of(release.boilerplate),
        *_contacts(release, words),
        "###",
        f"{room.site_address}{release.path}",
    ]
    return clean_bytes("\n\n".join(part for part in parts if part) + "\n")


def _line(text: str) -> str:
    return " ".join(text.split())


def _changes(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> Iterator[str]:
    if release.superseded_by:
        yield words.gettext("This is an earlier version. What the release says now:") + (
            f" {room.site_address}{release.superseded_by}"
        )
    labels = {
        "corrected": words.gettext("Corrected"),
        "updated": words.gettext("Updated"),
        "withdrawn": words.gettext("Withdrawn"),
    }
    for change in release.changes:
        yield f"{labels[change.act]}, {dates.long_moment(change.changed_at, room.language)}: {_line(change.note)}"


def _partners(release: ReleaseFace, words: Catalogue) -> str:
    names = ", ".join(_line(partner.name) for partner in release.partners)
    return f"{words.gettext('Said together by')} {names}" if names else ""


def body_text(release: ReleaseFace) -> Iterator[str]:
    """Give the body's paragraphs as plain text, the dateline run into the first."""
    dateline = _line(release.dateline)
    blocks = release.blocks
    for part in blocks if blocks or not release.lede else ():
        for mark, paragraph in _paragraphs(part, release.language):
            if dateline and part.kind == "text" and not mark:
                yield f"{dateline} {paragraph}"
                dateline = ""
            else:
                yield f"{mark} {paragraph}" if mark else paragraph
    if not blocks:
        yield " ".join(part for part in (dateline, _line(release.lede)) if part)
    elif dateline:
        yield dateline


def _paragraphs(block: Block, language: str) -> Sequence[tuple[str, str]]:
    """Give a block's paragraphs, each with the mark that it has as a line of a list."""
    match block.kind:
        case "text":
            assert isinstance(block, TextBlock)
            return plain_parts(block.html)
        case "quote":
            said_by = ", ".join(_line(part) for part in (block.speaker, block.title) if part)
            return [("", "\n".join((*quoted(block.words, language), *([f"— {said_by}"] if said_by else []))))]
        case "list":
            return [("", "\n".join(f"* {_line(line)}" for line in block.lines))] if block.lines else []
        case _:
            return []


def _pictures(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> Iterator[str]:
    """Name each picture as a reporter can take it: what it shows, who made it, and the copy for print."""
    told = [
        f"* {' '.join(_line(part) for part in (block.caption or block.alt, block.credit) if part.strip())} "
        f"{room.site_address}{block.press.path}"
        for block in release.blocks
        if isinstance(block, ImageBlock)
    ]
    if told:
        yield "\n".join((words.gettext("Pictures") + ":", *told))


def _files(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> Iterator[str]:
    if release.attachments:
        lines = [
            f"* {_line(file.name)}: "
            + (f"{room.site_address}{file.path}" if file.path else words.gettext("this file has not been found"))
            if not file.is_removed
            else f"* {file.name}"
            for file in release.attachments
        ]
        yield "\n".join((words.gettext("Attachments") + ":", *lines))


def _contacts(release: ReleaseFace, words: Catalogue) -> Iterator[str]:
    if release.contacts:
        yield words.gettext("Media contacts") + ":"
        for contact in release.contacts:
            lines = (contact.name, contact.role, contact.phone, contact.email, contact.languages, contact.hours)
            yield "\n".join(_line(line) for line in lines if line.strip())
