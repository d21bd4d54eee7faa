"""Readings made by hand, an import run with them, and the whole record as plain values, keys aside."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection
from wagtail.models import Page

from dateline.intake.begin import Asked
from dateline.intake.models import Finding, Import, Source
from dateline.publishing.importing.keep import Done, keep
from dateline.publishing.importing.try_out import try_out as try_out_import
from dateline.reading import Contact, Doubt, Leftover, ReadError, Reading, Record
from dateline.releases.models import Release

NOW = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)

HEADLINE = "Dockside tenants win back their heat"
TEXT = (
    "After four winters of cold kitchens, tenants of the Dockside Arms will have their heat back by Friday, under an "
    "order that the city's housing court signed this morning in front of sixty of them and a great many coats.\n\n"
    "“We brought the thermometer,” said Odalys Prendergast, who has lived on the third floor since 1988. “The judge "
    "brought the pen.”\n\n"
    "The order covers 212 apartments. It names the owner, the manager and the boiler."
)
OPENING = TEXT[:150]


def found(headline: str | None = HEADLINE, text: str = TEXT, **fields) -> Record:
    """Make a record as reading finds it: dated, placed, English, whole."""
    usual = {"date": "2019-02-14", "place": "Port Amber", "dateline": "PORT AMBER, Feb. 14, 2019 —", "language": "en"}
    return Record(headline=headline, text=text, **{**usual, **fields})


def teaser(headline: str | None = HEADLINE, text: str = OPENING + "…", **fields) -> Record:
    """Make a record of which only the opening is known."""
    return found(headline, text, teaser=True, **fields)


def doubted(code: str = "guess", sentence: str = "It may be otherwise. Look.") -> tuple[Doubt, ...]:
    return (Doubt(code, sentence),)


def reading(folder: Path, name: str, *records: Record, leftovers: Sequence[str] = ()) -> Reading:
    """Make a reading of a file, which is written with bytes that are its own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    content = repr((name, records)).encode()
    path.write_bytes(content)
    left = tuple(Leftover((0, len(text)), text) for text in leftovers)
    return Reading(str(path), "text", "utf-8", tuple(records), (), left, path=path, text=content.decode())


def unreadable(folder: Path, name: str) -> Reading:
    error = ReadError("This is a picture.", name, "Leave it out.")
    return Reading(name, None, None, error=error, path=folder / name)


def take(
    folder: Path, *readings: Reading, was_public: bool = True, now: datetime = NOW, size: int = 500, **asked
) -> Done:
    """Import these readings, as if reading had found them in the folder."""
    return keep(
        Asked((folder,), was_public, **asked), read=lambda paths, work: iter(readings), now=lambda: now, size=size
    )


def try_out(folder: Path, *readings: Reading, was_public: bool = True) -> Done:
    """The same, as a dry run."""
    return try_out_import(Asked((folder,), was_public), read=lambda paths, work: iter(readings), now=lambda: NOW)


def releases() -> list[Release]:
    return list(Release.objects.order_by("dated_on", "headline", "path"))


def only() -> Release:
    (release,) = releases()
    return release


def said(release: Release) -> str:
    """Give the body's markup."""
    return "".join(block["value"] for block in release.body.raw_data)


def record_of_releases() -> list:
    """Give every release with what hangs on it, as plain values without keys, in an order of its own."""
    return sorted(
        (
            {
                "words": release.words.as_json(),
                "status": str(release.status),
                "address": release.address,
                "public_at": release.public_at,
                "topics": sorted(str(topic) for topic in release.topics.all()),
                "contacts": sorted(row.contact.name for row in release.release_contacts.all()),
                "newsroom": release.get_parent().slug,
                "versions": [(v.number, str(v.act), v.made_at, v.fingerprint) for v in release.versions.all()],
            }
            for release in Release.objects.all()
        ),
        key=repr,
    )


def whole_record() -> dict:
    """Give everything that an import writes, as plain values without keys."""
    from dateline.publishing.addresses import Output
    from dateline.publishing.models import Owed

    headlines = {str(uid): headline for uid, headline in Release.objects.values_list("uid", "headline")}
    assert [problem for problem in Page.find_problems() if problem] == []
    return {
        "releases": record_of_releases(),
        "tree": sorted(Page.objects.values_list("path", "depth", "numchild", "title", "live")),
        "findings": [
            (
                *(f.source.name, f.ordinal, f.outcome, f.doubts, f.record, f.whole_key, f.left_fingerprint),
                f.release.headline if f.release else None,
                sorted(r.headline for r in f.may_be.all()),
            )
            for f in Finding.objects.order_by("source__name", "ordinal")
        ],
        "sources": sorted(Source.objects.values_list("name", "sha256", "size_bytes")),
        "imports": list(Import.objects.values_list("started_at", "was_public")),
        "owed": sorted(
            (output.kind, output.room, headlines.get(output.detail, output.detail))
            for output in map(Output.parse, Owed.objects.values_list("output", flat=True))
        ),
    }


class Killed(BaseException):
    """The process is gone. Not an Exception: nothing may catch it and tidy up."""


class KillAt:
    """A wrapper of the database connection that dies before its nth statement; then it only ends transactions."""

    def __init__(self, at: int) -> None:
        self.at, self.count = at, 0

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        if 0 < self.at <= self.count and not sql.startswith(("ROLLBACK", "RELEASE")):
            raise Killed
        return execute(sql, params, many, context)

    def __enter__(self):
        self._wrapper = connection.execute_wrapper(self)
        self._wrapper.__enter__()
        return self

    def __exit__(self, *why):
        return self._wrapper.__exit__(*why)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def contact(name: str, **fields) -> Contact:
    return Contact(name, fields.get("role"), fields.get("phone"), fields.get("email"))


def many(count: int) -> Iterable[Record]:
    """Make records of different days and words."""
    for n in range(count):
        yield found(
            f"Release {n} about pier {n}", f"Pier {n} was {'very ' * n}cold.\n\n{TEXT}", date=f"2018-03-{n + 1:02}"
        )
