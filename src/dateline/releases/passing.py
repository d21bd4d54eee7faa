"""The model's last door: words may stand in public only while the verb that checked them holds it open."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_passed: ContextVar[frozenset[str]] = ContextVar("passed", default=frozenset())


@contextmanager
def passed(fingerprint: str) -> Iterator[None]:
    """Hold the door open for exactly the words with this fingerprint. Only `dateline.publishing` calls this."""
    token = _passed.set(_passed.get() | {fingerprint})
    try:
        yield
    finally:
        _passed.reset(token)


def has_passed(fingerprint: str) -> bool:
    """Say whether a verb has let these words through, here and now."""
    return fingerprint in _passed.get()
