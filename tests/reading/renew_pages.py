"""Writes the expected reading beside each page. Run by hand after a change, then read the difference by eye:

python tests/reading/renew_pages.py && git diff tests/reading/pages tests/reading/html
"""

import json
from pathlib import Path

from dateline.reading import read_paths

HERE = Path(__file__).parent
PAGES = (*sorted((HERE / "pages").glob("*.txt")), *sorted((HERE / "html").glob("*.html")))


def expected(page: Path) -> str:
    """Give the whole output for one page, without the place where it lies."""
    (reading,) = read_paths([page])
    output = {**reading.to_json(), "source": page.name}
    return json.dumps(output, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for page in PAGES:
        page.with_suffix(".json").write_text(expected(page), encoding="utf-8")
