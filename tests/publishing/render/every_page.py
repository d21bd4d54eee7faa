"""Faces of a fictional newsroom, and every page that can be made of them: builders with keyword arguments."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateline.publishing import faces
from dateline.publishing.render.archive import render_archive
from dateline.publishing.render.coverage import render_coverage, render_coverage_year
from dateline.publishing.render.front import render_front
from dateline.publishing.render.month import render_month
from dateline.publishing.render.narrowed import (
    render_addressees,
    render_narrowed,
    render_narrowed_year,
    render_organizations,
)
from dateline.publishing.render.not_found import render_not_found
from dateline.publishing.render.notice import render_withdrawn
from dateline.publishing.render.press import render_press
from dateline.publishing.render.release import render_release
from dateline.publishing.render.removed import render_removed
from dateline.publishing.render.search import render_search
from dateline.publishing.render.topic import render_topic, render_topic_year, render_topics
from dateline.publishing.render.year import render_year

ZONE = ZoneInfo("America/Los_Angeles")
CONTACT = faces.ContactFace(
    "Marisol Quintanar", "Communications director", "(213) 555-0142 ext. 12", "prensa@valleverde.example",
    "English, Spanish", "9:00–18:00",
)  # fmt: skip
FEED = faces.Feed("/feed.atom", "/", "Valle Verde Workers’ Center")
REMOVAL = faces.RemovalFace("passage", date(2024, 11, 2))
SHOEBOX = (
    faces.PictureFile("/files/shoebox-640.jpg", 640, 427, "image/jpeg", 48_120),
    faces.PictureFile("/files/shoebox-1280.jpg", 1280, 853, "image/jpeg", 151_990),
)
SHOEBOX_FOR_PRINT = faces.PictureFile("/files/shoebox.jpg", 4000, 2667, "image/jpeg", 2_148_330)
TOPIC = faces.TopicLink("Wage theft", "/topics/wage-theft/")

ADDRESSEE = faces.Narrowed("addressee", "Senator Okafor", "/addressed/okafor/", role="State Senator")
ORGANIZATION = faces.Narrowed(
    "organization", "Clean Rinse Campaign", "/organizations/clean-rinse/", url="https://cleanrinse.example/about"
)


def make_room(**fields: Any) -> faces.NewsroomFace:
    """Make a newsroom's frame."""
    whole: dict[str, Any] = {
        "name": "Valle Verde Workers’ Center",
        "uid": "urn:uuid:2f1e9a34-5b7e-4a63-9d6a-8f8f6a9e1c11",
        "language": "en",
        "zone": "America/Los_Angeles",
        "site_address": "https://press.valleverde.example",
        "path": "/",
        "place": "El Monte, California",
        "accent": "#9c2a1a",
        "boilerplate": "The center organizes day laborers.\n\nIts members decide what it says.",
        "contacts": (CONTACT,),
        "topics": (TOPIC, faces.TopicLink("Housing", "/topics/housing/")),
        "languages": (faces.LanguageLink("es", "Español", "/es/", False),),
        "feed_path": "/feed.atom",
        "rss_path": "/feed.rss",
        "json_feed_path": "/feed.json",
        "hub": "",
        "archive_path": "/archive/",
        "topics_path": "/topics/",
        "search_path": "/search/",
        "addressees_path": "/addressed/",
        "organizations_path": "/organizations/",
        "coverage_path": "/coverage/",
        "press_path": "/press/",
    }
    return faces.NewsroomFace(**{**whole, **fields})


