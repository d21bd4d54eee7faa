"""The ledger, asked from the event loop: one thread, one connection that stays open."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from django.db import Error, connection

from dateline.publishing.ledger import Answer, answer


class Ledger:
    """Answers what no file answers. One thread: a flood of wrong addresses waits there, and readers of pages don't."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")

    async def ask(self, path: str, old: str) -> Answer:
        """Say what is known of a public path, or of it as an old address. Raises django.db.Error where the database doesn't answer."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, _ask, path, old)

    def close(self) -> None:
        """End the thread and its connection."""
        self._thread.submit(_end)
        self._thread.shutdown(wait=True)


def _end() -> None:
    connection.close()  # named here, in its own thread: each thread has another connection


def _ask(path: str, old: str) -> Answer:
    try:
        return answer(path, old)
    except Error:
        connection.close()  # the database was started anew since: once more on a fresh connection
        return answer(path, old)
