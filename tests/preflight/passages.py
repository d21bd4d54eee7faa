"""The written passages of tests/preflight/fixtures: each with the people at risk in it marked, or harmless and alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Passage:
    """One passage, for one check."""

    code: str  # of the check that it is for
    text: str
    risk: tuple[int, int] | None  # where the person at risk stands; None: harmless
    is_held_back: bool  # no rule was tuned on it: every second of the first, and all of the last
    when: str  # "first": before the rules; "later": when they stood, to break them; "last": nothing was tuned on these


def passages() -> Iterator[Passage]:
    """Read every written passage. A line begins with + (⟦risk⟧ marked) or - (harmless)."""
    yield from _in(FIXTURES, "first")
    yield from _in(FIXTURES / "later", "later")
    yield from _in(FIXTURES / "last", "last")


def _in(folder: Path, when: str) -> Iterator[Passage]:
    for file in sorted(folder.glob("*.txt")):
        counts = {"+": 0, "-": 0}
        for line in file.read_text(encoding="utf-8").splitlines():
            sign, text = line[0], line[2:].replace("⏎", "\n")
            counts[sign] += 1
            risk = None
            if sign == "+":
                start, end = text.index("⟦"), text.index("⟧") - 1
                text, risk = text.replace("⟦", "").replace("⟧", ""), (start, end)
            yield Passage(
                file.stem.replace("_", "-"),
                text,
                risk,
                when == "last" or (when == "first" and counts[sign] % 2 == 0),
                when,
            )


def risky(code: str) -> list[Passage]:
    """Give the passages of a check in which someone is at risk, of the first set, without those held back."""
    return [one for one in passages() if one.code == code and one.risk and one.when == "first" and not one.is_held_back]


def harmless(code: str) -> list[Passage]:
    """Give the look-alikes of a check, of the first set, without those held back."""
    return [
        one for one in passages() if one.code == code and not one.risk and one.when == "first" and not one.is_held_back
    ]


def spans_in(check, text: str) -> list[str]:
    """Give the words that a check marks."""
    return [text[found.span[0] : found.span[1]] for found in check(text)]
