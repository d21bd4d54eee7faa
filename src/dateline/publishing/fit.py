"""Whether words are fit to stand in public: the reasons why not, as sentences. Pure."""

from datetime import date

from dateline.releases.words import Event, Words


def unfit(words: Words, today: date) -> list[str]:
    """List what keeps these words from being published on this day of the newsroom's zone; empty where nothing does."""
    reasons = []
    if not words.headline:
        reasons.append("It has no headline. Write one.")
    if not words.dated_on:
        reasons.append("It has no date. Give the release its own day.")
    elif date.fromisoformat(words.dated_on) > today:
        reasons.append(
            f"It is dated {words.dated_on}, which is still to come. Publish it that day, or correct the date."
        )
    if not words.blocks and not words.is_teaser:
        reasons.append("It has no text. Write the body, or say that only the opening is known.")
    for at, block in enumerate(words.blocks, 1):
        if block["kind"] == "image" and not block["picture"]:
            reasons.append(f"The picture in block {at} is no longer there. Choose another or take the block out.")
        if block["kind"] == "image" and not block["alt"].strip():
            reasons.append(f"The picture in block {at} has no description for people who can't see it. Write one.")
        if block["kind"] == "quote" and not (block["words"] and block["speaker"]):
            reasons.append(f"The quote in block {at} needs its words and who said them.")
    return reasons + (_unfit_event(words.event) if words.event else [])


def _unfit_event(event: Event) -> list[str]:
    reasons = []
    if not event.what:
        reasons.append("The invitation doesn't say to what. Write it, or empty its other lines.")
    if not (event.on and event.begins):
        reasons.append("The invitation doesn't say when. Give its day and the time at which it begins.")
    if not event.where:
        reasons.append("The invitation doesn't say where. Give the place and its address.")
    if event.ends_on and not event.ends:
        reasons.append("The invitation has a last day but no time at which it ends then. Give one.")
    # ISO days and hours compare as text.
    if event.ends and (event.ends_on or event.on, event.ends) <= (event.on, event.begins):
        reasons.append("The invitation ends before it begins. Correct its days and times.")
    return reasons
