"""Whether an accent can be read on paper, and the shade of it that can be read on dark paper (WCAG 2.2, 1.4.3)."""

import re
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from dateline.releases.accent import LEAST_RATIO, PAPER, contrast

DARK_PAPER = "#171614"
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
COMFORTABLE_RATIO = 6.0  # at 4.5 a lightened accent looked dull beside pale ink
_STEPS = 100


def is_readable(accent: str) -> bool:
    """Say whether text in this colour ("#rrggbb") can be read on paper; anything else than a colour can't."""
    return bool(_HEX.fullmatch(accent)) and contrast(accent, PAPER) >= LEAST_RATIO


def ratio(accent: str) -> float:
    """Give an accent's contrast on paper, 1 to 21."""
    return contrast(accent, PAPER)


def refusal(accent: str) -> str:
    """Say in a sentence why a colour can't be the accent and which shade of it could; "" where it can."""
    if not _HEX.fullmatch(accent):
        return f"{accent!r} is not a colour: write it as # and six digits, for instance #8a1c1c."
    if is_readable(accent):
        return ""
    return (
        f"{accent} can't be read on paper: its contrast is {ratio(accent):.1f} to 1, and text needs "
        f"{LEAST_RATIO} to 1. The nearest shade that can be read is {on_paper(accent)}."
    )


@lru_cache(maxsize=256)
def on_paper(accent: str) -> str:
    """Give the accent, darkened as far as paper needs."""
    return _lit(accent, PAPER, LEAST_RATIO, range(0, -_STEPS - 1, -1))


@lru_cache(maxsize=256)
def on_dark_paper(accent: str) -> str:
    """Give the accent, lightened as far as dark paper needs: no one colour can be read on both."""
    return _lit(accent, DARK_PAPER, COMFORTABLE_RATIO, range(_STEPS + 1))


def _lit(colour: str, ground: str, least: float, steps: range) -> str:
    """Give the colour in the first light, of the steps from its own, that can be read on the ground."""
    hue, light, saturation = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    for step in steps:
        lit = min(1.0, max(0.0, light + step / _STEPS))
        shade = "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, lit, saturation))
        if contrast(shade, ground) >= least:
            break
    return shade
