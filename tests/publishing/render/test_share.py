"""The picture beside a shared link: always of one size, its headline whole."""

import io

import pytest
from PIL import Image, ImageChops
from publishing.render.every_page import make_release, make_room

from dateline.publishing.render.contrast import PAPER
from dateline.publishing.render.share import HEIGHT, WIDTH, share_of
from dateline.publishing.render.typeset import typeset_png

LONG = "Eight organizations ask the Council to pass the heat ordinance before the winter " * 5
EDGE = 60  # pixels around the type that stay paper


def shared(headline: str = "Rent board votes", **room: object) -> bytes:
    return typeset_png(share_of(make_room(**room), make_release(headline=headline)))


def ink(picture: bytes) -> tuple[int, int, int, int]:
    """Give the box around everything that is not paper."""
    with Image.open(io.BytesIO(picture)) as opened:
        shown = opened.convert("RGB")
    paper = Image.new("RGB", shown.size, shown.getpixel((0, 0)))
    return ImageChops.difference(shown, paper).getbbox()


@pytest.mark.parametrize("headline", ["Rent", LONG, LONG.replace(" ", ""), "中文标题", "عنوان", "😀 Rent", ""])
def test_whatever_the_headline_it_is_of_one_size_and_nothing_runs_over_its_edge(headline: str) -> None:
    picture = shared(headline)
    with Image.open(io.BytesIO(picture)) as opened:
        assert opened.size == (WIDTH, HEIGHT)
    left, top, right, bottom = ink(picture)
    assert left >= EDGE and top >= EDGE and right <= WIDTH - EDGE and bottom <= HEIGHT - EDGE


def test_a_headline_too_long_to_be_read_ends_at_a_word() -> None:
    told = share_of(make_room(), make_release(headline=LONG * 2)).told["headline"]
    assert told.endswith("…")
    assert told[:-1].split()[-1] in LONG.split()


def test_a_headline_that_cant_be_set_is_not_shown_in_part() -> None:
    told = share_of(make_room(), make_release(headline="中文标题 and more")).told
    assert (told["headline"], told["kind"]) == ("Press release", "")
    assert share_of(make_room(), make_release(headline="😀 Rent")).told["headline"] == "Rent"


def test_it_wears_the_newsrooms_accent_on_its_paper() -> None:
    with Image.open(io.BytesIO(shared(accent="#0b3d91"))) as opened:
        colours = {colour for _, colour in opened.convert("RGB").getcolors(1_000_000)}
    assert (0x0B, 0x3D, 0x91) in colours
    paper = tuple(int(PAPER[at : at + 2], 16) for at in (1, 3, 5))
    assert any(all(abs(one - other) <= 2 for one, other in zip(colour, paper, strict=True)) for colour in colours)


def test_it_weighs_little_and_its_key_stands_in_it() -> None:
    manuscript = share_of(make_room(), make_release())
    picture = typeset_png(manuscript)
    assert len(picture) < 80_000
    assert manuscript.is_set_in(picture)
