"""Reads the press archives that lie beside the project, where they do, and scores the reading by their own scorer.

python tests/reading/scored.py [KIND …]     prints the figures; KIND is a folder: listings releases html pdf …
"""

import importlib.util
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.reading import read_paths

ARCHIVES = Path(__file__).parents[3] / "shared" / "archives"  # beside the checkout, never in it
FIELDS = ("found", "headline", "date", "place", "teaser", "attachments", "contacts")


@dataclass
class Scored:
    """What reading came to in the cases of one kind."""

    cases: int = 0
    counts: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0, 0] for name in FIELDS})
    releases: int = 0
    doubtful: int = 0
    undoubted_wrong: int = 0  # found and without a doubt, but with another date or headline, or no release at all
    errors: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        """Give the harmonic mean of precision and recall; 1 where nothing was expected nor found."""
        right, wrong, missed = self.counts[name]
        return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def score_kind(folder: Path) -> Scored:
    """Read every case of a folder by itself and score what came of it."""
    scorer = _scorer()
    out = Scored()
    for expected_file in sorted(folder.glob("*.json")):
        case = json.loads(expected_file.read_text(encoding="utf-8"))
        source = next((f for f in sorted(folder.glob(f"{expected_file.stem}.*")) if f.suffix != ".json"), None)
        if source is None or "releases" not in case:
            continue
        every = (record for reading in read_paths([source]) for record in reading.releases)
        records = [record.to_json() for record in every if record.pubstatus != "withheld"]  # the cases have no drafts
        predicted = [{**record, "body": record["text"]} for record in records]
        counts, errors = scorer.score_case(case, predicted)
        out.cases += 1
        out.errors += [f"{source.name}: {error}" for error in errors]
        for name in FIELDS:
            out.counts[name] = [a + b for a, b in zip(out.counts[name], counts[name], strict=True)]
        _weigh_doubts(out, scorer, case, predicted)
    return out


def _weigh_doubts(out: Scored, scorer: ModuleType, case: dict[str, Any], predicted: list[dict[str, Any]]) -> None:
    expected = case["releases"]
    of = {j: expected[i] for i, j in scorer.match(expected, predicted)}
    for number, record in enumerate(predicted):
        out.releases += 1
        out.codes.update(doubt["code"] for doubt in record["doubts"])
        if record["doubts"]:
            out.doubtful += 1
        elif number not in of or not _is_right(scorer, of[number], record):
            out.undoubted_wrong += 1
            out.errors.append(f"undoubted and wrong: {record['headline']!r:.60} {record['date']}")


def _is_right(scorer: ModuleType, expected: dict[str, Any], record: dict[str, Any]) -> bool:
    headlines = {scorer.norm_headline(h) for h in (expected["headline"], *(expected.get("headline_alt") or ()))}
    return expected["date"] == record["date"] and scorer.norm_headline(record["headline"]) in headlines


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", ARCHIVES / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def folders() -> list[Path]:
    """Give the folders of cases, real and written."""
    both = (ARCHIVES, ARCHIVES / "written")
    return [each for root in both if root.is_dir() for each in sorted(root.iterdir()) if any(each.glob("*.json"))]


def main() -> None:
    """Print a line a folder, and what was wrong."""
    for folder in folders():
        name = str(folder.relative_to(ARCHIVES))
        if name == "written" or (sys.argv[1:] and not any(word in name for word in sys.argv[1:])):
            continue
        scored = score_kind(folder)
        figures = " ".join(f"{each} {scored.f1(each):.3f}" for each in FIELDS)
        print(f"{name:<18} {scored.cases:>3} cases {scored.releases:>4} releases  {figures}")
        print(
            f"{'':<18} doubtful {scored.doubtful}, undoubted and wrong {scored.undoubted_wrong}  {dict(scored.codes)}"
        )
        for error in scored.errors[: 40 if sys.argv[1:] else 6]:
            print(f"{'':<20}{error}")


if __name__ == "__main__":
    main()
