"""A release as the picture that messengers show beside its link: 1200 by 630 pixels of type."""

import unicodedata

from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render import dates
from dateline.publishing.render.contrast import PAPER, on_paper
from dateline.publishing.render.environment import kind_title
from dateline.publishing.render.letters import MISSING, breakable, settable
from dateline.publishing.render.phrases import opening
from dateline.publishing.render.typeset import Manuscript

WIDTH, HEIGHT = 1200, 630  # pixels, as the sheet has them
LONGEST_HEADLINE = 420  # letters: more could not be read, and would not fit in the smallest size


def share_of(room: NewsroomFace, release: ReleaseFace) -> Manuscript:
    """Give the manuscript of a release's share image; where the headline can't be set, the kind stands for it."""
    kind = kind_title(release.kind, room.language)
    headline = breakable(opening(_whole(release.headline), LONGEST_HEADLINE))
    told = {
        "accent": on_paper(room.accent),
        "paper": PAPER,
        "language": release.language.split("-")[0].lower(),
        "name": _whole(room.name),
        "kind": kind if headline else "",
        "headline": headline or kind,
        "day": dates.long_day(release.dated_on, room.language),
        "site": room.site_address.partition("://")[2],
    }
    return Manuscript("share", settable(told))


def _whole(text: str) -> str:
    """Give a text that can be set whole; pictographs that can't are left out, a text that lacks letters is none."""
    shown = str(settable("".join(letter for letter in text if unicodedata.category(letter) != "So")))
    return "" if MISSING in shown else " ".join(shown.split())