def make_release(**fields: Any) -> faces.ReleaseFace:
    """Make a release with everything in it."""
    whole: dict[str, Any] = {
        "path": "/2024/10/car-wash-workers/",
        "uid": "urn:uuid:8c7d0f3e-1111-4222-8333-944445555666",
        "feed_id": "urn:uuid:8c7d0f3e-1111-4222-8333-944445555666",
        "kind": "press release",
        "topics": (TOPIC,),
        "headline": "Car Wash Workers Win $1.4 Million in Back Wages",
        "subheadline": "Settlement covers 212 workers",
        "partners": (
            faces.PartnerFace("Clean Rinse Campaign", "https://cleanrinse.example", "clean-rinse"),
            faces.PartnerFace("Iglesia del Buen Camino", ""),
        ),
        "dateline": "EL MONTE, Calif., Oct. 9, 2024 —",
        "place": "El Monte",
        "dated_on": date(2024, 10, 9),
        "blocks": (
            faces.TextBlock(
                "<p>Two hundred workers will be paid.</p>"
                '<p>The <a href="https://www.example.org/order">order</a> is final.</p>'
            ),
            faces.QuoteBlock("Now the rain is on the time card.", "Ismael Cordero", "who washed cars"),
            faces.ListBlock(("paid time for every hour;", "gloves, boots and water")),
            faces.ImageBlock(SHOEBOX, SHOEBOX_FOR_PRINT, "A shoebox", "Photo: L. Barrientos", "The shoebox."),
        ),
        "lede": "Two hundred workers will be paid.",
        "is_teaser": False,
        "attachments": (
            faces.AttachmentFace("Settlement agreement.pdf", "/files/settlement.pdf", "application/pdf", 1_248_330),
            faces.AttachmentFace("061214 Fact Sheet FINAL.pdf", "", "", 0),
        ),
        "boilerplate": "The center organizes day laborers.",
        "event": None,
        "is_over": False,
        "calendar_path": "",
        "contacts": (CONTACT,),
        "language": "en",
        "translations": (faces.LanguageLink("es", "Español", "/es/2024/10/autolavado/", True),),
        "changes": (),
        "public_at": datetime(2024, 10, 9, 9, 0, tzinfo=ZONE),
        "changed_at": None,
        "superseded_by": "",
        "addressees": (
            faces.AddresseeFace("Senator Okafor", "State Senator", "/addressed/okafor/"),
            faces.AddresseeFace("The County Board", "", "/addressed/county-board/"),
        ),
    }
    return faces.ReleaseFace(**{**whole, **fields})


def make_event(**fields: Any) -> faces.EventFace:
    """Make what an advisory invites to."""
    whole: dict[str, Any] = {
        "what": "A vigil for a bakery's night shift",
        "who": "Bakers, their families; Ismael Cordero, who washed cars",
        "where": "City Hall, south steps\n11333 Valley Boulevard, El Monte",
        "starts_at": datetime(2024, 11, 2, 23, 0, tzinfo=ZONE),
        "ends_at": datetime(2024, 11, 3, 1, 30, tzinfo=ZONE),
    }
    return faces.EventFace(**{**whole, **fields})


def make_advisory(**fields: Any) -> faces.ReleaseFace:
    """Make a media advisory to an event of that night."""
    invites: dict[str, Any] = {
        "kind": "media advisory",
        "headline": "Bakers Hold Vigil",
        "event": make_event(),
        "calendar_path": "/2024/10/car-wash-workers/advisory.ics",
    }
    return make_release(**{**invites, **fields})


def make_teaser(**fields: Any) -> faces.ReleaseFace:
    """Make a release of which only the headline is left."""
    nothing: dict[str, Any] = dict.fromkeys(("subheadline", "dateline", "place", "lede", "boilerplate"), "")
    nothing |= dict.fromkeys(("topics", "partners", "blocks", "attachments", "contacts", "translations"), ())
    return make_release(**{**nothing, "is_teaser": True, "headline": "Hiring Hall Reopens Monday", **fields})


def make_change(act: Any = "corrected", **fields: Any) -> faces.ChangeFace:
    """Make something that happened to a release."""
    whole: dict[str, Any] = {
        "changed_at": datetime(2024, 10, 10, 15, 15, tzinfo=ZONE),
        "note": "It was eleven, not twelve.",
        "before_path": "/2024/10/car-wash-workers/1/",
    }
    return faces.ChangeFace(act=act, **{**whole, **fields})


def _invites(release: faces.ReleaseFace, **fields: Any) -> faces.ReleaseFace:
    """Make an advisory of a release."""
    return replace(
        release, kind="media advisory", event=make_event(), calendar_path="/2024/10/a/advisory.ics", **fields
    )


