"""Takes one piece of a line of links and gives it to the draft: a file, topics, or words of the page."""

from dateline.reading.composing.draft import Draft
from dateline.reading.finding.attachments import name_of, names_in
from dateline.reading.finding.links import is_read_on
from dateline.reading.finding.postings import is_byline
from dateline.reading.finding.topics import is_topic_line, topics_in


def give_piece(draft: Draft, start: int, end: int) -> None:
    """One piece of a line of links: a file, topics, or words of the page."""
    text = draft.source[start:end]
    files = names_in(text)
    if files:
        at = start
        for s, e in files:
            draft.mark(at, start + s, "link words")
            draft.claim("attachments", start + s, start + e)
            draft.attachments.append(name_of(text[s:e]))
            at = start + e
        draft.mark(at, end, "link words")
    elif is_topic_line(text):
        give_topics(draft, start, end)
    else:
        draft.has_way_on = draft.has_way_on or is_read_on(text.strip(" []()"))
        draft.mark(start, end, "byline" if is_byline(text) else "link words")


def give_topics(draft: Draft, start: int, end: int) -> None:
    """Give each topic that a line names to the topics, the rest to the marks."""
    text = draft.source[start:end]
    at = start
    for s, e in topics_in(text):
        draft.mark(at, start + s, "label")
        draft.claim("topics", start + s, start + e)
        at = start + e
    draft.mark(at, end, "label")
