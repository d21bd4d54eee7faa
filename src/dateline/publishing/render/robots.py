"""robots.txt (RFC 9309): every page is to be found; where the sitemaps stand. It names nothing that is not public."""

SITEMAPS = "/sitemap.xml"  # the index
PAGES = "/sitemap-pages.xml"
NEWS = "/sitemap-news.xml"


def render_robots(site_address: str) -> bytes:
    """Render robots.txt; sitemaps are named by whole addresses where the site has one."""
    lines = ["User-agent: *", "Disallow:", "", *(f"Sitemap: {site_address}{path}" for path in (SITEMAPS, NEWS))]
    return ("\n".join(lines) + "\n").encode()


def sitemap_path(language: str, name: str) -> str:
    """Give the address of a newsroom's sitemap: a month ("2014-10"), or its next ("2014-10-2")."""
    return f"/sitemap-{language}-{name}.xml"
