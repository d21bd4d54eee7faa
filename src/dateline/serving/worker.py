"""The worker: a thread that pays what is owed to the public site, at start and whenever something is owed.

The desk settles its own debts at once; the worker is for those of other processes (an import, a command) and for
those that a killed process left behind.
"""

import logging
import threading
import time

from django.db import connections

from dateline.publishing.models import Erasure, Owed
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.settle import settle

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
        pause = erase_from = 0.0
        while not self._is_stopping:
            _woken.wait(pause)
            _woken.clear()
            try:
                if Owed.objects.exists():
                    settle()
                if time.monotonic() >= erase_from and Erasure.objects.exists() and erase():
                    erase_from = time.monotonic() + LONGEST_PAUSE_SECONDS  # writing a database anew is no small thing
                pause = POLL_SECONDS
            except Exception:  # the one loop that must outlive any fault: what is owed stays owed and is tried again
                logger.exception("What is owed to the public site could not be settled; it will be tried again.")
                connections.close_all()
                pause = min(max(pause, POLL_SECONDS) * 2, LONGEST_PAUSE_SECONDS)
        connections.close_all()
