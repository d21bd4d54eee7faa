"""A way to ask the app without a network, and one to write public files."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.serving.app import App


@dataclass
class Reply:
    """What the app answered."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@pytest.fixture
def write(public_root: Path) -> Callable[..., Path]:
    """Write a public file as the press does: beside its place, then renamed."""

    def _write(name: str, content: bytes | str = "<!doctype html><p>words") -> Path:
        file = public_root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(".new-" + file.name)
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        return beside.replace(file)

    return _write


@pytest.fixture
def ask(public_root: Path) -> Iterator[Callable[..., Reply]]:
    """Ask the app: `ask("/path", method="GET", **{"if-none-match": "…"})`."""
    app = App(has_worker=False)

    def _ask(raw: str | bytes, method: str = "GET", **headers: str) -> Reply:
        reply = Reply()
        raw_path, _, query = (raw.encode() if isinstance(raw, str) else raw).partition(b"?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": raw_path.decode("latin-1"), "raw_path": raw_path, "query_string": query, "root_path": "",
            "headers": [(b"host", b"press.example")]
            + [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        }  # fmt: skip
        waiting = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> dict:
            if waiting:
                return waiting.pop()
            await asyncio.sleep(3600)
            return {"type": "http.disconnect"}

        async def send(message: dict) -> None:
            if message["type"] == "http.response.start":
                reply.status = message["status"]
                for name, value in message["headers"]:
                    reply.headers[name.decode().lower()] = value.decode("latin-1")
            else:
                reply.body += message.get("body", b"")

        asyncio.run(app(scope, receive, send))
        return reply

    yield _ask
    app.close()
