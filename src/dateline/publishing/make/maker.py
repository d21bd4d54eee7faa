"""What the making of outputs shares: one reading of the record, releases read many at once, and where the files go."""

import logging
from collections.abc import Iterable
from pathlib import Path

from dateline.publishing.addresses import Output
from dateline.publishing.gather.record import Record
from dateline.publishing.gather.releases import told
from dateline.publishing.gather.subscribed import fed
from dateline.publishing.gather.told import Told

log = logging.getLogger(__name__)


class Maker:
    """One reading of the record, for outputs to be laid in `root`."""

    def __init__(self, root: Path) -> None:
        self.record = Record()
        self.root = root
        self._told: dict[str, Told] = {}

    def prepare(self, outputs: Iterable[Output]) -> None:
        """Read at once the releases that these outputs show whole; forget those that were read before."""
        try:
            self._told = told(self.record, dict.fromkeys(uid for output in outputs for uid in self._shown_by(output)))
        except Exception:  # one that can't be read: each is read by itself when it is made, and that one alone fails
            log.exception("Some releases could not be read together.")
            self._told = {}

    def _shown_by(self, output: Output) -> Iterable[str]:
        if output.is_of_a_release:
            return (output.detail,)
        return fed(self.record, output.room, output.detail) if output.kind == "feed" else ()

    def told(self, uid: str) -> Told | None:
        """Give a release that has been public; None for a draft, or nothing."""
        return next(iter(self.all_told([uid])), None)

    def all_told(self, uids: list[str]) -> list[Told]:
        """Give releases that have been public, in this order."""
        if unread := [uid for uid in uids if uid not in self._told]:
            self._told |= told(self.record, unread)
        return [self._told[uid] for uid in uids if uid in self._told]


def index(path: str) -> str:
    """Give the file that answers for an address ending in a slash."""
    return f"{path[1:]}index.html"
