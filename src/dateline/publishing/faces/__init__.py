"""What a public page shows, as frozen records: taken from the record by `gather`, given to the templates by `render`.

Nothing here knows a database key, a draft or the clock; every path is absolute on the site ("/2014/10/…/").
"""

from dateline.publishing.faces.body import Block, ImageBlock, ListBlock, PictureFile, QuoteBlock, TextBlock
from dateline.publishing.faces.lists import ArchiveWays, Entry, MonthCount, Narrowed, PageLink, PlainLink
from dateline.publishing.faces.press import LogEntry, PressFace, PressPicture
from dateline.publishing.faces.release import (
    AddresseeFace,
    AttachmentFace,
    ChangeFace,
    CoverageFace,
    EventFace,
    Kind,
    PartnerFace,
    ReleaseFace,
    RemovalFace,
)
from dateline.publishing.faces.room import ContactFace, LanguageLink, NewsroomFace, TopicLink
from dateline.publishing.faces.search import Choice, FoundRelease, Piece, SearchFace
from dateline.publishing.faces.subscribed import Alternate, CalendarFace, Feed, NewsEntry, SitemapEntry

__all__ = [
    "AddresseeFace",
    "Alternate",
    "ArchiveWays",
    "AttachmentFace",
    "Block",
    "CalendarFace",
    "ChangeFace",
    "Choice",
    "ContactFace",
    "CoverageFace",
    "Entry",
    "EventFace",
    "Feed",
    "FoundRelease",
    "ImageBlock",
    "Kind",
    "LanguageLink",
    "ListBlock",
    "LogEntry",
    "MonthCount",
    "Narrowed",
    "NewsEntry",
    "NewsroomFace",
    "PageLink",
    "PartnerFace",
    "PictureFile",
    "Piece",
    "PlainLink",
    "PressFace",
    "PressPicture",
    "QuoteBlock",
    "ReleaseFace",
    "RemovalFace",
    "SearchFace",
    "SitemapEntry",
    "TextBlock",
    "TopicLink",
]
