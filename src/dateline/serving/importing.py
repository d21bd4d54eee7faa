"""The worker that sees to imports asked for at the desk: each in a process of its own, so that the desk answers on."""

import logging
import subprocess
import sys
import time

from dateline.intake.ask import waiting

MODULE = "dateline.publishing.importing.carry_out"
LOOK_SECONDS = 0.25
END_SECONDS = 5.0  # for a batch to be rolled back; what is not done goes on at the next start
NICE = 10  # of 19: readers and the desk go first
AGAIN_SECONDS = 30.0  # after an end that nobody foresaw

logger = logging.getLogger("dateline.worker")


class Importing:
    """Starts a process for the oldest import that waits, and looks after it."""

    def __init__(self) -> None:
        self._not_before = 0.0

    def __call__(self, stops) -> None:
        """Carry out one import, if one waits."""
        key = waiting().values_list("pk", flat=True).first() if time.monotonic() >= self._not_before else None
        if key is None:
            return
        process = subprocess.Popen(  # noqa: S603 - ourselves, with a number
            ["nice", "-n", str(NICE), sys.executable, "-m", MODULE, str(key)],  # noqa: S607
            stdin=subprocess.DEVNULL,
        )
        while process.poll() is None:
            if stops():
                _end(process)
                return
            time.sleep(LOOK_SECONDS)
        if process.returncode:
            self._not_before = time.monotonic() + AGAIN_SECONDS
            logger.warning("An import ended with status %s; it goes on by itself where it can.", process.returncode)


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
