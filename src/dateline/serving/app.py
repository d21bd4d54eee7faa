"""The one app: public files and the desk in, by address; everything that a server needs to answer out."""

from typing import Any

from django.conf import settings
from django.core.asgi import get_asgi_application

from dateline.publishing.siblings import packs
from dateline.serving.accepting import Endings
from dateline.serving.asking import Ledger
from dateline.serving.bounded import TooLarge, bounded, is_said_too_large, refuse
from dateline.serving.desk_static import DeskStatic, desk_packs
from dateline.serving.first import First
from dateline.serving.folder import Folder, Kept
from dateline.serving.headers import desk_headers, public_headers
from dateline.serving.public import Public
from dateline.serving.searching import Search
from dateline.serving.sending import Receive, Scope, Send, send_line
from dateline.serving.worker import workers


class App:
    """An ASGI app. With its lifespan it starts and stops the worker, where it has one."""

    def __init__(self, *, has_worker: bool) -> None:
        self._static_at = settings.STATIC_URL.encode()
        self._ledger = Ledger()
        self._search = Search()
        root = settings.DATELINE_PUBLIC_ROOT
        self._public = Public(Folder(root, public_headers, packs), self._ledger, self._search, First(root))
        self._static = DeskStatic(Folder(settings.STATIC_ROOT, desk_headers, desk_packs), self._static_at)
        self._desk: Any = get_asgi_application()
        self._workers = workers() if has_worker else []

    def find(self, raw: bytes, query: bytes, takes: Endings) -> Kept | None:
        """Give the public file that answers a raw path, for the short way of `hot`."""
        return None if raw.startswith(b"/desk/") else self._public.find(raw, query, takes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or live through start and end."""
        if scope["type"] == "http":
            raw = scope["raw_path"]
            if not raw.startswith(b"/desk"):
                await self._public(scope, receive, send)
            elif raw.startswith(self._static_at):
                await self._static(scope, receive, send)
            elif raw.startswith(b"/desk/"):
                await self._answer_desk(scope, receive, send)
            elif raw == b"/desk":
                await send_line(301, "Moved.", send, (b"location", b"/desk/"))
            else:
                await self._public(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._live(receive, send)

    def close(self) -> None:
        """End what the app keeps open."""
        self._ledger.close()
        self._search.close()

    async def _answer_desk(self, scope: Scope, receive: Receive, send: Send) -> None:
        if is_said_too_large(scope):
            await refuse(send)
            return
        try:
            await self._desk(scope, bounded(receive), send)
        except TooLarge:
            await refuse(send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        for worker in self._workers:
            worker.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        for worker in self._workers:
            worker.stop()
        self.close()
        await send({"type": "lifespan.shutdown.complete"})
