"""The press archives beside the checkout, where they lie: what reading has come to there is a floor. Elsewhere it is skipped."""

import pytest

from reading.scored import ARCHIVES, FIELDS, folders, score_kind

CASES = {str(folder.relative_to(ARCHIVES)): folder for folder in folders() if folder.name != "written"}

# F1 of found, headline, date, place, teaser, attachments, contacts; then the share of doubtful releases. 0.005 below what is reached.
FLOORS = {
    "feeds": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.0),
    "html": (0.995, 0.995, 0.995, 0.935, 0.995, 0.995, 0.995, 0.09),
    "listings": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.04),
    "releases": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.55),
    "warc": (0.98, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.1),
    "wxr": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.0),
    "written/docx": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.25),
    "written/html": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.0),
    "written/listings": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.08),
    "written/mail": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.0),
    "written/pdf": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.2),
    "written/releases": (0.995, 0.995, 0.995, 0.995, 0.995, 0.995, 0.985, 0.08),
}


@pytest.mark.skipif(not CASES, reason="no archives lie beside this checkout")
@pytest.mark.parametrize("name", CASES or ["none"])
def test_reading_is_as_good_as_it_was(name):
    scored = score_kind(CASES[name])
    *floors, most_doubtful = FLOORS[name]  # a new kind of case needs a floor
    for field, floor in zip(FIELDS, floors, strict=True):
        assert scored.f1(field) >= floor, (field, scored.errors)
    assert scored.doubtful <= most_doubtful * scored.releases, scored.codes
    assert scored.undoubted_wrong == (1 if name == "warc" else 0), scored.errors
