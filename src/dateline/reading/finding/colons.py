"""Answers whether a colon ends a dateline, as it does in India and Ireland, or only a word in front of a sentence."""

from dateline.reading.finding.dates import Printed


def opens_with_colon(text: str, place: tuple[int, int], date: Printed | None, rate: int) -> bool:
    """'VIJAYAWADA, November 5: ' and 'KILCORRAN, Co. Kerry: ' open a paragraph as a dash would; 'NOTE: ' does not."""
    name = text[slice(*place)]
    town = name.partition(",")[0]
    if rate == 0 or not town.isupper() or len(town) < 4 or len(text) - place[1] < 60:
        return False
    return (date is not None and place[1] <= date.start) or (date is None and "," in name and len(name.split()) <= 5)
