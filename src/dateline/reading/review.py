"""Takes the records of one source and adds the doubts that only their company shows."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.reading import doubts
from dateline.reading.record import Record


def reviewed(records: Sequence[Record], is_listing: bool, is_guessed: bool) -> list[Record]:
    """Give the records with the doubts that hold for the whole source."""
    if not is_listing:
        records = _both_languages(records)
    out = []
    for record in records:
        more = []
        if is_guessed:
            more.append(doubts.ENCODING)
        out.append(replace(record, doubts=(*record.doubts, *more)) if more else record)
    return out


def _both_languages(records: Sequence[Record]) -> list[Record]:
    """Where one text holds a release in two languages, its one date and its contacts stand above both."""
    out = list(records)
    for number in range(1, len(out)):
        above, below = out[number - 1], out[number]
        if below.date is None and above.date is not None and above.language != below.language and not above.teaser:
            left = tuple(d for d in below.doubts if d != doubts.NO_DATE)
            out[number] = replace(below, date=above.date, contacts=below.contacts or above.contacts, doubts=left)
    return out
