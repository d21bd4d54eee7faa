"""The one way in which a verb says no."""

from collections.abc import Sequence


class Refused(Exception):
    """A verb that was not carried out, with the reasons as sentences that a person can act on.

    `release` is what it was about: the release, newsroom or file, or its name.
    """

    def __init__(self, release: object, reasons: Sequence[str]) -> None:
        self.release = release
        self.reasons = tuple(reasons)
        super().__init__(" ".join(self.reasons))
