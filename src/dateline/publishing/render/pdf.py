"""A release as a printed page: letterhead, what happened to it, text, attachments, contacts, end mark."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel.core import get_global
from markupsafe import Markup

from dateline.publishing.faces import ContactFace, ImageBlock, NewsroomFace, ReleaseFace
from dateline.publishing.render import dates, files, links
from dateline.publishing.render.body import body_of
from dateline.publishing.render.catalogue import Catalogue, catalogue
from dateline.publishing.render.contrast import on_paper
from dateline.publishing.render.environment import kind_title
from dateline.publishing.render.event import event_lines
from dateline.publishing.render.letters import breakable, lacks_any, settable
from dateline.publishing.render.phrases import conjunction, opening, paragraphs_of, quoted
from dateline.publishing.render.release import headline_class
from dateline.publishing.render.removals import removed_on
from dateline.publishing.render.runs import blocks_of
from dateline.publishing.render.typeset import Manuscript

# CLDR's territories that print on Letter; all others print on A4.
LETTER_TERRITORIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
_RUNNING_TITLE = 72  # letters of the headline at the foot of each page, by which loose pages are told apart
_TALLEST = 0.9  # of a picture's width: a taller one is made narrower
_COLUMN = 608  # pixels: the text's width on the page; a picture that is narrower there is so on paper
_ENDINGS = {b"\x89PNG": "png", b"RIFF": "webp"}


def pdf_of(room: NewsroomFace, release: ReleaseFace, pictures: Mapping[str, bytes]) -> Manuscript:
    """Give the manuscript of a release's PDF; `pictures` are the bytes of its pictures' widest copies for the page."""
    words = catalogue(room.language)
    named = {path: f"{number}.{_ending(pictures[path])}" for number, path in enumerate(sorted(pictures), 1)}
    told = settable(
        {
            "title": release.headline or room.name,
            "paper": paper_of(room.zone),
            "accent": on_paper(room.accent),
            "language": _language(release.language),
            "region": _region(release.language),
            "furniture": {"language": _language(words.language), "region": _region(room.language)},
            "room": {"name": room.name, "place": room.place, "site": _bare(room.site_address + room.path, room)},
            "notices": [*_notices(room, release, words)],
            "kind": kind_title(release.kind, room.language),
            "day": dates.long_day(release.dated_on, room.language),
            "headline": breakable(release.headline),
            "headline_size": headline_class(release.headline),
            "subheadline": breakable(release.subheadline),
            "partners": [*_partners(release, words)],
            "blocks": [
                *_event(room, release, words),
                *(block for part in body_of(release) for block in _blocks(room, part, release, named, words)),
            ],
            "files": [_file(room, file, words) for file in release.attachments],
            "about": paragraphs_of(release.boilerplate),
            "contacts": [_contact(contact) for contact in release.contacts],
            "footer": opening(release.headline, _RUNNING_TITLE),
            "permanent": _address(room, release.path if room.site_address else ""),
            "words": {
                "page": words.gettext("page"),
                "of": words.gettext("of"),
                "partners": words.gettext("Said together by"),
                "teaser": words.gettext("Only the opening of this release has been found.") * release.is_teaser,
                "files": words.gettext("Attachments"),
                "about": words.gettext("About"),
                "contacts": words.gettext("Media contacts"),
                "permanent": words.gettext("Permanent address"),
                "missing": "",
            },
        }
    )
    if lacks_any(told):
        told["words"]["missing"] = words.gettext("Some letters can't be printed here. The page has them all.")
    return Manuscript("release", told, {named[path]: pictures[path] for path in named})


def paper_of(zone: str) -> str:
    """Give the paper on which people print where the newsroom is."""
    return "us-letter" if get_global("zone_territories").get(zone) in LETTER_TERRITORIES else "a4"


def _notices(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> Iterable[dict[str, str]]:
    if release.superseded_by:
        yield {
            "label": words.gettext("Earlier version"),
            "at": "",
            "said": words.gettext("This is what the release said before it was changed. It no longer stands."),
            "note": "",
            "leads": words.gettext("Read what it says now"),
            **_address(room, release.superseded_by),
        }
    labels = {"corrected": words.gettext("Corrected"), "updated": words.gettext("Updated")}
    for change in release.changes:
        yield {
            "label": labels[change.act],
            "at": dates.long_moment(change.changed_at, room.language),
            "said": "",
            "note": breakable(change.note),
            "leads": words.gettext("What it said before"),
            **_address(room, change.before_path),
        }
    for removal in release.removals:
        yield {"label": "", "at": "", "said": removed_on(removal, words), "note": "", "leads": "", **_address(room, "")}


def _event(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> list[dict[str, Any]]:
    """Give to what an advisory invites as the first paragraphs."""
    told = event_lines(room, release, words)
    labelled = (Markup("<strong>{}</strong> {}").format(label, line) if label else line for label, line in told)
    return _unbroken(blocks_of(Markup("").join(Markup("<p>{}</p>").format(line) for line in labelled)))


def _partners(release: ReleaseFace, words: Catalogue) -> Iterable[dict[str, str]]:
    last = len(release.partners) - 1
    for at, partner in enumerate(release.partners):
        joined = conjunction(partner.name, words.language, words.gettext("and"))
        before = f" {joined} " if at == last and at else ", " if at else " "
        yield {"name": partner.name, "address": links.web_address(partner.url), "before": before}


def _blocks(
    room: NewsroomFace, part: Any, release: ReleaseFace, named: Mapping[str, str], words: Catalogue
) -> list[dict[str, Any]]:
    match part.kind:
        case "text":
            return _unbroken(blocks_of(str(part.html)))
        case "quote":
            said_by = [each for each in (part.speaker, part.title) if each]
            return [{"kind": "quote", "paragraphs": quoted(part.words, release.language), "said_by": said_by}]
        case "list":
            lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in part.lines)
            return _unbroken(blocks_of(f"<ul>{lines}</ul>"))
        case _:
            return [_picture(room, part, named, words)] if part.shown[-1].path in named else []


def _picture(room: NewsroomFace, block: ImageBlock, named: Mapping[str, str], words: Catalogue) -> dict[str, Any]:
    widest = block.shown[-1]
    share = min(1.0, _TALLEST * widest.width / widest.height, widest.width / _COLUMN)
    return {
        "kind": "picture",
        "file": named[widest.path],
        "alt": block.alt.strip() or block.caption.strip() or words.gettext("Picture"),
        "caption": breakable(block.caption),
        "credit": block.credit,
        "width": max(1, round(100 * share)),
        "for_print": {
            "label": words.gettext("For print"),
            "facts": files.picture_facts(block.press, room.language),
            **_address(room, block.press.path),
        },
    }


def _unbroken(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for block in blocks:
        for runs in [block["runs"]] if "runs" in block else [line["runs"] for line in block["lines"]]:
            for run in runs:
                if "text" in run:
                    run["text"] = breakable(run["text"])
        for line in block.get("lines", ()):
            _unbroken(line["inner"])
    return blocks


def _file(room: NewsroomFace, file: Any, words: Catalogue) -> dict[str, str]:
    if not file.path:
        facts = "" if file.is_removed else words.gettext("this file has not been found")
        return {"name": breakable(file.name), "facts": facts, "address": "", "shown": ""}
    kind = files.file_type(file.name, file.media_type)
    facts = ", ".join(part for part in (kind, files.file_size(file.size_bytes, room.language)) if part)
    return {"name": breakable(file.name), "facts": facts, **_address(room, file.path)}


def _contact(contact: ContactFace) -> dict[str, Any]:
    reach = [
        {"shown": contact.role, "address": ""},
        {"shown": contact.phone, "address": links.tel_address(contact.phone)},
        {"shown": contact.email, "address": links.mail_address(contact.email)},
    ]
    facts = " · ".join(part for part in (contact.languages, contact.hours) if part)
    return {"name": contact.name, "reach": [each for each in reach if each["shown"]], "facts": facts}


def _address(room: NewsroomFace, path: str) -> dict[str, str]:
    """Give an address to follow and to read; on paper a path alone leads nowhere, so it is only read."""
    whole = f"{room.site_address}{path}" if path else ""
    return {"address": whole if room.site_address else "", "shown": whole}


def _bare(address: str, room: NewsroomFace) -> str:
    return address.partition("://")[2].rstrip("/") if room.site_address else ""


def _language(tag: str) -> str:
    return tag.split("-")[0].lower()


def _region(tag: str) -> str | None:
    parts = [part for part in tag.split("-")[1:] if len(part) == 2 and part.isalpha()]
    return parts[0].lower() if parts else None


def _ending(picture: bytes) -> str:
    return _ENDINGS.get(picture[:4], "jpg")
