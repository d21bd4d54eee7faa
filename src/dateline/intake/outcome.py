"""An import's rows → what a person is told about it: counts, and a line for whatever asks for a person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.intake.models import Finding, Import, Outcome
from dateline.intake.old_addresses import claims_of, contested
from dateline.intake.pictures_beside import names_of
from dateline.releases.models import Picture, Release, ReleaseAttachment

TWO_HAVE_IT = "It stays with “{kept}”, which was found first; “{other}” has it too."
IS_NOT_THERE = "is not among the files. Put it into the folder and import again."
SAYS_NOTHING = "has no description, so it isn’t shown. Put it into the release with one."
IF_WRONG = "If that is wrong, say what it has become with `dateline addresses`."


@dataclass(frozen=True)
class Line:
    """One release or source, and what there is to say about it."""

    about: str  # a headline or the name of a source
    source: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Came:
    """What an import came to."""

    sources: int
    records: int
    counts: dict[str, int]  # by outcome
    doubtful: tuple[Line, ...]
    unreadable: tuple[Line, ...]
    leftovers: tuple[Line, ...]
    missing_files: tuple[Line, ...]
    lost_pictures: tuple[Line, ...]
    contested: tuple[Line, ...]  # addresses of an older site that two releases have


def outcome_of(into: Import) -> Came:
    """Say what became of everything that an import found."""
    findings = Finding.objects.filter(source__found_in=into)
    counts: Counter[str] = Counter()
    for outcome in findings.values_list("outcome", flat=True):
        counts[outcome] += 1
    unreadable, leftovers = _sources(into)
    return Came(
        sources=into.sources.count(),
        records=sum(counts.values()),
        counts={outcome: counts[outcome] for outcome in Outcome.values},
        doubtful=_doubtful(findings),
        unreadable=unreadable,
        leftovers=leftovers,
        missing_files=_missing(into),
        lost_pictures=_lost_pictures(findings),
        contested=_contested(findings),
    )


def _sources(into: Import) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    unreadable, leftovers = [], []
    for name, reading in into.sources.order_by("pk").values_list("name", "reading"):
        if error := reading["error"]:
            unreadable.append(Line(error["where"] or name, name, (error["what"], error["todo"])))
        if left := reading["leftovers"]:
            texts = tuple(" ".join(each["text"].split()) for each in left)
            leftovers.append(Line(name, name, tuple(text for text in texts if text)))
    return tuple(unreadable), tuple(line for line in leftovers if line.sentences)


def _doubtful(findings: Any) -> tuple[Line, ...]:
    doubted = findings.exclude(doubts=[]).exclude(outcome=Outcome.REJECTED)
    rows = doubted.order_by("pk").values_list("record", "source__name", "doubts")
    return tuple(
        Line(_name(record), source, tuple(doubt["sentence"] for doubt in doubts)) for record, source, doubts in rows
    )


def _missing(into: Import) -> tuple[Line, ...]:
    rows = (
        ReleaseAttachment.objects.filter(attachment=None, release__findings__source__found_in=into)
        .distinct()
        .order_by("release__dated_on", "release__path", "sort_order")
    )
    return tuple(Line(headline, "", (name,)) for headline, name in rows.values_list("release__headline", "name"))


def _lost_pictures(findings: Any) -> tuple[Line, ...]:
    """Name the pictures of which a source tells and no body shows, with the reason."""
    rows = list(
        findings.filter(record__has_key="pictures")
        .exclude(release=None)
        .order_by("pk")
        .values_list("release_id", "record", "source__name")
    )
    releases = Release.objects.in_bulk({key for key, _, _ in rows})
    shown = {key: {block["value"]["image"] for block in release.body.raw_data if block["type"] == "image"}
             for key, release in releases.items()}  # fmt: skip
    titles = dict(Picture.objects.filter(pk__in=set().union(*shown.values())).values_list("pk", "title"))
    lines: dict[tuple[int, str], Line] = {}
    for key, record, source in rows:
        there = {titles.get(picture) for picture in shown[key]}
        for picture in record["pictures"]:
            names = names_of(picture["address"])
            if names and there.isdisjoint(names):
                said = (f"{picture['address']} {_why(picture)}",)
                lines.setdefault((key, names[0]), Line(releases[key].headline, source, said))
    return tuple(lines.values())


def _why(picture: dict[str, Any]) -> str:
    return IS_NOT_THERE if picture["alt"].strip() or picture["caption"].strip() else SAYS_NOTHING


def _contested(findings: Any) -> tuple[Line, ...]:
    rows = findings.exclude(address_key="").exclude(release=None).order_by("pk")
    claims = [
        (key, claim)
        for key, address in rows.values_list("release_id", "record__address")
        for claim in claims_of({"address": address}, None)
    ]
    disputes = list(dict.fromkeys(contested(claims)))
    named = {key for dispute in disputes for key in (dispute[0], dispute[2])}
    headlines = dict(Release.objects.filter(pk__in=named).values_list("pk", "headline"))
    return tuple(
        Line(form, "", (TWO_HAVE_IT.format(kept=headlines[keeper], other=headlines[key]), IF_WRONG))
        for key, form, keeper in disputes
    )


def _name(record: dict[str, Any]) -> str:
    words: Sequence[str] = (record["headline"] or record["text"]).split()
    named = " ".join(words[:16]) + ("…" if len(words) > 16 else "")
    return f"{named} ({record['date']})" if record["date"] else named
