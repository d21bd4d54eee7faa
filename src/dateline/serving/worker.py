"""The worker: a thread that pays what is owed to the public site, at start and whenever something is owed.

The desk settles its own debts at once; the worker is for those of other processes (an import, a command), for those
that a killed process left behind, and for PDFs and share images, which nobody is kept waiting for.
"""

import logging
import threading

from django.db import connections

from dateline.publishing.models import Owed
from dateline.publishing.settle import settle_pages, settle_slow

POLL_SECONDS = 0.75  # published by another process, public within a second; one look costs 0.1 ms
LONGEST_PAUSE_SECONDS = 60.0

logger = logging.getLogger("dateline.worker")
_woken = threading.Event()


def wake() -> None:
    """Have the worker look now instead of at its next turn. Safe from any thread; nothing happens without a worker."""
    _woken.set()


class Worker:
    """One thread that settles until it is stopped."""

    def __init__(self) -> None:
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, within_seconds: float = 10.0) -> None:
        """Ask it to end and wait a while; what it leaves undone is still owed at the next start."""
        self._is_stopping = True
        wake()
        self._thread.join(within_seconds)

    def _run(self) -> None:
        pause, is_first = 0.0, True
        while not self._is_stopping:
            _woken.wait(pause)
            _woken.clear()
            try:
                if Owed.objects.pages().exists():
                    settle_pages()
                # What could not be made is tried again at the next start, or when it is owed anew: it is no page.
                settle_slow(tries_again=is_first, stops=lambda: self._is_stopping)
                is_first = False
                pause = POLL_SECONDS
            except Exception:  # the one loop that must outlive any fault: what is owed stays owed and is tried again
                logger.exception("What is owed to the public site could not be settled; it will be tried again.")
                connections.close_all()
                pause = min(max(pause, POLL_SECONDS) * 2, LONGEST_PAUSE_SECONDS)
        connections.close_all()
