"""Answers where a release ends by the press's own marks: ###, -30-, ENDS, FIN, and -more- between two pages."""

import re

_END = re.compile(
    r"(?:(?:#\s?){2,8}|[-–—~•*]*\s*(?:30|XXX)\s*[-–—~•*]+|[-–—~•*(\[]*\s*(?:END(?:S|E)?|FIN|FIM|XXX|SLUTT)\s*[-–—~•*)\]]*|[-–—~*]{1,3}\s*(?:[Ee]nds?|[Ff]in|[Ff]im|[Ff]ine|[Ee]nde)\s*[-–—~*]{1,3}|(?:\*\s?){3,8}|(?:x\s?){3,6})\s*$",
)
_AT_END = re.compile(r"(?<=[\s.!?”\"»])(?:(?:#\s?){3,5}|[-–—]\s?30\s?[-–—])\s*$")
_MORE = re.compile(r"[-–—(\s]*(?:more|m[aá]s|suite|sigue|mais)[-–—)\s]*$", re.IGNORECASE)
_MORE_MARK = re.compile(r"[-–—(]\s*\w+\s*[-–—)]")
_PAGE_HEAD = re.compile(
    r"[^.!?]{0,60}(?:[-–—]{1,2}|\bpage|\bp\.|/)\s*\d{1,2}\s*(?:of\s+\d+)?[-–—]?$|\d{1,2}(?:-|/)\d{1,2}(?:-|/)\d{1,2}$",
    re.IGNORECASE,
)


def is_end_mark(text: str) -> bool:
    """Tell whether the line is nothing but an end mark."""
    return len(text) <= 20 and _END.match(text) is not None


def end_mark_at_end(text: str) -> int | None:
    """Give the place where an end mark begins at the end of a paragraph, or None."""
    found = _AT_END.search(text, max(0, len(text) - 14))
    return None if found is None else found.start()


def is_more_mark(text: str) -> bool:
    """Tell whether the line says only that the text goes on overleaf."""
    return len(text) <= 12 and _MORE.match(text) is not None and _MORE_MARK.match(text) is not None


def is_page_head(text: str) -> bool:
    """Tell whether the line can be the head of a further page: 'FARM SURVEY -- 2'."""
    return len(text) <= 70 and _PAGE_HEAD.match(text) is not None
