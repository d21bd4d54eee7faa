"""Scrapy's manners, where ours are stricter: waiting before a retry, a robots.txt that fails, a delay that it asks for."""

import asyncio
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadCancelledError
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

LONGEST_CRAWL_DELAY = 30.0  # seconds; a site that asks for more would be gathered in a month
NAME = "Dateline"  # what robots.txt may call us by


class Backoff(RetryMiddleware):
    """Waits before each retry, twice as long each time, or as long as the server says."""

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        again = super().process_response(request, response)
        if isinstance(again, Request):
            await self._wait(again, response.headers.get("Retry-After"))
        return again

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:  # type: ignore[override]
        if isinstance(exception, DownloadCancelledError | PermissionError):
            return None  # too large, or inside a private network: it will be so again
        again = super().process_exception(request, exception)
        if isinstance(again, Request):
            await self._wait(again, None)
            return again
        return None

    async def _wait(self, again: Request, asked_for: bytes | None) -> None:
        settings = self.crawler.settings
        first, longest = settings.getfloat("DATELINE_FIRST_WAIT"), settings.getfloat("DATELINE_LONGEST_WAIT")
        seconds = first * 2 ** (int(again.meta.get("retry_times", 1)) - 1)
        if asked_for and asked_for.strip().isdigit():
            seconds = max(seconds, float(asked_for))
        await asyncio.sleep(min(seconds, longest))


class Robots(RobotsTxtMiddleware):
    """Takes a robots.txt that the server fails to give for one that forbids everything (RFC 9309, 2.3.1.4)."""

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500:
            response = response.replace(body=b"User-agent: *\nDisallow: /")
        elif response.status >= 400:
            response = response.replace(body=b"")  # its page of error is no rule
        await super()._parse_robots(response, netloc, request)
        _slow_down(self.crawler, self._parsers[netloc])


def _slow_down(crawler: Crawler, parser: Any) -> None:
    """Let the delay between two requests never be shorter than robots.txt asks for."""
    asked_for = getattr(parser, "rp", None) and parser.rp.crawl_delay(NAME)
    throttle = crawler.get_extension(AutoThrottle)
    if asked_for and throttle is not None and crawler.engine is not None:
        throttle.mindelay = max(throttle.mindelay, min(float(asked_for), LONGEST_CRAWL_DELAY))
        for slot in crawler.engine.downloader.slots.values():
            slot.delay = max(slot.delay, throttle.mindelay)
