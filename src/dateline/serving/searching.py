"""The search, asked from the event loop: few threads, a bounded queue before them, nothing of a question kept."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from django.db import Error, connection

from dateline.publishing.pack import compress
from dateline.publishing.searching.answer import Answered, answer_search
from dateline.serving.accepting import CODINGS, Endings
from dateline.serving.headers import STRICT
from dateline.serving.sending import Send, send_line

THREADS = 2  # each holds a connection; more would take the processor from those who read pages
MOST_WAITING = 24  # at 50 ms each the last of them waits about half a second
_SEARCH = re.compile(r"(/(?:[a-z]{2,8}(?:-[a-z0-9]{2,8})*/)?)search/?")
NO_STORE = (b"cache-control", b"no-store")


def room_of(path: str) -> str | None:
    """Give the newsroom's path ("/es/") where a public path is that of its search."""
    is_search = _SEARCH.fullmatch(path)
    return is_search[1] if is_search else None


class Search:
    """Answers `{room}search/?q=…`."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="search")
        self._waiting = 0

    async def __call__(self, room: str, query: bytes, takes: Endings, send: Send) -> bool:
        """Answer a question; give False, with nothing sent, where there is no such newsroom.

        Compressed as it is made: an answer holds what was asked but no secret (no cookie, no token) that an attacker
        could guess from its length (BREACH).
        """
        if self._waiting >= MOST_WAITING:
            await _later("Many people are searching at this moment. Try again in a few seconds.", send)
            return True
        self._waiting += 1
        try:
            answered = await asyncio.get_running_loop().run_in_executor(self._threads, _ask, room, query, takes)
        except Error:
            await _later("For the moment nothing can be searched. Try again in a minute.", send)
            return True
        finally:
            self._waiting -= 1
        if answered is None:
            return False
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(answered.body)).encode()),
            *([(b"content-encoding", CODINGS[takes[0]])] if takes else []),
            NO_STORE,
            *STRICT,
        ]
        await send({"type": "http.response.start", "status": answered.status, "headers": headers})
        await send({"type": "http.response.body", "body": answered.body})
        return True

    def close(self) -> None:
        """End the threads and their connections."""
        for _ in range(THREADS):
            self._threads.submit(_end)
        self._threads.shutdown(wait=True)


async def _later(sentence: str, send: Send) -> None:
    await send_line(503, sentence, send, NO_STORE, (b"retry-after", b"10"))


def _end() -> None:
    connection.close()  # its own thread's


def _ask(room: str, query: bytes, takes: Endings) -> Answered | None:
    try:
        answered = answer_search(room, query)
    except Error:
        connection.close()  # the database was started anew since: once more on a fresh connection
        answered = answer_search(room, query)
    if answered is None or not takes:
        return answered
    return replace(answered, body=compress(answered.body, takes[0]))
