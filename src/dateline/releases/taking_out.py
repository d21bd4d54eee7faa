"""The one door through which a version may change: something is taken out of it to protect a person.

Everything else about a version is for good. The door opens for one release's versions at a time, and `Version.save`
asks it; no other way of the ORM has one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_open_for: ContextVar[int | None] = ContextVar("open_for", default=None)


@contextmanager
def taking_out(release_id: int) -> Iterator[None]:
    """Hold the door open for the versions of this release. Only `dateline.publishing.redact` comes here."""
    token = _open_for.set(release_id)
    try:
        yield
    finally:
        _open_for.reset(token)


def is_being_taken_out(release_id: int) -> bool:
    """Say whether a redaction of this release is under way, here and now."""
    return _open_for.get() == release_id
