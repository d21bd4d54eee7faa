"""Pictures as they are handed out: nothing but pixels, upright, in sRGB, in the widths that are asked for."""

import io

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from dateline.publishing.clean import pixels
from dateline.publishing.clean.copies import copies_of
from dateline.publishing.clean.image import clean_image
from dateline.publishing.clean.record import CannotClean

HIDDEN = "xylocamera"
WIDTHS = (640, 1280)


def written(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def photograph(width=1600, height=1200, kind="JPEG", mode="RGB", **how: object) -> bytes:
    return written(Image.effect_noise((width, height), 60).convert(mode), kind, **how)


def exif(orientation=1) -> Image.Exif:
    made = Image.Exif()
    made[0x010F], made[0x013B], made[0x9286] = HIDDEN, HIDDEN, HIDDEN
    made[0x0112] = orientation
    made[0x8825] = {1: "N", 2: (34.0, 3.0, 8.0), 3: "W", 4: (118.0, 14.0, 37.0)}
    return made


def screen_profile() -> bytes:
    """Give a profile with a maker's name, in which what is sent as red is seen as green."""
    profile = pixels.SRGB.replace(b"rXYZ", b"xxxx").replace(b"gXYZ", b"rXYZ").replace(b"xxxx", b"gXYZ")
    return profile.replace("sRGB".encode("utf-16-be"), HIDDEN[:4].encode("utf-16-be"))


def opened(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def hidden_in_png() -> bytes:
    text = PngInfo()
    text.add_text("Author", HIDDEN)
    text.add_itxt("XML:com.adobe.xmp", HIDDEN)
    return photograph(kind="PNG", pnginfo=text, exif=exif(), mode="L")


def two_behind_each_other() -> bytes:
    return written(
        Image.new("RGB", (800, 600), "white"), "MPO", save_all=True, append_images=[Image.new("RGB", (800, 600))],
        exif=exif(), comment=HIDDEN,
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        photograph(exif=exif(), comment=HIDDEN, xmp=f"<x>{HIDDEN}</x>".encode()),
        photograph() + HIDDEN.encode(),
        photograph(icc_profile=screen_profile()),
        hidden_in_png(),
        photograph(kind="WEBP", exif=exif(), xmp=HIDDEN.encode()),
        two_behind_each_other(),
    ],
    ids=["jpeg", "behind the end", "profile", "png", "webp", "another behind it"],
)
def test_no_copy_holds_what_the_file_told_beside_its_pixels(content):
    copies = copies_of(content, WIDTHS)
    for copy in (*copies.shown, copies.press, clean_image(content)):
        picture = opened(copy.content)
        assert HIDDEN.encode() not in copy.content and HIDDEN[:4].encode("utf-16-be") not in copy.content
        assert not picture.getexif() and not {"comment", "xmp", "exif"} & set(picture.info)
        assert picture.info.get("icc_profile", pixels.SRGB) == pixels.SRGB
        assert getattr(picture, "n_frames", 1) == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_whichever_way_the_camera_was_held(orientation):
    upright = Image.new("RGB", (60, 40), "white")
    upright.paste("red", (0, 0, 20, 20))  # the corner above, on the left
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    lying = upright.transpose(turns[orientation]) if orientation in turns else upright
    copies = copies_of(written(lying, "PNG", exif=exif(orientation)), WIDTHS)
    for copy in (*copies.shown, copies.press):
        assert (copy.width, copy.height) == (60, 40)
        assert opened(copy.content).convert("RGB").getpixel((10, 10)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("original", "shown"),
    [(4000, [640, 1280]), (1280, [640, 1280]), (900, [640, 900]), (790, [790]), (640, [640]), (300, [300]), (1, [1])],
)
def test_it_comes_in_two_widths_and_a_small_one_in_its_own(original, shown):
    copies = copies_of(photograph(original, 30), WIDTHS)
    assert [copy.width for copy in copies.shown] == shown
    assert (copies.press.width, copies.press.height) == (original, 30)
    assert [opened(copy.content).width for copy in copies.shown] == shown


def test_a_very_flat_one_keeps_a_line():
    assert [copy.height for copy in copies_of(photograph(4000, 2), WIDTHS).shown] == [1, 1]


def test_its_colours_are_brought_to_srgb_and_the_copy_for_print_says_so():
    content = written(Image.new("RGB", (800, 600), (250, 5, 5)), "JPEG", icc_profile=screen_profile(), quality=95)
    copies = copies_of(content, WIDTHS)
    for copy in (*copies.shown, copies.press, clean_image(content)):
        red, green, _ = opened(copy.content).getpixel((300, 300))
        assert green > 200 > 60 > red
    assert opened(copies.press.content).info["icc_profile"] == pixels.SRGB
    assert b"ICC_PROFILE" not in copies.shown[-1].content


@pytest.mark.parametrize("profile", [b"", b"nothing", pixels.SRGB[:200], ImageCms.ImageCmsProfile(
    ImageCms.createProfile("LAB")).tobytes()])  # fmt: skip
def test_a_profile_that_can_not_be_is_as_none(profile):
    content = written(Image.new("RGB", (40, 40), (200, 10, 10)), "PNG", icc_profile=profile)
    assert opened(copies_of(content, WIDTHS).press.content).getpixel((5, 5)) == (200, 10, 10)


def test_the_profile_of_srgb_tells_no_moment():
    assert pixels.SRGB[24:36] == bytes.fromhex("07d000010001000000000000")
    assert opened(photograph(icc_profile=pixels.SRGB)).info["icc_profile"] == pixels.SRGB


def test_inks_become_light():
    copies = copies_of(written(Image.new("CMYK", (700, 50), (0, 255, 255, 0)), "JPEG"), WIDTHS)
    for copy in (*copies.shown, copies.press):
        picture = opened(copy.content)
        assert picture.mode == "RGB" and picture.getpixel((30, 30))[0] > 200


def test_greys_of_sixteen_bits_keep_their_tones():
    grey = Image.new("I;16", (50, 50), 0x4000)
    assert opened(copies_of(written(grey, "PNG"), WIDTHS).press.content).convert("L").getpixel((9, 9)) == 0x40


def holed(mode: str) -> bytes:
    drawing = Image.new("RGBA", (700, 200), (0, 0, 0, 0))
    drawing.paste((0, 0, 0, 255), (0, 0, 350, 200))
    return written(drawing.convert(mode), "PNG")


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_shows_through_a_drawing_goes_on_to(mode):
    copies = copies_of(holed(mode), WIDTHS)
    for copy in (*copies.shown, copies.press):
        assert copy.media_type == "image/png"
        assert opened(copy.content).convert("RGBA").getpixel((copy.width - 9, 9))[3] == 0


def test_a_palette_with_a_colour_that_is_none_keeps_it():
    drawing = Image.new("P", (700, 50), 1)
    drawing.putpalette([0, 0, 0, 255, 0, 0])
    copies = copies_of(written(drawing, "PNG", transparency=1), WIDTHS)
    assert opened(copies.press.content).convert("RGBA").getpixel((9, 9))[3] == 0


def test_a_drawing_stays_png_and_a_photograph_that_came_as_one_is_lighter_on_the_page():
    drawing = copies_of(written(Image.new("RGB", (1400, 900), "teal"), "PNG"), WIDTHS)
    assert {copy.media_type for copy in (*drawing.shown, drawing.press)} == {"image/png"}
    for content in (photograph(kind="PNG"), written(opened(photograph()).convert("RGBA"), "PNG")):
        copies = copies_of(content, WIDTHS)
        assert [copy.media_type for copy in copies.shown] == ["image/jpeg"] * 2
        assert copies.press.media_type == "image/png"


def test_a_webp_is_handed_out_as_what_can_be_set_in_a_newspaper():
    assert copies_of(photograph(kind="WEBP"), WIDTHS).press.media_type == "image/jpeg"
    through = written(Image.new("RGBA", (700, 50), (0, 0, 0, 9)), "WEBP", lossless=True)
    assert copies_of(through, WIDTHS).press.media_type == "image/png"
    assert clean_image(photograph(kind="WEBP")).media_type == "image/webp"  # a file keeps the ending of its name


def test_the_copy_for_print_is_finer_than_those_for_the_page():
    content = photograph(1280, 900, quality=95, subsampling=0)
    copies = copies_of(content, WIDTHS)
    assert len(copies.press.content) > 1.2 * len(copies.shown[-1].content)
    assert opened(copies.press.content).layer[0][1:3] == (1, 1)  # its colours have as many places as its light


def cut_off() -> bytes:
    return photograph()[:4000]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (cut_off(), "damaged or cut off"),
        (b"", "damaged or cut off"),
        (b"<svg onload=alert(1)>", "damaged or cut off"),
        (written(Image.new("P", (9, 9)), "GIF"), "JPEG, PNG or WebP; this one is GIF"),
        (written(Image.new("1", (9_000, 9_000)), "PNG"), "more than 60 million pixels"),
        (written(Image.new("1", (20_000, 20_000)), "PNG"), "more than 60 million pixels"),
    ],
    ids=["cut", "empty", "drawing with code", "gif", "large", "bomb"],
)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_can_not_be_made_safe_is_refused_with_a_sentence(content, why):
    with pytest.raises(CannotClean, match=why):
        copies_of(content, WIDTHS)


def test_the_same_picture_gives_the_same_bytes():
    content = photograph(exif=exif(6))
    assert copies_of(content, WIDTHS) == copies_of(content, WIDTHS)
