"""What cleaning gives, and how it says no."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cleaned:
    """A copy that may be handed out."""

    content: bytes
    media_type: str
    width: int = 0  # pixels, of a picture
    height: int = 0


class CannotClean(Exception):
    """A file from which hidden data can't be taken with certainty; the sentence says why and what to do."""
