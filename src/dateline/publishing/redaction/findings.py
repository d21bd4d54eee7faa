"""Takes something out of what imports have kept: findings, readings, and the sources themselves.

The keys of a finding stay as they were. They are hashes, and by them the same text, imported again from elsewhere, is
known to be this release, which no import changes any more.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db.models import Q

from dateline.intake import kept_sources
from dateline.intake.doubts import marked_anew
from dateline.intake.models import Finding, Import, NeverAgain, Outcome, Source
from dateline.intake.pictures_beside import names_of
from dateline.publishing.redaction.erasing import owe_private
from dateline.publishing.redaction.inside import Looking
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.sources import sources_of
from dateline.publishing.redaction.taking import HandedOut, Shown, Taking
from dateline.releases.models import Picture, Release

PLACE_OF_FINDINGS, PLACE_OF_SOURCES = "findings of imports", "kept sources"
MASK = "█"  # one for each character: what else was found in the source keeps its place
MASKED = "text"  # the only format in which every byte is read as it stands


def out_of_findings(
    releases: Sequence[Release], taking: Taking, mapped: dict[str, str], looking: Looking | None
) -> list[str]:
    """Rewrite the findings of these releases and the sources they came from; give the sources removed whole."""
    names = []
    # One that went whole with an earlier passage has no bytes any more; its findings still say the others.
    named = Q(findings__release__in=releases) | Q(sha256__in=_sources_of(releases, taking))
    sources = Source.objects.filter(named).distinct().select_related("found_in").order_by("pk")
    made: dict[str, str] = {"": ""}  # hash of a kept source → hash of what is kept instead, "" for nothing
    for source in sources:
        hits = sum(taking.places.values())
        _out_of_findings_of(source, taking, mapped)
        reading = {**taking.anything(source.reading, PLACE_OF_FINDINGS), **_address_without(source.reading, taking)}
        name = taking.text(source.name, PLACE_OF_SOURCES)
        text = _text_without(source.text, taking)
        if source.sha256 not in made:
            was_met = sum(taking.places.values()) > hits
            made[source.sha256] = _out_of_source(source, taking, looking, was_met=was_met)
            if not made[source.sha256]:
                names.append(name)
        kept = made[source.sha256]
        if (reading, name, kept, text) != (source.reading, source.name, source.sha256, source.text):
            Source.objects.filter(pk=source.pk).update(reading=reading, name=name, sha256=kept, text=text)
        _out_of_import(source.found_in, taking)
    return list(dict.fromkeys(names))


def _sources_of(releases: Sequence[Release], taking: Taking) -> set[str]:
    handed_out = taking.what.originals if isinstance(taking.what, HandedOut) else frozenset()
    return sources_of(releases) | handed_out


def _text_without(text: str, taking: Taking) -> str:
    """Blacken the passage in the text that a source was laid out as; what else was found in it keeps its place."""
    if not isinstance(taking.what, Passage):
        return text
    spans = taking.what.spans(text)
    taking.places[PLACE_OF_SOURCES] += len(spans)
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _out_of_findings_of(source: Source, taking: Taking, mapped: dict[str, str]) -> None:
    for finding in source.findings.all():
        record = record_without(finding.record, taking)
        doubts = marked_anew(taking.anything(finding.doubts, PLACE_OF_FINDINGS), record)
        left = mapped.get(finding.left_fingerprint, finding.left_fingerprint)
        if (record, doubts, left) != (finding.record, finding.doubts, finding.left_fingerprint):
            is_answered = finding.outcome == Outcome.DOUBTFUL and not doubts
            Finding.objects.filter(pk=finding.pk).update(
                record=record,
                doubts=doubts,
                first_doubt=doubts[0]["code"][:40] if doubts else "",
                left_fingerprint=left,
                outcome=Outcome.NEW if is_answered else finding.outcome,  # what was doubted is no longer there
            )


def record_without(record: dict[str, Any], taking: Taking) -> dict[str, Any]:
    """Give a found record without what is taken."""
    made = {**record, **taking.anything({k: v for k, v in record.items() if k not in _NAMED}, PLACE_OF_FINDINGS)}
    made["attachments"] = taking.name_in(record.get("attachments", []), PLACE_OF_FINDINGS)
    made |= _address_without(record, taking)
    if "files_at" in record:
        made["files_at"] = _files_at_without(record["files_at"], taking)
    if "markup" in record:
        made["markup"] = taking.html(record["markup"], PLACE_OF_FINDINGS)
    if "pictures" in record:
        made["pictures"] = list(_pictures_without(record["pictures"], taking))
    if "translations" in record:
        made["translations"] = [name for name in record["translations"] if not _is_named_by(name, taking)]
    if _is_named_by(record.get("identifier") or "", taking):
        del made["identifier"]
    return made


_NAMED = (
    "attachments", "files_at", "address", "spans", "kind", "language", "date", "embargo", "markup", "pictures",
    "identifier", "translations",
)  # fmt: skip


def _is_named_by(name: str, taking: Taking) -> bool:
    """Say whether an address or identifier says it: such a one goes whole."""
    what = taking.what
    if not name or not isinstance(what, Passage) or not (what.stands_in(name) or what.is_in_address(name)):
        return False
    taking.places[PLACE_OF_FINDINGS] += 1
    return True


def _pictures_without(pictures: Sequence[dict[str, str]], taking: Taking) -> Iterator[dict[str, str]]:
    what = taking.what
    titles = (
        set(Picture.objects.filter(uid=what.uid).values_list("title", flat=True)) if isinstance(what, Shown) else set()
    )
    for picture in pictures:
        if not titles.isdisjoint(names_of(picture["address"])):
            taking.places[PLACE_OF_FINDINGS] += 1
            continue
        address = "" if _is_named_by(picture["address"], taking) else picture["address"]
        yield {**taking.anything({**picture, "address": ""}, PLACE_OF_FINDINGS), "address": address}


def _address_without(kept: dict[str, Any], taking: Taking) -> dict[str, str]:
    """Give the address that a record or a reading is to keep instead; nothing where it may keep its own."""
    address = kept.get("address")
    if not address or not isinstance(taking.what, Passage) or not taking.what.is_in_address(address):
        return {}
    taking.places[PLACE_OF_FINDINGS] += 1
    return {"address": ""}


def _files_at_without(files: dict[str, str], taking: Taking) -> dict[str, str]:
    what = taking.what
    kept = {
        name: address
        for name, address in files.items()
        if not (isinstance(what, HandedOut) and what.is_named(name))
        and not (isinstance(what, Passage) and (what.stands_in(name) or what.is_in_address(address)))
    }
    taking.places[PLACE_OF_FINDINGS] += len(files) - len(kept)
    return kept


def _out_of_source(source: Source, taking: Taking, looking: Looking | None, *, was_met: bool) -> str:
    """Keep a source without the passage and give the new hash; "" where it had to go whole."""
    passage = taking.what
    if isinstance(passage, HandedOut) and source.sha256 in passage.originals:
        taking.places[PLACE_OF_SOURCES] += 1
        _forget(source.sha256)
        return ""
    if not isinstance(passage, Passage) or looking is None:
        return source.sha256
    try:
        content = kept_sources.place_of(source.sha256).read_bytes()
    except FileNotFoundError:
        return source.sha256
    masked = _masked(content, source, passage)
    if masked == content and not was_met and not looking.inside(content).stands:
        return source.sha256
    taking.places[PLACE_OF_SOURCES] += 1
    _forget(source.sha256)
    if masked is None or masked == content:
        return ""
    taking.made.append(kept_sources.place_of(kept := kept_sources.keep(masked)))
    return kept


def _masked(content: bytes, source: Source, passage: Passage) -> bytes | None:
    """Give a plain text with the passage blackened; None for anything in which that can't be done for certain."""
    if source.format != MASKED or not source.encoding:
        return None
    try:
        text = content.decode(source.encoding)
        for start, end in passage.spans(text):
            text = text[:start] + MASK * (end - start) + text[end:]
        # An encoding without the block, and a byte order mark, are kept as they were.
        encoded = text.encode(source.encoding, "replace")
        return encoded if not passage.stands_in(encoded.decode(source.encoding)) else None
    except (UnicodeError, LookupError):
        return None


def _forget(sha256: str) -> None:
    """Owe the removal of a source, and never take in the same bytes again."""
    place: Path = kept_sources.place_of(sha256)
    NeverAgain.objects.get_or_create(sha256=sha256)
    owe_private("/".join(place.parts[-3:]))


def _out_of_import(found_in: Import, taking: Taking) -> None:
    asked = taking.anything(found_in.asked, PLACE_OF_SOURCES)
    if asked != found_in.asked:
        Import.objects.filter(pk=found_in.pk).update(asked=asked)
