"""The sentences in which reading says what it is unsure of; each tells a communications director what to do."""

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


def tracked(deletions: int, insertions: int) -> Doubt:
    """Say that a document holds tracked changes."""
    return Doubt(
        "tracked-changes",
        f"The document holds tracked changes ({deletions} taken out, {insertions} put in) that nobody has accepted. It was read"
        " as if all were; check that these are the words that were given out.",
    )


def commented(comments: int) -> Doubt:
    """Say that a document holds comments, of which none was read."""
    return Doubt("comments", f"The document holds {comments} comments, so it may be a draft. None of them was read; check the text.")


def hidden(passages: int) -> Doubt:
    """Say that a document holds passages which print doesn't show."""
    return Doubt("hidden-text", f"The document holds {passages} passages that print doesn't show. They were not read; check the text.")
