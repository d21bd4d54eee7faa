"""The ground on which an import stands, as in intake's own tests."""

from intake.conftest import ground

__all__ = ["ground"]
