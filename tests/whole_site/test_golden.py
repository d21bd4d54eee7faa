"""The whole public folder of a small newsroom, byte for byte: what is meant to change is renewed and read as text."""

import pytest
from whole_site.as_text import as_text, differences
from whole_site.kept import read_kept

pytestmark = pytest.mark.django_db  # the same bytes on every database
RENEW = "If this is meant: python -m pytest -n 0 tests/whole_site/renew_golden.py && git diff tests/whole_site/golden"


def test_the_newsroom_is_published_as_it_was_reviewed_last(told):
    told_apart = differences(read_kept(), as_text(told))
    assert not told_apart, "\n".join([RENEW, *told_apart])
