"""An accent must be readable on the newsroom's paper (WCAG 2.2, 1.4.3: 4.5 to 1)."""

import re

PAPER = "#fffdf8"
LEAST_RATIO = 4.5


def contrast_complaint(accent: str) -> str:
    """Say why a colour can't be the accent; "" where it can, and where it is none: its field says so."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", accent):
        return ""
    ratio = contrast(accent, PAPER)
    if ratio >= LEAST_RATIO:
        return ""
    return (
        f"{accent} has a contrast of {ratio:.1f} to 1 on paper; text needs {LEAST_RATIO} to 1. "
        "Choose a darker shade of it."
    )


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21, by WCAG's definition of relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
