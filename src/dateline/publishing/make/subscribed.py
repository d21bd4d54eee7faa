"""Makes what machines come for: feeds, sitemaps, robots.txt."""

from dateline.publishing.addresses import Output
from dateline.publishing.faces import Feed
from dateline.publishing.gather.lists import topic as topic_link
from dateline.publishing.gather.record import Record
from dateline.publishing.gather.subscribed import fed, news_entries, page_entries, sitemap_entries, sitemap_names
from dateline.publishing.kinds import kind_of, kind_path
from dateline.publishing.make.maker import Maker
from dateline.publishing.press import Sheet
from dateline.publishing.render.atom import render_atom
from dateline.publishing.render.environment import kind_title
from dateline.publishing.render.json_feed import render_json_feed
from dateline.publishing.render.robots import NEWS, PAGES, SITEMAPS, render_robots, sitemap_path
from dateline.publishing.render.rss import render_rss
from dateline.publishing.render.sitemap import render_news, render_sitemap, render_sitemap_index
from dateline.releases.models.address import Stop


def make_feed(maker: Maker, output: Output) -> Sheet:
    """Make a newsroom's feed in three formats, or a narrower one ("topics/…", "kinds/…") as Atom."""
    record = maker.record
    room = record.rooms[output.room]
    releases = [told.face for told in maker.all_told(fed(record, room.path, output.detail))]
    if not output.detail:
        feeds = [Feed(path, room.path, room.name) for path in feed_paths(output)]
        renders = (render_atom, render_rss, render_json_feed)
        return Sheet({feed.path[1:]: render(room, feed, releases) for feed, render in zip(feeds, renders, strict=True)})
    what, _, slug = output.detail.partition("/")
    if what == "kinds":
        # A feed of each kind is there from the start, its page from the first release of the kind on.
        page = kind_path(room.path, slug) if slug in record.details(room.path, Stop.KIND) else room.path
        name = kind_title(kind_of(slug, room.language), room.language)
    else:
        topic = topic_link(record, room.path, slug)
        page, name = topic.path, topic.name
    (path,) = feed_paths(output)
    return Sheet({path[1:]: render_atom(room, Feed(path, page, f"{name} — {room.name}"), releases)})


def feed_paths(output: Output) -> list[str]:
    """Give the addresses of a feed: a newsroom's own in each format, a narrower one's."""
    if output.detail:
        return [f"{output.room}{output.detail}/feed.atom"]
    return [f"{output.room}feed.{ending}" for ending in ("atom", "rss", "json")]


def make_sitemaps(maker: Maker, output: Output) -> Sheet:
    """Make the index of sitemaps, the one of pages that lead on, and robots.txt, which names the index."""
    record = maker.record
    site = _site(record)
    names = [sitemap_path(record.rooms[room].language, name) for room, name in sitemap_names()]
    return Sheet(
        {
            SITEMAPS[1:]: render_sitemap_index(site, [PAGES, *names]),
            PAGES[1:]: render_sitemap(site, page_entries(record)),
            "robots.txt": render_robots(site),
        }
    )


def make_sitemap(maker: Maker, output: Output) -> Sheet:
    """Make one of a newsroom's sitemaps."""
    record = maker.record
    path = sitemap_path(record.rooms[output.room].language, output.detail)
    return Sheet({path[1:]: render_sitemap(_site(record), sitemap_entries(record, output.room, output.detail))})


def make_news(maker: Maker, output: Output) -> Sheet:
    """Make the news sitemap."""
    return Sheet({NEWS[1:]: render_news(_site(maker.record), news_entries(maker.record))})


def _site(record: Record) -> str:
    return next((room.site_address for room in record.rooms.values()), "")