def make_entry(at: int = 0, **fields: Any) -> faces.Entry:
    """Make a release in a list, `at` weeks before October 9, 2024."""
    whole: dict[str, Any] = {
        "path": f"/2024/10/release-{at}/",
        "uid": f"urn:uuid:{at:08d}-0000-4000-8000-000000000000",
        "kind": "press release",
        "headline": f"Council Votes to Keep Hiring Hall Open, Part {at}",
        "lede": "The council voted 4–1 on Tuesday night to keep the hiring hall open until April.",
        "dated_on": date(2024, 10, 9) - timedelta(weeks=at),
        "language": "en",
        "is_teaser": at % 4 == 3,
        "is_corrected": at % 5 == 2,
    }
    return faces.Entry(**{**whole, **fields})


def make_report(at: int = 0, **fields: Any) -> faces.CoverageFace:
    """Make what another has published, `at` weeks before October 10, 2024."""
    whole: dict[str, Any] = {
        "outlet": "The Port Ellery Beacon" if at % 2 == 0 else "La Voz del Muelle",
        "headline": "After two years, car washers get their pay" if at % 2 == 0 else "Lavacoches cobran al fin",
        "published_on": date(2024, 10, 10) - timedelta(weeks=at),
        "language": "en" if at % 2 == 0 else "es",
        "url": "" if at == 3 else "https://beacon.example/2024/car-wash",
        "about": "/2024/10/car-wash-workers/" if at % 3 else "",
        "about_headline": "Car Wash Workers Win $1.4 Million in Back Wages" if at % 3 else "",
    }
    return faces.CoverageFace(**{**whole, **fields})


def make_press() -> faces.PressFace:
    """Make what a newsroom has for the press, with everything in it."""
    picture = faces.PressPicture(
        "Logo, black", "A car wash brush", "Drawing: L. Barrientos",
        faces.PictureFile("/press/logo-black-800.png", 800, 400, "image/png", 31_480),
        faces.PictureFile("/press/logo-black.png", 2400, 1200, "image/png", 482_120),
    )  # fmt: skip
    log = [
        faces.LogEntry(date(2024, 10, day), act, "Car Wash Workers Win", "en", "/2024/10/car-wash-workers/", note)
        for day, act, note in ((12, "redacted", ""), (11, "withdrawn", "It was wrong."), (10, "corrected", "Eleven."))
    ]
    return faces.PressFace(
        ("We organize day laborers.", "The center organizes.\n\nIts members decide."), (picture,), "", tuple(log)
    )


def make_counts() -> list[faces.MonthCount]:
    """Make an archive of twelve years with a year of silence in it."""
    months = [(year, month) for year in range(2013, 2025) for month in range(1, 13) if year != 2016]
    return [faces.MonthCount(y, m, (y * 7 + m * 5) % 11 + 1, f"/{y}/{m:02}/") for y, m in months if m != 6]


def make_search(**fields: Any) -> faces.SearchFace:
    """Make a question with an answer in two languages."""
    pieces = (faces.Piece("The council voted on ", False), faces.Piece("hiring", True), faces.Piece(" halls …", False))
    found = [faces.FoundRelease(make_entry(at), pieces, pieces) for at in range(3)]
    spanish = make_entry(4, language="es", kind="open letter", headline="Carta abierta")
    whole: dict[str, Any] = {
        "text": "hiring hall",
        "years": (faces.Choice("2024", "2024", True), faces.Choice("2023", "2023", False)),
        "kinds": (faces.Choice("statements", "Statement", False),),
        "topics": (faces.Choice("wage-theft", "Wage theft", False),),
        "languages": (faces.Choice("en", "English", False), faces.Choice("es", "Español", False)),
        "is_newest_first": False,
        "is_filtered": True,
        "releases": (*found, faces.FoundRelease(spanish, pieces, ())),
        "count": 24,
        "is_more": False,
        "page": 2,
        "pages": 3,
        "says_nothing": False,
        "took_too_long": False,
        "unknown": (),
        "link_by_relevance": "q=hiring+hall",
        "link_newest_first": "q=hiring+hall&order=newest",
        "link_earlier": "q=hiring+hall",
        "link_later": "q=hiring+hall&page=3",
        "link_unfiltered": "q=hiring+hall",
        "links_by_word": (("hiring", "q=hiring"), ("hall", "q=hall")),
    }
    return faces.SearchFace(**{**whole, **fields})


