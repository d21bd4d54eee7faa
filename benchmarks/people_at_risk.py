"""How often does preflight miss a person at risk, and how often does it cry wolf? And how fast is it?

    python benchmarks/people_at_risk.py [FOLDER…]

Measured on the written passages of tests/preflight/fixtures: a first set, of which every second one was held back while
rules were made; a later one, written to break the rules; and a last one, on which nothing was tuned. The last is the
hardest and the one to quote. Folders hold real texts that are harmless as far as anyone knows: of
those it says how many releases would be held for a person, by check. With --show it prints the passages that went wrong
(of those for tuning alone).
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from preflight.passages import Passage, passages

from dateline.preflight.fields import Field, fields_of_record
from dateline.preflight.finding import Finding
from dateline.preflight.run import PEOPLE_AT_RISK, people_at_risk
from dateline.reading import read_paths

SETS = (
    ("First set, the half on which rules were tuned", "first", False),
    ("First set, the half held back", "first", True),
    ("Later set, written to break the rules; rules were tuned on it then", "later", False),
    ("Last set, written after that; nothing was tuned on it", "last", True),
)


def found_in(passage: Passage) -> list[Finding]:
    """Give what all checks find in a passage."""
    return people_at_risk([Field("text", "In the text", passage.text)])


def is_met(passage: Passage) -> bool:
    """Say whether its own check finds the marked words, or a part of them."""
    start, end = passage.risk or (0, 0)
    return any(f.code == passage.code and f.span[0] < end and start < f.span[1] for f in found_in(passage))


def print_rates(of: Sequence[Passage], title: str) -> None:
    """Print misses by check, and false alarms by the look-alikes of each check, whichever check cried."""
    print(f"\n{title}\n{'check':<16}{'missed':>16}{'false alarms':>18}")
    for code in (*PEOPLE_AT_RISK, ""):
        own = [one for one in of if code in (one.code, "")]
        risky, harmless = [one for one in own if one.risk], [one for one in own if not one.risk]
        missed, alarms = sum(not is_met(one) for one in risky), sum(bool(found_in(one)) for one in harmless)
        print(f"{code or 'all':<16}{_rate(missed, len(risky)):>16}{_rate(alarms, len(harmless)):>18}")


def _rate(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part}/{whole})" if whole else "–"


def print_wrong(of: Iterable[Passage]) -> None:
    """Print the passages in which something was missed or wrongly found."""
    for one in of:
        found = found_in(one)
        if one.risk and not is_met(one):
            print(f"missed   {one.code}: {one.text}")
        if not one.risk and found:
            print(f"alarmed  {one.code} by {', '.join(f.code for f in found)}: {one.text}")


def print_real(folders: Sequence[Path]) -> None:
    """Read real texts and say how many of their releases would be held, and how long it took."""
    records = [record.to_json() for reading in read_paths(folders) for record in reading.releases]
    flagged, by_code = 0, Counter[str]()
    began = time.process_time()
    for record in records:
        findings = people_at_risk(fields_of_record(record))
        flagged += bool(findings)
        by_code.update({finding.code for finding in findings})
    seconds = time.process_time() - began
    size = sum(len(record["text"]) for record in records)
    print(f"\n{len(records):,} releases of real texts: {flagged} would be held ({dict(by_code.most_common())}).")
    print(
        f"{seconds / max(1, len(records)) * 1e6:,.0f} µs of processor a release of {size / max(1, len(records)):,.0f} characters."
    )


def main(arguments: Sequence[str]) -> None:
    """Print it all."""
    every = list(passages())
    if "--show" in arguments:
        print_wrong(one for one in every if not one.is_held_back)
    for title, when, is_held_back in SETS:
        print_rates([one for one in every if (one.when, one.is_held_back) == (when, is_held_back)], title)
    folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if folders:
        print_real(folders)


if __name__ == "__main__":
    main(sys.argv[1:])
