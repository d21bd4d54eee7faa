import os

import pytest

from dateline.serving.folder import HOT_BYTES, HOT_FILE_BYTES, Folder
from dateline.serving.headers import public_headers

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_page_is_answered_with_strict_headers_and_no_cookie(ask, write):
    write("2014/10/a-slug/index.html", "<!doctype html><p>said")
    reply = ask("/2014/10/a-slug/")
    assert reply.status == 200
    assert reply.body == b"<!doctype html><p>said"
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.headers["content-length"] == str(len(reply.body))
    assert reply.headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["cache-control"] == "public, no-cache"
    assert "set-cookie" not in reply.headers
    assert "server" not in reply.headers


def test_a_query_changes_nothing(ask, write):
    write("index.html", "front")
    assert ask("/?utm_source=x&../..").body == b"front"


def test_a_renamed_file_is_answered_from_the_next_request_on(ask, write):
    write("index.html", "before")
    first = ask("/")
    write("index.html", "after!")  # as long as before: only the time and the inode tell
    second = ask("/")
    assert (first.body, second.body) == (b"before", b"after!")
    assert first.headers["etag"] != second.headers["etag"]


def test_a_removed_file_is_gone_from_memory_too(ask, write):
    file = write("2014/10/a-slug/index.html")
    assert ask("/2014/10/a-slug/").status == 200
    file.unlink()
    assert ask("/2014/10/a-slug/").status == 404


def test_what_a_reader_has_is_not_sent_again(ask, write):
    write("index.html", "front")
    reply = ask("/")
    for headers in (
        {"if_none_match": reply.headers["etag"]},
        {"if_none_match": f'"other", W/{reply.headers["etag"]}'},
        {"if_none_match": "*"},
        {"if_modified_since": reply.headers["last-modified"]},
    ):
        again = ask("/", **headers)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == reply.headers["etag"]
        assert "content-security-policy" in again.headers


def test_a_condition_that_no_longer_holds_or_means_nothing_gets_the_page(ask, write):
    write("index.html", "front")
    modified = ask("/").headers["last-modified"]
    for headers in (
        {"if_none_match": '"other"'},
        {"if_none_match": '"other"', "if_modified_since": modified},  # the tag decides (RFC 9110, 13.1.3)
        {"if_modified_since": "Mon, 01 Jan 2001 00:00:00 GMT"},
        {"if_modified_since": "yesterday"},
        {"if_modified_since": "Mon, 01 Jan 99999 00:00:00 GMT"},
    ):
        assert ask("/", **headers).body == b"front"


def test_the_same_bytes_have_the_same_tag_after_everything_is_published_anew(ask, write):
    file = write("index.html", "front")
    tag = ask("/").headers["etag"]
    write("index.html", "front")
    os.utime(file, (1, 1))
    assert ask("/").headers["etag"] == tag


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])
def test_nothing_but_reading_is_answered(ask, write, method):
    write("index.html")
    reply = ask("/", method)
    assert reply.status == 405
    assert reply.headers["allow"] == "GET, HEAD"


def test_a_folder_without_its_slash_moves_there(ask, write):
    write("2014/10/a-slug/index.html")
    reply = ask("/2014/10/a-slug")
    assert (reply.status, reply.headers["location"]) == (301, "/2014/10/a-slug/")
    assert ask("/2014/10/a-slug/index.html").headers["location"] == "/2014/10/a-slug/"
    assert ask("/2014").status == 404  # a folder without a page of its own


def test_links_out_of_the_root_are_not_followed(ask, write, public_root, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("unborn")
    write("2014/index.html")
    (public_root / "link.txt").symlink_to(secret)
    (public_root / "folder").symlink_to(tmp_path)
    (public_root / "round").symlink_to(public_root / "round")
    (public_root / "inside").symlink_to(public_root / "2014")
    for path in ("/link.txt", "/folder/secret.txt", "/folder/var/private/", "/round", "/round/"):
        assert ask(path).status == 404
    assert ask("/inside/").status == 200


def test_a_root_beside_another_with_a_longer_name_is_not_mistaken_for_it(tmp_path):
    (tmp_path / "public-draft").mkdir()
    (tmp_path / "public-draft/page.html").write_text("unborn")
    (tmp_path / "public").mkdir()
    (tmp_path / "public/page.html").symlink_to(tmp_path / "public-draft/page.html")
    assert Folder(tmp_path / "public", public_headers).find("page.html") is None


def test_a_pipe_in_the_folder_does_not_stop_the_server(ask, public_root):
    os.mkfifo(public_root / "pipe")
    assert ask("/pipe").status == 404


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("es/feed.rss", "application/rss+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap-en-2014-10.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("2014/10/a/a.txt", "text/plain; charset=utf-8"),
        ("2014/10/a/release.json", "application/json; charset=utf-8"),
        ("assets/site-0123456789ab.css", "text/css; charset=utf-8"),
        ("2014/10/a/a.pdf", "application/pdf"),
        ("2014/10/a/photo.webp", "image/webp"),
        ("2014/10/a/event.ics", "text/calendar; charset=utf-8"),
        ("2014/10/a/unknown.zzz", "application/octet-stream"),
        ("2014/10/a/packed-txt.gz", "application/octet-stream"),
    ],
)
def test_a_type_is_the_same_on_every_machine(ask, write, file, kind):
    write(file, "words")
    assert ask("/" + file).headers["content-type"] == kind


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.svg", "a.xml", "a.xhtml", "a.js"])
def test_what_a_browser_executes_is_saved_instead(ask, write, name):
    write(f"2014/10/a/{name}", "<script>alert(1)</script>")
    assert ask(f"/2014/10/a/{name}").headers["content-disposition"].startswith("attachment")


def test_what_is_ours_is_shown(ask, write):
    for file in (
        "sitemap.xml",
        "sitemap-en-2014-10.xml",
        "favicon.svg",
        "assets/mark-0123456789ab.svg",
        "feed.atom",
        "2014/10/a/a.pdf",
    ):
        write(file, "words")
        assert "content-disposition" not in ask("/" + file).headers


def test_hashed_parts_are_kept_for_a_year(ask, write):
    write("assets/site-0123456789ab.css", "p{}")
    assert "immutable" in ask("/assets/site-0123456789ab.css").headers["cache-control"]


def test_a_large_file_is_streamed_whole_and_not_kept(ask, write, public_root):
    content = os.urandom(HOT_FILE_BYTES + 300_000)
    write("2014/10/a/a.pdf", content)
    assert ask("/2014/10/a/a.pdf").body == content
    assert ask("/2014/10/a/a.pdf", "HEAD").headers["content-length"] == str(len(content))


def test_memory_is_bounded(tmp_path):
    folder = Folder(tmp_path, public_headers)
    each = HOT_FILE_BYTES // 2
    for number in range(2 * HOT_BYTES // each + 5):
        (tmp_path / f"{number}.txt").write_bytes(b"x" * each)
        assert folder.find(f"{number}.txt")
    assert folder._kept_bytes <= HOT_BYTES
    assert folder._kept_bytes == each * len(folder._kept)
