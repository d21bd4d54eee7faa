"""The record of a page that was laid out as text."""

from dataclasses import dataclass

from dateline.reading.record import Picture, Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    span: Span  # of its words in the text; empty where it has none (an icon)
    address: str  # absolute where the page's own address is known
    at: int = 0  # the number of the element that holds it


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands on lines of its own."""

    span: Span  # in the text, without white space around it
    tag: str  # "p", "h1" … "h6", "li", "td", "blockquote", "pre", "figcaption", or "div" for all else
    markup: str  # its words with strong, em, a and br, escaped; not yet passed by nh3
    list: str = ""  # of an li: "ul" or "ol"


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture and where it stands."""

    at: int  # the place in the text behind which it stands
    picture: Picture
    inside: int = 0  # the number of the element that holds it


@dataclass(frozen=True, slots=True)
class Element:
    """An element that holds blocks, in the order in which they open; the first is the page."""

    tag: str
    shape: str  # tag, classes and role, without numbers: alike in what a page repeats
    parent: int  # number of the element around it; of the page its own
    span: Span  # of what it holds in the text, without white space around it


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page or a fragment of one."""

    text: str  # blocks on lines of their own, paragraphs parted by a blank line, cells by a tab
    blocks: tuple[Block, ...]  # in the order of the text, none inside another
    links: tuple[Link, ...]
    pictures: tuple[Placed, ...]
    elements: tuple[Element, ...] = ()
    times: tuple[tuple[Span, str], ...] = ()  # what a time element shows, and the moment that its datetime states
    title: str = ""  # of the head
