"""Answers whether a line is nothing but links, files and bylines, or says when something was posted without the day."""

from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.headings import heading_of
from dateline.reading.finding.links import is_furniture, is_read_on, is_time_ago
from dateline.reading.finding.postings import is_byline, pieces_of
from dateline.reading.finding.topics import is_topic_line


def is_links(text: str) -> bool:
    """Tell whether each piece of the line is a link, a file, a byline or topics, and one a link or a file."""
    if is_read_on(text):
        return True
    has = False
    for start, end in pieces_of(text):
        piece = text[start:end].strip(" \t")
        if piece[:1] in "[(":
            piece = piece.strip("[]()")
        if is_read_on(piece) or is_furniture(piece):
            has = True
        elif not (not piece or is_byline(piece) or is_topic_line(piece) or _is_file(piece)):
            return False
        elif _is_file(piece):
            has = True
    return has


def is_undated_posting(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Tell whether the line is like 'octubre 2018 · 1 min de lectura': when something was posted, but not the day."""
    first, *others = (text[s:e].strip() for s, e in pieces)
    return (is_time_ago(first) or heading_of(first) is not None) and all(
        is_furniture(o) or is_byline(o) for o in others
    )


def _is_file(piece: str) -> bool:
    names = names_in(piece)
    return bool(names) and len(piece) - sum(e - s for s, e in names) <= 40 and not piece.endswith((".", ","))
