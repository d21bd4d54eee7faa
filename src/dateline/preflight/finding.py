"""What a check finds: where, what to do about it, and how sure it is. Never the words themselves."""

from dataclasses import dataclass

Span = tuple[int, int]
"""A half-open range of code points in the field's own text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that a person should look at.

    It holds no copy of the passage: that would be one more place from which a redaction must take it.
    """

    code: str  # the check's: "a-number", "birth-date" …
    span: Span
    sentence: str  # what it seems to be, for a communications director; `run` puts the place before it
    is_certain: bool = False  # the form alone proves it (a label, check digits); else it only looks like it
    field: str = "text"  # as in `fields`: "headline", "text", "pictures.0.caption" …
