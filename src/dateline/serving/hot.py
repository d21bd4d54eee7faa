"""The short way for a plain GET of a page that is in memory: written at once, as bytes that lie ready.

The long way (a task, two ASGI messages, each header checked anew) costs five times as much and gives the same bytes,
which a test compares. Whatever is not plain (a condition, a body, a request behind a slow one) goes the long way.
"""

from collections.abc import Callable

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from dateline.serving.accepting import Endings, accepted
from dateline.serving.folder import Kept

_NOT_PLAIN = frozenset(
    (
        b"connection",
        b"content-length",
        b"expect",
        b"if-modified-since",
        b"if-none-match",
        b"transfer-encoding",
        b"upgrade",
    )
)


class _Done:
    """Stands where the server looks for a request that is still being answered."""

    response_complete = True

    class message_event:
        @staticmethod
        def set() -> None:
            """Wake nobody."""


def hot_protocol(find: Callable[[bytes, bytes, Endings], Kept | None]) -> type[HttpToolsProtocol]:
    """Give the server's protocol with the short way built in.

    `find` takes the raw path, the query, and which compressed siblings the reader takes.
    """

    class HotProtocol(HttpToolsProtocol):
        def on_headers_complete(self) -> None:
            kept = self._kept()
            if kept is None or kept.body is None:
                super().on_headers_complete()
                return
            if self.cycle is None:
                self.cycle = _Done  # type: ignore[assignment]
            dated = b"".join([b"date: %b\r\n" % value for _, value in self.server_state.default_headers])
            self.transport.write(b"".join((b"HTTP/1.1 200 OK\r\n", dated, kept.head, kept.body)))
            self.on_response_complete()

        def _kept(self) -> Kept | None:
            if (
                (self.cycle is not None and not self.cycle.response_complete)
                or self.flow.write_paused
                or self.parser.get_method() != b"GET"
                or self.parser.get_http_version() != "1.1"
            ):
                return None
            takes: Endings = ()
            for name, value in self.headers:
                if name == b"accept-encoding":
                    if takes:  # in two lines: the long way reads them together
                        return None
                    takes = accepted(value)
                elif name in _NOT_PLAIN and not (name == b"connection" and value.lower() == b"keep-alive"):
                    return None
            raw, _, query = self.url.partition(b"?")
            return find(raw, query, takes)

    return HotProtocol
