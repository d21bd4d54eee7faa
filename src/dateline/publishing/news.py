"""How long a release is news: its days in, the moment at which it leaves the news sitemap out. Pure."""

from datetime import date, datetime, timedelta

from dateline.publishing.advisories import day_after

NEWS_DAYS = 2  # https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
NEWS_LENGTH = 1000  # entries that a news sitemap may have


def news_ends_at(public_at: datetime, dated_on: date, zone: str) -> datetime:
    """Give two days after it became public here, or the end of the second day after its own where that is sooner.

    What is put in public long after its day (an archive) is never news: then the moment lies before `public_at`.
    """
    return min(public_at + timedelta(days=NEWS_DAYS), day_after(dated_on + timedelta(days=NEWS_DAYS), zone))
