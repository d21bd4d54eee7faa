"""What cannot be read is said in a sentence, and the rest is read."""

import os
import resource
import subprocess
import sys

import pytest

from dateline.reading import read_paths

GOOD = "For Immediate Release\nMarch 3, 2014\n\nWell Dug in Corvel\n\nThe well is nine meters deep.\n\n###\n"


def only(path):
    (reading,) = read_paths([path])
    return reading


def refusal_of(path):
    reading = only(path)
    assert reading.releases == () and reading.marks == () and reading.leftovers == ()
    assert reading.error is not None and str(path) in reading.error.where and reading.error.todo
    return reading.error.what


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t ", "white space"),
        ("nul.txt", b"Well dug\x00in Corvel", "NUL"),
        ("a.pdf", b"%PDF-1.4 ...", "PDF"),
        ("named-as-text.txt", b"%PDF-1.4 ...", "PDF"),
        ("a.docx", b"PK\x03\x04....", "damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n....", "picture"),
        ("cut.xml", b"<?xml version='1.0'?>\n<!-- An export of this site. -->\n<!-- Import it. -->\n", "XML"),
        ("noise.txt", bytes(range(1, 7)) * 50, "not a text"),
        ("half.txt", b"\xff\xfeW\x00\x00\xd8", "no encoding"),
    ],
)
def test_no_text_is_refused_by_name(tmp_path, name, data, what):
    path = tmp_path / name
    path.write_bytes(data)
    assert what in refusal_of(path)


def test_a_missing_file_is_refused(tmp_path):
    assert "no such file" in refusal_of(tmp_path / "gone.txt")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in refusal_of(tmp_path / "pipe")


def test_a_text_above_the_limit_is_refused_whole_and_never_held(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"Well dug in Corvel\n" * 5000)
        file.seek(500_000_000)  # a hole: nothing beyond the first bytes is looked at before the size is known
        file.write(b".")
    # Not getrusage: its peak is handed down from the process that starts this one, however large that was.
    program = (
        "import sys;from pathlib import Path;from dateline.reading import read_paths;"
        "print([r.error.what for r in read_paths([Path(sys.argv[1])])],"
        "int(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])//1024)"
    )
    said = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True).stdout
    assert "500 MB" in said and int(said.split()[-1]) < 300


def test_a_text_of_too_many_lines_is_refused(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("a\n" * 70_000)
    assert "70000 lines" in refusal_of(path)


def test_the_limit_itself_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.reading.formats.text.MAX_TEXT_BYTES", 200)
    (tmp_path / "at.txt").write_text("a" * 200)
    (tmp_path / "above.txt").write_text("a" * 201)
    above, at = sorted(read_paths([tmp_path]), key=lambda r: r.source)
    assert at.error is None and above.error is not None


def test_a_line_of_a_million_characters_is_read(tmp_path):
    path = tmp_path / "line.txt"
    path.write_text("Well dug in Corvel (May 3, 2014) – " + "deep " * 200_000)
    assert only(path).error is None


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859_15", "mac_roman"])
def test_an_old_encoding_is_decoded_said_and_doubted(tmp_path, encoding):
    text = (
        "COMUNICADO DE PRENSA\n\nLa presa de Corvel está llena y nadie avisó a los vecinos de la ribera\n\n"
        "Corvel, 3 de marzo de 1999.- La asociación de vecinos pidió ayer que se abran las compuertas "
        "antes de la próxima lluvia, según informó su presidente, Íñigo Muñoz.\n"
    )
    path = tmp_path / "vieja.txt"
    path.write_bytes(text.encode(encoding))
    reading = only(path)
    assert reading.encoding not in (None, "utf-8")
    assert [d.code for d in reading.releases[0].doubts] == ["encoding"]


def test_a_byte_order_mark_is_no_character(tmp_path):
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert only(path).encoding == "utf-8" and only(path).text == GOOD


def test_one_bad_source_does_not_stop_the_rest(tmp_path):
    (tmp_path / "1.txt").write_bytes(b"\x00")
    (tmp_path / "2.txt").write_text(GOOD)
    (tmp_path / "3.txt").write_bytes(b"")
    (tmp_path / "10.txt").write_text(GOOD)
    readings = list(read_paths([tmp_path]))
    assert [(r.path.name, len(r.releases)) for r in readings if r.error is None] == [("2.txt", 1), ("10.txt", 1)]
    assert [r.path.name for r in readings if r.error] == ["1.txt", "3.txt"]


def test_a_link_in_a_circle_is_said_once_and_left(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "good.txt").write_text(GOOD)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    readings = list(read_paths([tmp_path]))
    assert [len(r.releases) for r in readings if r.error is None] == [1]
    assert len([r for r in readings if r.error and "leads back" in r.error.what]) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may enter every folder")
def test_a_folder_without_permission_is_said(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        assert "may not be opened" in refusal_of(closed)
    finally:
        closed.chmod(0o700)


def test_a_folder_that_may_not_be_listed_is_said(tmp_path, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dateline.reading.walk.os.listdir", refused)
    assert "may not be opened" in refusal_of(tmp_path)


def test_hidden_files_and_the_newsrooms_settings_are_no_sources(tmp_path):
    (tmp_path / ".hidden.txt").write_text(GOOD)
    (tmp_path / "newsroom.toml").write_text('name = "Corvel Wells"\n')
    assert list(read_paths([tmp_path])) == []


def test_a_file_that_a_release_names_is_its_attachment(tmp_path):
    (tmp_path / "A map.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.4")
    text = "Wells Mapped\n\n(May 3, 2014, Corvel) – The map is out. A map.pdf Continue reading\n"
    (tmp_path / "z.txt").write_text(text)
    readings = {r.path.name: r for r in read_paths([tmp_path])}
    assert (readings["A map.pdf"].format, readings["A map.pdf"].error) == ("attachment", None)
    assert readings["other.pdf"].error is not None


def test_markup_in_a_text_is_text(tmp_path):
    path = tmp_path / "markup.txt"
    path.write_text(GOOD.replace("Well Dug", "<script>Well</script> Dug"))
    assert only(path).releases[0].headline == "<script>Well</script> Dug in Corvel"


def test_memory_stays_small_over_many_sources(tmp_path):
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(GOOD * 400)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for reading in read_paths([tmp_path]):
        assert reading.error is None
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000
