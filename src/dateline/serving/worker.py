"""The workers: threads that do what is to be done by itself, at start and as long as the program runs.

One settles: turns that have come, and what is owed to the public site. The desk settles its own debts at once; these
are of other processes (an import, a command), of time that passed, those that a killed process left behind, and PDFs and
share images, which nobody is kept waiting for. One compresses what is out; until it has, readers get the plain file. One
tells the hub, in a thread of its own: a hub that doesn't answer delays nothing. One sees to imports that the desk asked for.
"""

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.db import connections

from dateline.publishing.models import Erasure, Owed
from dateline.publishing.packing import Packer
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.settle import settle_pages, settle_siblings, settle_slow
from dateline.publishing.turns import take_turns
from dateline.publishing.websub import complaint, pay_pings
from dateline.serving.importing import Importing

POLL_SECONDS = 0.75  # published by another process, public within a second; one look costs 0.1 ms
LONGEST_PAUSE_SECONDS = 60.0
GIVES_WAY = 10  # of 19, as `nice` counts: those who read pages go first

logger = logging.getLogger("dateline.worker")
Stops = Callable[[], bool]  # says whether work that takes long is to be left for the next start


class Worker:
    """One thread that does its work again and again until it is stopped."""

    def __init__(self, name: str, work: Callable[[Stops], None], *, gives_way: bool = False) -> None:
        self._name = name
        self._gives_way = gives_way
        self._work = work
        self._is_stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, within_seconds: float = 10.0) -> None:
        """Ask it to end and wait a while; what it leaves undone is done at the next start."""
        self._is_stopping.set()
        self._thread.join(within_seconds)

    def _run(self) -> None:
        if self._gives_way and sys.platform == "linux":  # where a thread has a priority of its own
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), GIVES_WAY)
        pause = 0.0
        while not self._is_stopping.wait(pause):
            try:
                self._work(self._is_stopping.is_set)
                pause = POLL_SECONDS
            except (
                Exception
            ):  # the one loop that must outlive any fault: what is to be done stays so and is tried again
                logger.exception("The %s has met an error; it will try again.", self._name)
                connections.close_all()
                pause = min(max(pause, POLL_SECONDS) * 2, LONGEST_PAUSE_SECONDS)
        connections.close_all()


def workers() -> list[Worker]:
    """Give the workers that a serving process keeps."""
    return [
        Worker("settler", Settler()),
        Worker("packer", Packing(), gives_way=True),
        Worker("hub teller", tell_hub),
        Worker("importer", Importing()),
    ]


class Settler:
    """Takes the turns that have come and pays what is owed: pages, then PDFs and share images, then what is to be erased."""

    def __init__(self) -> None:
        self._is_first = True
        self._erase_from = 0.0

    def __call__(self, stops: Stops) -> None:
        """Do all that is to be done by now."""
        take_turns(datetime.now(UTC))
        if Owed.objects.pages().exists():
            settle_pages()
        # What could not be made is tried again at the next start, or when it is owed anew: it is no page.
        settle_slow(tries_again=self._is_first, stops=stops)
        self._is_first = False
        if time.monotonic() >= self._erase_from and Erasure.objects.exists() and erase():
            self._erase_from = time.monotonic() + LONGEST_PAUSE_SECONDS  # writing a database anew is no small thing


class Packing:
    """Makes compressed siblings of pages that are out."""

    def __init__(self) -> None:
        self._packer = Packer()

    def __call__(self, stops: Stops) -> None:
        """Make all that are owed by now."""
        settle_siblings(packer=self._packer, stops=stops)


def tell_hub(stops: Stops) -> None:
    """Tell the hub what it is to hear by now; say in the log, once for each try, that it does not."""
    before = complaint()
    pay_pings(datetime.now(UTC))
    if (after := complaint()) and after != before:
        logger.warning("%s It is told again later; nothing else waits for it.", after)
