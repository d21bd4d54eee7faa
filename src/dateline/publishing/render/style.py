"""The newsroom's stylesheet, and one for the few pages that are tools; their addresses change with their bytes."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from dateline.publishing.render.contrast import DARK_PAPER, PAPER, is_readable, on_dark_paper

SHEETS = Path(__file__).parents[2] / "site" / "css"
ORDER = ("page", "frame", "release", "lists", "coverage", "dark", "print")
TOOLS = ("archive", "search", "press")  # what no release, list or front page has; no phone fetches it for those


@lru_cache(maxsize=64)
def stylesheet(accent: str) -> tuple[str, bytes]:
    """Give the stylesheet's path and bytes for an accent ("#rrggbb"); refuse one that can't be read on paper."""
    if not is_readable(accent):
        raise ValueError(f"accent {accent!r} can't be read on paper")
    colours = {
        "accent": accent.lower(),
        "paper": PAPER,
        "dark-accent": on_dark_paper(accent),
        "dark-paper": DARK_PAPER,
    }
    text = re.sub(r"@\{([a-z-]+)\}", lambda m: colours[m[1]], _joined(ORDER))
    return _addressed("site", text.encode())


@lru_cache(maxsize=1)
def tools_stylesheet() -> tuple[str, bytes]:
    """Give the path and bytes of the second sheet, the same for every accent; it comes before the first."""
    return _addressed("tools", _joined(TOOLS).encode())


def _addressed(name: str, css: bytes) -> tuple[str, bytes]:
    return f"/assets/{name}-{hashlib.sha256(css).hexdigest()[:12]}.css", css


def _joined(names: tuple[str, ...]) -> str:
    """Join the sheets without comments and needless space: they are written for people, and sent to phones."""
    text = "\n".join((SHEETS / f"{name}.css").read_text(encoding="utf-8") for name in names)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\s*([{};,])\s*", r"\1", text).replace(";}", "}").strip() + "\n"
