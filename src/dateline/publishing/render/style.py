"""The newsroom's one stylesheet, under an address that changes with its bytes."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from dateline.publishing.render.contrast import DARK_PAPER, PAPER, is_readable, on_dark_paper

SHEETS = Path(__file__).parents[2] / "site" / "css"
ORDER = ("page", "frame", "release", "lists", "coverage", "press", "archive", "dark", "print")


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
    text = re.sub(r"@\{([a-z-]+)\}", lambda m: colours[m[1]], _sheets())
    css = text.encode()
    return f"/assets/site-{hashlib.sha256(css).hexdigest()[:12]}.css", css


@lru_cache(maxsize=1)
def _sheets() -> str:
    """Join the sheets without comments and needless space: they are written for people, and sent to phones."""
    text = "\n".join((SHEETS / f"{name}.css").read_text(encoding="utf-8") for name in ORDER)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\s*([{};,])\s*", r"\1", text).replace(";}", "}").strip() + "\n"
