"""Makes outputs: which files each consists of, and their bytes, from the record."""

from collections.abc import Callable

from dateline.publishing.addresses import Output
from dateline.publishing.make import lists, newsroom, releases, subscribed
from dateline.publishing.make.maker import Maker
from dateline.publishing.maps import make_maps
from dateline.publishing.press import Sheet

__all__ = ["Maker", "make"]


def make(maker: Maker, output: Output) -> Sheet:
    """Make an output. Raises KeyError for a kind or a newsroom that does not exist."""
    return MAKERS[output.kind](maker, output)


MAKERS: dict[str, Callable[[Maker, Output], Sheet]] = {
    "release": releases.make_release,
    "pdf": releases.make_pdf,
    "share": releases.make_share,
    "front": newsroom.make_front,
    "archive": newsroom.make_archive,
    "press": newsroom.make_press,
    "coverage": newsroom.make_coverage,
    "missing": newsroom.make_missing,
    "assets": newsroom.make_assets,
    "month": lists.make_month,
    "year": lists.make_year,
    "topic": lists.make_topic,
    "topics": lists.make_topics,
    "kind": lists.make_kind,
    "addressee": lists.make_addressee,
    "addressees": lists.make_addressees,
    "organization": lists.make_organization,
    "organizations": lists.make_organizations,
    "feed": subscribed.make_feed,
    "sitemaps": subscribed.make_sitemaps,
    "sitemap": subscribed.make_sitemap,
    "news": subscribed.make_news,
    "maps": lambda maker, output: make_maps(),
}
