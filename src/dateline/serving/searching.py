"""The search, asked from the event loop: few threads, a bounded queue before them, nothing of a question kept."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

from django.db import Error, connection

from dateline.publishing.searching.answer import Answered, answer_search
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

    async def __call__(self, room: str, query: bytes, send: Send) -> bool:
        """Answer a question; give False, with nothing sent, where there is no such newsroom."""
        if self._waiting >= MOST_WAITING:
            await _later("Many people are searching at this moment. Try again in a few seconds.", send)
            return True
        self._waiting += 1
        try:
            answered = await asyncio.get_running_loop().run_in_executor(self._threads, _ask, room, query)
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


def _ask(room: str, query: bytes) -> Answered | None:
    try:
        return answer_search(room, query)
    except Error:
        connection.close()  # the database was started anew since: once more on a fresh connection
        return answer_search(room, query)
