"""The walk from a press page: its further pages, the releases that it lists, their files and pictures."""

import sys
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider, DownloadCancelledError, DownloadTimeoutError
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from dateline.gathering.bounds import Bounds
from dateline.gathering.guard import Guard, site_of
from dateline.gathering.warc_file import WarcFile
from dateline.gathering.ways_on import WaysOn, ways_on

FILE, RELEASE, LIST = 30, 20, 10
"""What a page names comes before the next page, so that a walk that is stopped has whole releases, the newest first."""

SHOWN_EVERY_SECONDS = 0.5
EMPTY_LISTS = 3  # lists in a row that name nothing new: a calendar that pages on for ever is left there
FILES_A_PAGE = 20  # on average; a page with a thousand pictures is a gallery


class Walker(Spider):
    """Follows one press page."""

    name = "dateline"

    def __init__(self, guard: Guard, bounds: Bounds, warc: WarcFile, **more: Any) -> None:
        super().__init__(**more)
        self.guard, self.bounds, self.warc = guard, bounds, warc
        self.pages = self.files = self.empty_lists = 0
        self.not_fetched: dict[str, str] = {}
        self.stopped = ""
        self._asked: set[str] = set()
        self._shown_at = 0.0

    async def start(self) -> AsyncIterator[Request]:
        """Begin at the address that was given."""
        yield self._request(self.guard.start, LIST)

    def came(self, response: Response) -> Iterator[Request]:
        """Take what came, and ask for what it leads to."""
        kind = int(response.meta["kind"])
        if kind == FILE:
            self.files += 1
        else:
            self.pages += 1
        self._show(response.url)
        self._stop_where_bounds_are_reached()
        if kind == FILE or not isinstance(response, TextResponse):
            return
        found = ways_on(response.body, response.url, is_list=kind == LIST)
        releases = [self._request(link, RELEASE) for link in self._new(found.releases)]
        yield from releases
        yield from self._files(found)
        self.empty_lists = 0 if releases else self.empty_lists + (kind == LIST)
        if self.empty_lists < EMPTY_LISTS:
            for link in self._new(found.lists):
                yield self._request(link, LIST)

    def failed(self, failure: Failure) -> None:
        """Note why an address was not fetched."""
        request, error = failure.request, failure.value  # type: ignore[attr-defined]
        self.not_fetched[request.url] = self._sentence(error)

    def _new(self, links: tuple[str, ...]) -> Iterator[str]:
        """Give the links of this site that were not asked for before."""
        for link in links:
            key = link.partition("://")[2].removeprefix("www.")
            if site_of(link) == site_of(self.guard.start) and key not in self._asked:
                self._asked.add(key)
                yield link

    def _files(self, found: WaysOn) -> Iterator[Request]:
        for link in (*found.files, *found.pictures):
            if link not in self._asked and self.files < FILES_A_PAGE * (self.pages + 1):
                self._asked.add(link)
                yield self._request(link, FILE)

    def _request(self, link: str, kind: int) -> Request:
        meta = {"kind": kind, "is_file": kind == FILE}
        if kind == FILE:
            meta["download_maxsize"] = self.bounds.file_bytes
        return Request(link, self.came, errback=self.failed, priority=kind, meta=meta)

    def _stop_where_bounds_are_reached(self) -> None:
        if self.pages >= self.bounds.pages:
            self.stopped = f"It stopped at {self.pages:,} pages, as many as were asked for (--pages)."
        elif self.warc.size_bytes > self.bounds.whole_bytes:
            self.stopped = f"It stopped at {self.bounds.whole_bytes / 1e9:.0f} GB: more is not fetched in one go."
        if self.stopped:
            raise CloseSpider("bounds")

    def _sentence(self, error: BaseException) -> str:
        if isinstance(error, HttpError):
            return f"The server answered with {error.response.status}."
        if isinstance(error, DownloadTimeoutError):
            return f"It took longer than {self.bounds.seconds_an_answer:.0f} seconds."
        if isinstance(error, DownloadCancelledError):
            return "It is larger than what is fetched."
        if str(error) == "Forbidden by robots.txt":
            return "The site's robots.txt asks programs not to fetch it."
        return str(error) or type(error).__name__

    def _show(self, address: str) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._shown_at > SHOWN_EVERY_SECONDS:
            self._shown_at = time.monotonic()
            size = f"{self.warc.size_bytes / 1e6:,.1f} MB"
            print(f"\r{self.pages:,} pages, {self.files:,} files, {size}: {address[-60:]:<60}", end="", file=sys.stderr)
