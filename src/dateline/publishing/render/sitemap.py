"""Sitemaps (https://www.sitemaps.org/protocol.html), their index, and the news sitemap.

The index gives no times: the latest change of each month would have to be asked of the whole archive on every publish,
and a crawler that comes back is told by the sitemap's own ETag.
"""

from collections.abc import Sequence

from dateline.publishing.faces import NewsEntry, SitemapEntry
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment


def render_sitemap_index(site_address: str, paths: Sequence[str]) -> bytes:
    """Render the index of sitemaps."""
    return _render("sitemap_index.xml", site_address=site_address, paths=paths)


def render_sitemap(site_address: str, entries: Sequence[SitemapEntry]) -> bytes:
    """Render a sitemap with the same page in other languages beside each."""
    return _render("sitemap.xml", site_address=site_address, entries=entries)


def render_news(site_address: str, entries: Sequence[NewsEntry]) -> bytes:
    """Render the news sitemap: developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap."""
    return _render("sitemap_news.xml", site_address=site_address, entries=entries)


def _render(template: str, **variables: object) -> bytes:
    # It has no word of any language's furniture in it: whichever environment will do.
    return clean_bytes(environment("en").get_template(template).render(**variables))
