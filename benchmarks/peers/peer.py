"""What is known of a peer: how to set it up in an empty folder, and how it is run."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ground.archive import Said

# Where a peer's lists lie that is given each as a grouping of its own.
GROUPED = {
    "months": r"months/[^/]+/index\.html",
    "years": r"years/[^/]+/index\.html",
    "topics": r"topics/[^/]+/index\.html",
    "topics' years": r"topicyears/[^/]+/index\.html",
}


@dataclass(frozen=True)
class Peer:
    """A static site generator."""

    name: str
    command: Sequence[str]
    public: str  # the folder below its own in which the site lies afterwards
    write: Callable[[Path, Iterable[Said]], None]  # puts templates, settings and releases into a folder
    lists: Mapping[
        str, str
    ]  # a kind of page beside the releases' own → the shape of its files' paths, a regular expression

    def is_here(self) -> bool:
        """Say whether its command is on this machine."""
        return shutil.which(self.command[0]) is not None
