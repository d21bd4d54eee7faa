"""The sentences in which reading says what it is unsure of; each tells a communications director what to do."""

from collections.abc import Sequence

from dateline.reading.record import Doubt

NO_DATE = Doubt("no-date", "The source shows no full date for this release; add the day on which it was given out.")
DAY_OR_MONTH = Doubt(
    "day-or-month", "The date is printed in numbers and could be read day first or month first; check it."
)
DATE_ABOVE = Doubt("date-above", "The date stands above several releases; check that it is this one's too.")
DATES_SHIFTED = Doubt(
    "dates-shifted", "One release of this page has no date, so the dates may belong to their neighbours; check them."
)
NO_SUCH_DAY = Doubt("no-such-day", "The date that is printed does not exist; look it up and correct it.")
DATES_DIFFER = Doubt(
    "dates-differ", "The text and the line of posting give days far apart; check which is the release's own."
)
NO_HEADLINE = Doubt("no-headline", "No headline was found; write one.")
HEADLINE_UNSURE = Doubt("headline-unsure", "It is not sure which line is the headline; check it.")
POSSIBLE_JOIN = Doubt("possible-join", "This may be two releases joined in one; check where the first ends.")
EMBARGO = Doubt(
    "embargo", "The source holds this release under embargo, until when is not sure; publish it only if that has ended."
)
ENCODING = Doubt("encoding", "The letters of the source were decoded by guess; check accents and quotation marks.")

RECOGNISED = Doubt(
    "recognised",
    "The page is a scan whose words a program has recognised; check them against the picture, names and numbers first.",
)
LETTERS = Doubt(
    "letters",
    "The PDF doesn't say what some of its letters are, so words may be wrong; check the text against the page.",
)


def scanned_pages(pages: Sequence[int]) -> Doubt:
    """Say which pages of a PDF are pictures that were not read."""
    which = ", ".join(map(str, pages))
    return Doubt(
        "scanned-pages", f"Of this PDF some pages are pictures and were not read ({which}); type what they say."
    )


def tracked(deletions: int, insertions: int) -> Doubt:
    """Say that a document holds tracked changes."""
    return Doubt(
        "tracked-changes",
        f"The document holds tracked changes ({deletions} taken out, {insertions} put in) that nobody has accepted. It was read"
        " as if all were; check that these are the words that were given out.",
    )


def commented(comments: int) -> Doubt:
    """Say that a document holds comments, of which none was read."""
    return Doubt(
        "comments",
        f"The document holds comments ({comments}), so it may be a draft. None of them was read; check the text.",
    )


def hidden(passages: int) -> Doubt:
    """Say that a document holds passages which print doesn't show."""
    return Doubt(
        "hidden-text",
        f"The document holds passages that print doesn't show ({passages}). They were not read; check the text.",
    )
