"""How an answer is sent: a kept file, a redirection or one line of text in, ASGI messages out."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from dateline.serving.conditional import is_still_right
from dateline.serving.folder import Kept
from dateline.serving.headers import STRICT

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

CHUNK_BYTES = 256 << 10
_NOT_IN_304 = {b"content-length", b"content-type", b"content-disposition", b"content-encoding"}


async def send_file(kept: Kept, scope: Scope, send: Send) -> None:
    """Send a file: whole, or 304 where the reader has it."""
    if is_still_right(kept, scope["headers"]):
        headers = [(name, value) for name, value in kept.start["headers"] if name not in _NOT_IN_304]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body"})
        return
    if kept.body is not None:
        await send(kept.start)
        await send({"type": "http.response.body", "body": kept.body})
    else:
        await _stream(kept, scope, send)


async def send_page(kept: Kept, status: int, cache: bytes, send: Send) -> None:
    """Send a page under another status than 200, as a notice is."""
    headers = [
        (name, cache if name == b"cache-control" else value)
        for name, value in kept.start["headers"]
        if name not in {b"etag", b"last-modified"}
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": kept.body or b""})


async def send_line(status: int, text: str, send: Send, *more: tuple[bytes, bytes]) -> None:
    """Send one line of plain text."""
    body = text.encode() + b"\n"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        *STRICT,
        *more,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _stream(kept: Kept, scope: Scope, send: Send) -> None:
    """Send a large file piece by piece, read outside the event loop."""
    with Path(kept.file).open("rb") as opened:
        await send(kept.start)
        left = 0 if scope["method"] == "HEAD" else kept.was[2]
        while left:
            piece = await asyncio.to_thread(opened.read, min(CHUNK_BYTES, left))
            if not piece:
                return  # cut short under us: the connection is closed, so that nobody takes it for whole
            left -= len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": left > 0})
        if scope["method"] == "HEAD":
            await send({"type": "http.response.body"})
