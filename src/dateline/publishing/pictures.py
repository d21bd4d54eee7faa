"""A picture as it is printed: its cleaned copies, each at an address. The same for a release and for the press page."""

from collections.abc import Callable, Sequence
from typing import Any

from dateline.publishing import cleaned
from dateline.publishing.cleaned import Kept

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


def print_picture(
    original: bytes, widths: Sequence[int], name: str, address: Callable[[str, str], str]
) -> dict[str, Any]:
    """Clean a picture and give its copies as they are kept: "press" is one, "shown" a list, the narrowest first.

    `address` is asked for the path of each copy, by its name and its hash. Raises CannotClean.
    """
    kept = cleaned.keep_picture(original, widths)
    return {
        "press": _told(kept.press, name, address),
        "shown": [_told(copy, f"{name} {copy.width}", address) for copy in kept.shown],
    }


def _told(copy: Kept, name: str, address: Callable[[str, str], str]) -> dict[str, Any]:
    return {
        "path": address(f"{name}.{_ENDINGS[copy.media_type]}", copy.sha256), "sha256": copy.sha256,
        "width": copy.width, "height": copy.height, "size_bytes": copy.size_bytes, "media_type": copy.media_type,
    }  # fmt: skip
