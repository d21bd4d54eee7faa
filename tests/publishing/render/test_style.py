"""The stylesheet and its one colour that an organization sets: readable on paper by day and by night, or refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.publishing.render.contrast import DARK_PAPER, is_readable, on_dark_paper, on_paper, ratio, refusal
from dateline.publishing.render.style import ORDER, SHEETS, TOOLS, stylesheet, tools_stylesheet
from dateline.releases.accent import LEAST_RATIO, PAPER, contrast

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colours)
def test_any_accent_can_be_read_by_day_and_by_night_or_is_refused_with_a_shade_that_can(accent: str) -> None:
    if is_readable(accent):
        assert contrast(accent, PAPER) >= LEAST_RATIO
        assert contrast(on_dark_paper(accent), DARK_PAPER) >= LEAST_RATIO
        assert refusal(accent) == ""
    else:
        assert ratio(accent) < LEAST_RATIO
        assert is_readable(on_paper(accent))
        assert on_paper(accent) in refusal(accent)


@pytest.mark.parametrize("accent", ["", "red", "#fff", "#9c2a1a;}body{display:none", "#9c2a1g", "9c2a1a", "#9c2a1a\n"])
def test_what_is_no_colour_never_reaches_the_stylesheet(accent: str) -> None:
    assert "is not a colour" in refusal(accent)
    with pytest.raises(ValueError, match="can't be read"):
        stylesheet(accent)


def test_a_pale_accent_is_refused() -> None:
    with pytest.raises(ValueError, match="can't be read"):
        stylesheet("#ffcc00")


def test_ink_and_quiet_text_can_be_read_on_every_ground() -> None:
    css = "".join(path.read_text(encoding="utf-8") for path in (SHEETS / "page.css", SHEETS / "dark.css"))
    for ground_name, papers in (("paper", (PAPER, DARK_PAPER)), ("shade", re.findall(r"--shade: (#\w{6})", css))):
        for ink_name in ("ink", "quiet"):
            inks = re.findall(rf"--{ink_name}: (#\w{{6}})", css)
            assert len(inks) == len(papers) == 2
            for ink, ground in zip(inks, papers, strict=True):
                assert contrast(ink, ground) >= LEAST_RATIO, (ink_name, ground_name)


def test_the_address_changes_with_the_bytes_and_only_with_them() -> None:
    path, css = stylesheet("#9c2a1a")
    assert stylesheet("#9C2A1A") == (path, css)
    assert stylesheet("#1a4f9c")[0] != path
    assert re.fullmatch(r"/assets/site-[0-9a-f]{12}\.css", path)


@pytest.mark.parametrize("css", [stylesheet("#9c2a1a")[1].decode(), tools_stylesheet()[1].decode()])
def test_the_sheets_are_joined_without_loss(css: str) -> None:
    assert css.count("{") == css.count("}")
    assert "@{" not in css
    assert "/*" not in css


def test_every_sheet_is_in_one_of_the_two() -> None:
    assert sorted((*ORDER, *TOOLS)) == sorted(path.stem for path in SHEETS.glob("*.css"))
