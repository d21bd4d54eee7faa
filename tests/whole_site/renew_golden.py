"""Writes the golden files anew. Run by hand after a change that is meant, then read the difference by eye:

python -m pytest -n 0 tests/whole_site/renew_golden.py && git diff tests/whole_site/golden
"""

from whole_site.as_text import as_text
from whole_site.kept import keep


def test_renew(told):
    keep(as_text(told))
