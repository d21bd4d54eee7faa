import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serving.paths import file_of, public_path


@pytest.mark.parametrize(
    ("raw", "path", "file"),
    [
        (b"/", "/", "index.html"),
        (b"/2014/10/a-slug/", "/2014/10/a-slug/", "2014/10/a-slug/index.html"),
        (b"/feed.atom", "/feed.atom", "feed.atom"),
        (b"/caf%C3%A9.pdf", "/café.pdf", "café.pdf"),
        (b"/with%20space.pdf", "/with space.pdf", "with space.pdf"),
    ],
)
def test_a_path_names_one_file(raw, path, file):
    assert public_path(raw) == path
    assert file_of(path) == file


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"*", b"index.html", b"http://other.example/",
        b"/..", b"/../etc/passwd", b"/a/../../etc/passwd", b"/a/./b", b"/%2e%2e/etc/passwd", b"/a/%2E%2E/b",
        b"/a%2fb", b"/a%2Fb", b"/..%2f..%2fetc/passwd", b"/a%5cb", b"/a\\b", b"/..\\..\\etc",
        b"//other.example/", b"/a//b", b"/a%00", b"/a\x00", b"/a%0a", b"/a%0d%0aSet-Cookie:x", b"/%7f",
        b"/.env", b"/.press-lock", b"/a/.new-x", b"/%2egit/config",
        b"/_gone/2014/10/a-slug/index.html", b"/%5fgone/x/", b"/_",
        b"/\xff", b"/%ff", b"/%c0%ae%c0%ae/", b"/" + b"a" * 2_001,
        "/\u202egnp.exe".encode(),
    ],
)  # fmt: skip
def test_what_no_public_address_can_be_is_nothing(raw):
    assert public_path(raw) is None


@given(st.binary(max_size=60).map(lambda tail: b"/" + tail))
def test_no_bytes_at_all_lead_out_of_the_root(raw):
    path = public_path(raw)
    if path is not None:
        parts = file_of(path).split("/")
        assert path.startswith("/") and all(parts)
        assert not any(part.startswith(".") or "\\" in part or "\0" in part for part in parts)
        assert not file_of(path).startswith("_")
