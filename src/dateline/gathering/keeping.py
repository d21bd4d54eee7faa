"""The last stop before the network: what may not be asked for ends here, what was kept is given, what comes is kept."""

from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from dateline.gathering.guard import Guard
from dateline.gathering.warc_file import Answer, WarcFile

BUSY = frozenset([408, 425, 429, 500, 502, 503, 504])
"""Answers that say only: later. They are not kept, or a run that is taken up again would take them for the page."""


class NotAsked(IgnoreRequest):
    """An address that may not be asked for; its text is a sentence."""


class Keeping:
    """A downloader middleware, the nearest to the network."""

    guard: Guard
    warc: WarcFile

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Keeping":
        """Take the guard and the file of the walk."""
        made = cls()
        walker: Any = crawler.spider
        made.guard, made.warc = walker.guard, walker.warc
        return made

    def process_request(self, request: Request) -> Response | None:
        """Refuse the request, or answer it from what a run before this one has kept."""
        # A host's rules are asked for wherever a file of it may be; only the middleware for them sets this mark.
        is_file = bool(request.meta.get("is_file") or request.meta.get("dont_obey_robotstxt"))
        complaint = self.guard.complaint(request.url, is_file=is_file)
        if complaint:
            raise NotAsked(complaint)
        kept = self.warc.answer_of(request.url)
        if kept is None:
            return None
        request.meta["is_kept"] = True
        headers = Headers()
        for name, value in kept.fields:
            headers.appendlist(name, value)
        kind = responsetypes.from_args(headers=headers, url=request.url, body=kept.body)
        return kind(request.url, status=kept.status, headers=headers, body=kept.body, request=request)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep what came."""
        if not request.meta.pop("is_kept", False) and response.status not in BUSY:
            host = urlsplit(request.url).netloc.rpartition("@")[2].encode()
            asked = [(b"Host", host), *_fields(request.headers)]
            # A length that lies would make the kept answer unreadable; the record says how long it is.
            came = [field for field in _fields(response.headers) if field[0].lower() != b"content-length"]
            length = (b"Content-Length", str(len(response.body)).encode())
            self.warc.keep(request.url, asked, Answer(response.status, [*came, length], response.body))
        return response


def _fields(headers: Headers) -> list[tuple[bytes, bytes]]:
    # What could end a line early is no header of HTTP; it would be another one in the file.
    return [(name, value) for name, values in headers.items() for value in values if not {13, 10} & {*name, *value}]
