"""The blocks of which a release's text is made."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs of the body."""

    html: str  # sanitised: p, strong, em, a, ul, ol, li, br only
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Words that someone said."""

    words: str
    speaker: str
    title: str
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of plain lines."""

    lines: tuple[str, ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One copy of a picture, without place, device or author data."""

    path: str
    width: int  # pixels
    height: int
    media_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A picture with its credit."""

    shown: tuple[PictureFile, ...]  # the same in several widths, the narrowest first; at least one
    press: PictureFile  # as large as it is, for print
    alt: str
    credit: str
    caption: str
    kind: Literal["image"] = "image"


Block = TextBlock | QuoteBlock | ListBlock | ImageBlock