def every_page(room: faces.NewsroomFace, release: faces.ReleaseFace) -> dict[str, bytes]:
    """Render every kind of page of a newsroom around one release."""
    entries = [
        *(make_entry(at) for at in range(12)),
        make_entry(12, headline=release.headline, lede=release.lede, language=release.language),
        make_entry(13, kind="open letter", language="es", headline="Carta abierta"),
    ]
    topic = room.topics[0] if room.topics else TOPIC
    month = faces.PageLink(date(2024, 9, 1), "/2024/09/")
    year = faces.PageLink(date(2023, 1, 1), "/2023/")
    years = [(2024, "/topics/wage-theft/2024/"), (2023, "/topics/wage-theft/2023/")]
    changes = (make_change(), make_change("updated"))
    return {
        "release": render_release(room, release),
        "corrected": render_release(room, replace(release, changes=changes, removals=(REMOVAL,))),
        "covered": render_release(room, replace(release, coverage=(make_report(), make_report(1)))),
        "earlier version": render_release(room, replace(release, superseded_by="/2024/10/other/")),
        "teaser": render_release(room, replace(release, is_teaser=True, blocks=release.blocks[:1])),
        "nothing but a headline": render_release(room, make_teaser(language=release.language)),
        "advisory": render_release(room, _invites(release)),
        "advisory that is over": render_release(room, _invites(release, is_over=True)),
        "withdrawn": render_withdrawn(room, replace(release, changes=(make_change("withdrawn"),))),
        "front": render_front(room, entries, release),
        "empty front": render_front(room, [], None),
        "month": render_month(room, date(2024, 10, 1), entries, month, None),
        "empty month": render_month(room, date(2024, 10, 1), [], None, month),
        "year": render_year(room, 2024, entries, [month], year, year),
        "empty year": render_year(room, 2024, [], [], None, None),
        "archive": render_archive(
            room,
            make_counts(),
            [year],
            faces.ArchiveWays((faces.PlainLink("Statements", "/kinds/statements/"),), True, True),
        ),
        "empty archive": render_archive(room, []),
        "topic": render_topic(room, topic, entries, years),
        "topic's year": render_topic_year(room, topic, 2024, entries, years),
        "topics": render_topics(room),
        "no topics": render_topics(replace(room, topics=())),
        "in the news": render_coverage(room, [make_report(at) for at in range(6)], [year]),
        "no coverage": render_coverage(room, [], []),
        "coverage of a year": render_coverage_year(room, 2024, [make_report(at) for at in range(6)]),
        "a file that was removed": render_removed(room, replace(release, removals=(REMOVAL,))),
        "for the press": render_press(room, make_press()),
        "nothing for the press": render_press(room, faces.PressFace((), (), "", ())),
        "not found": render_not_found(room),
        "kind": render_narrowed(room, faces.Narrowed("kind", "Statements", "/kinds/statements/"), entries, years),
        "addressee's year": render_narrowed_year(room, ADDRESSEE, 2024, entries, years),
        "addressee": render_narrowed(room, ADDRESSEE, entries, years),
        "organization": render_narrowed(room, ORGANIZATION, entries, years),
        "organization that no name stands of": render_narrowed(room, replace(ORGANIZATION, name=""), [], years),
        "addressees": render_addressees(room, [faces.AddresseeFace("Okafor", "State Senator", "/addressed/okafor/")]),
        "organizations": render_organizations(room, [ORGANIZATION]),
        "no organizations": render_organizations(room, []),
        "search": render_search(room, make_search(text=release.headline)),
        "search, nothing asked": render_search(room, make_search(text="")),
        "search, nothing found": render_search(room, make_search(releases=(), unknown=("hall",), text="W" * 200)),
        "search, too much": render_search(room, make_search(is_more=True)),
        "search, only common words": render_search(room, make_search(releases=(), says_nothing=True)),
        "search, stopped": render_search(room, make_search(releases=(), took_too_long=True)),
    }
