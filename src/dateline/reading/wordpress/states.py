"""Answers whether a post was public, and in which words a person is told that it was not."""

from dateline.reading.record import Doubt
from dateline.reading.wordpress.post import Post

_WITHHELD = {
    "draft": "On the older site this was a draft; publish it only if it was given out.",
    "auto-draft": "On the older site this was begun and never kept; publish it only if it was given out.",
    "pending": "On the older site this waited for approval; publish it only if it was given out.",
    "private": "On the older site only its own staff could read this; publish it only if it was given out.",
    "future": "On the older site this was to be published later; publish it only if it was given out.",
    "trash": "On the older site this lay in the trash; publish it only if it was given out.",
}
_UNKNOWN = (
    "The older site gives this the state “{status}”, which says nothing here; publish it only if it was given out."
)
_PASSWORD = Doubt("withheld", "On the older site this was behind a password; publish it only if it was given out.")


def state_of(post: Post) -> tuple[str, tuple[Doubt, ...]]:
    """Give ninjs' pubstatus, "usable" or "withheld", and for the second the reason."""
    if post.password.strip():
        return "withheld", (_PASSWORD,)
    if post.status == "publish":
        return "usable", ()
    sentence = _WITHHELD.get(post.status) or _UNKNOWN.format(status=post.status[:40])
    return "withheld", (Doubt("withheld", sentence),)
