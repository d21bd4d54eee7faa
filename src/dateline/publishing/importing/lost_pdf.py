"""The loss report as a PDF: the sums, the releases of which something was guessed or lost, and the old addresses."""

from itertools import islice

from dateline.intake.models import Import
from dateline.publishing.importing.lost import Became, Line, became, lines, sums_of
from dateline.publishing.render.letters import settable
from dateline.publishing.render.typeset import Manuscript, typeset_pdf

MOST = 2_000  # rows of each table: some fifty pages; the JSON has them all


def loss_pdf(into: Import, *, to_hand_out: bool) -> bytes:
    """Give the report as a tagged PDF."""
    sums = sums_of(into, to_hand_out=to_hand_out)
    told_of = (line for line in lines(into, to_hand_out=to_hand_out) if _is_told(line, to_hand_out))
    some = list(islice(told_of, MOST + 1))
    addresses = list(islice(became(into, to_hand_out=to_hand_out), MOST + 1))
    told = {
        "title": "Loss report",
        "day": f"Import of {into.started_at:%Y-%m-%d %H:%M} UTC",
        "sums": [[name, f"{count:,}"] for name, count in _named(sums, to_hand_out)],
        "guessed": [[code, f"{count:,}"] for code, count in sums.guessed.items()],
        "releases": [_row(line) for line in some[:MOST]],
        "addresses": [[one.old, _answers(one)] for one in addresses[:MOST]],
        "is_cut": len(some) > MOST or len(addresses) > MOST,
    }
    return typeset_pdf(Manuscript("loss", settable(told)))


def _is_told(line: Line, to_hand_out: bool) -> bool:
    return to_hand_out or bool(line.guessed or line.missing_files or line.missing_pictures)


def _named(sums, to_hand_out: bool) -> list[tuple[str, int]]:
    rows = [
        ("Sources read", sums.sources - sums.unreadable),
        ("Sources that could not be read", sums.unreadable),
        ("Releases that are or were public", sums.public),
    ]
    if not to_hand_out:
        rows += [("Drafts", sums.drafts), ("Sources with text that belongs to no release", sums.with_leftovers)]
        rows += [(f"Records: {outcome}", count) for outcome, count in sums.records.items()]
    return [*rows, ("Named files that were not found", sums.missing_files), ("Old addresses", sums.old_addresses)]


def _row(line: Line) -> list[str]:
    lost = [name or "a file" for name in line.missing_files] + [name or "a picture" for name in line.missing_pictures]
    return [line.date, line.headline or line.address, ", ".join(line.guessed), ", ".join(lost)]


def _answers(one: Became) -> str:
    if not one.status:
        return "waits for a draft to be public"
    return one.location or f"answers {one.status}"
