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
    is_held_back: bool  # every second one: rules were tuned on the others
    is_later: bool = False  # written when the rules stood, to break them


def passages() -> Iterator[Passage]:
    """Read every written passage. A line begins with + (⟦risk⟧ marked) or - (harmless)."""
    yield from _in(FIXTURES, is_later=False)
    yield from _in(FIXTURES / "later", is_later=True)


def _in(folder: Path, *, is_later: bool) -> Iterator[Passage]:
    for file in sorted(folder.glob("*.txt")):
        counts = {"+": 0, "-": 0}
        for line in file.read_text(encoding="utf-8").splitlines():
            sign, text = line[0], line[2:].replace("⏎", "\n")
            counts[sign] += 1
            risk = None
            if sign == "+":
                start, end = text.index("⟦"), text.index("⟧") - 1
                text, risk = text.replace("⟦", "").replace("⟧", ""), (start, end)
            yield Passage(file.stem.replace("_", "-"), text, risk, is_later or counts[sign] % 2 == 0, is_later)


def risky(code: str) -> list[Passage]:
    """Give the passages of a check in which someone is at risk, without those held back."""
    return [one for one in passages() if one.code == code and one.risk and not one.is_held_back]


def harmless(code: str) -> list[Passage]:
    """Give the look-alikes of a check, without those held back."""
    return [one for one in passages() if one.code == code and not one.risk and not one.is_held_back]


def spans_in(check, text: str) -> list[str]:
    """Give the words that a check marks."""
    return [text[found.span[0] : found.span[1]] for found in check(text)]
