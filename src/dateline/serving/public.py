"""The public site: files first, then the search, the ledger of addresses, "not found". No cookie, no reader kept."""

from urllib.parse import quote

from django.db import Error

from dateline.publishing.leads import Answer
from dateline.publishing.siblings import is_sibling
from dateline.releases.old_addresses import form_of_request
from dateline.serving.accepting import Endings, accepted_in
from dateline.serving.asking import Ledger
from dateline.serving.first import First
from dateline.serving.folder import Folder, Kept
from dateline.serving.headers import ASK_AGAIN
from dateline.serving.paths import file_of, public_path
from dateline.serving.searching import Search, room_of
from dateline.serving.sending import Receive, Scope, Send, send_file, send_line, send_page

ALLOW = (b"allow", b"GET, HEAD")
SOON = (b"cache-control", b"no-cache")  # what is not there may be there in a second


class Public:
    """An ASGI app over the public root, the search and the ledger."""

    def __init__(self, folder: Folder, ledger: Ledger, search: Search, first: First) -> None:
        self._folder = folder
        self._ledger = ledger
        self._search = search
        self._first = first

    def find(self, raw: bytes, query: bytes, takes: Endings) -> Kept | None:
        """Give the file that answers a raw path, in a form that the reader takes; None where something else is to be said."""
        if query and self._first.is_old(raw, query):
            return None
        path = public_path(raw)
        if path is None or path.endswith("/index.html") or is_sibling(path[1:]):  # which have no address of their own
            return None
        return self._folder.find(file_of(path), takes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in ("GET", "HEAD"):
            await send_line(405, "Only GET and HEAD are answered here.", send, ALLOW)
            return
        takes = accepted_in(scope["headers"])
        raw, query = scope["raw_path"], scope["query_string"]
        kept = self.find(raw, query, takes)
        if kept is not None:
            await send_file(kept, scope, send)
            return
        path = public_path(raw)
        if path is not None and (room := room_of(path)) and await self._search(room, query, takes, send):
            return
        if (query or path is None) and self._first.is_old(raw, query):
            answer = await self._asked(path or "", form_of_request(raw, query), takes, send)
            if answer is None or answer.status != 404:
                return
            if kept := self.find(raw, b"", takes):  # the list was older than the ledger
                await send_file(kept, scope, send)
                return
        if path is None:
            await self._missing("404.html", takes, send)
        else:
            await self._without_file(path, form_of_request(raw, query), takes, send)

    async def _without_file(self, path: str, old: str, takes: Endings, send: Send) -> None:
        folder = path.removesuffix("index.html") if path.endswith("/index.html") else path + "/"
        if not path.endswith("/") and self._folder.find(file_of(folder)):
            await _moved(folder, send)
            return
        answer = await self._asked(path, old, takes, send)
        if answer is not None and answer.status == 404:
            await self._missing(answer.file, takes, send)

    async def _asked(self, path: str, old: str, takes: Endings, send: Send) -> Answer | None:
        """Ask the ledger, and say what it knows; give its answer, None where it gave none and that was said."""
        try:
            answer = await self._ledger.ask(path, old)
        except Error:
            # "Not found" would be a lie that search engines keep.
            await send_line(503, "For the moment this can't be looked up.", send, SOON, (b"retry-after", b"30"))
            return None
        if answer.status == 301:
            await _moved(answer.location, send)
        elif answer.status == 410:
            notice = self._folder.find(answer.file, takes)
            if notice is None:
                await send_line(410, "This was withdrawn.", send, SOON)
            else:
                await send_page(notice, 410, ASK_AGAIN, send)
        return answer

    async def _missing(self, file: str, takes: Endings, send: Send) -> None:
        page = self._folder.find(file, takes) or self._folder.find("404.html", takes)
        if page is None:
            await send_line(404, "There is nothing at this address.", send, SOON)
        else:
            await send_page(page, 404, b"no-cache", send)


async def _moved(to: str, send: Send) -> None:
    location = quote(to, safe="/:?#=&%~+,;@").encode()
    await send_line(301, "Moved.", send, (b"location", location), (b"cache-control", ASK_AGAIN))
