"""Archives are folders: what is in them is read as what lies in a folder is, and nothing of them gets out of it."""

import bz2
import gzip
import io
import lzma
import os
import random
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from dateline.reading import Reading, read_paths
from dateline.reading.archives import unpack, unpacked
from dateline.reading.work import PREFIX

PAGE = """FOR IMMEDIATE RELEASE

{0}

RIVERTON, October 9, 2014 — The Riverton Tenants' Union said on Thursday that the repairs begin. {1}

###
"""


def page(headline: str, more: str = "") -> bytes:
    return PAGE.format(headline, more).encode()


def zipped(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*files: tuple[str, bytes] | tarfile.TarInfo, mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for each in files:
            if isinstance(each, tarfile.TarInfo):
                archive.addfile(each)
                continue
            info = tarfile.TarInfo(each[0])
            info.size = len(each[1])
            archive.addfile(info, io.BytesIO(each[1]))
    return out.getvalue()


def readings(tmp_path: Path, data: bytes, name: str = "press.zip") -> list[Reading]:
    (tmp_path / name).write_bytes(data)
    return list(read_paths([tmp_path / name]))


def headlines(found: list[Reading]) -> list[str | None]:
    return [release.headline for reading in found for release in reading.releases]


def errors(found: list[Reading]) -> list[str]:
    return [reading.error.what for reading in found if reading.error]


@pytest.mark.parametrize(
    "data",
    [
        zipped(("page 9.txt", page("Ninth")), ("page 10.txt", page("Tenth")), ("a/b.txt", page("Below"))),
        *(
            tarred(("page 10.txt", page("Tenth")), ("a/b.txt", page("Below")), ("page 9.txt", page("Ninth")), mode=mode)
            for mode in ("w", "w:gz", "w:bz2", "w:xz")
        ),
    ],
    ids=["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"],
)
def test_an_archive_is_read_in_natural_order_under_names_below_its_own(tmp_path: Path, data: bytes) -> None:
    found = readings(tmp_path, data, "no ending at all")
    assert headlines(found) == ["Below", "Ninth", "Tenth"]
    below = ["a/b.txt", "page 9.txt", "page 10.txt"]
    assert [reading.source for reading in found] == [f"{tmp_path}/no ending at all/{name}" for name in below]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_one_file_that_is_compressed_by_itself_is_read(tmp_path: Path, pack) -> None:
    found = readings(tmp_path, pack(page("Alone")), "release.txt.gz")
    assert headlines(found) == ["Alone"] and found[0].source.endswith("release.txt.gz/release.txt")


def test_an_archive_in_a_folder_is_read_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(page("The first"))
    (tmp_path / "2.zip").write_bytes(zipped(("x.txt", page("The second"))))
    (tmp_path / "3.txt").write_bytes(page("The third"))
    assert headlines(list(read_paths([tmp_path]))) == ["The first", "The second", "The third"]


def test_what_a_release_names_is_found_in_its_archive_and_in_another(tmp_path: Path) -> None:
    pdf = b"%PDF-1.4\n%%EOF\n"
    (tmp_path / "a.zip").write_bytes(
        zipped(
            ("in/1.txt", page("One", "Attached: letter_one.pdf")),
            ("in/letter_one.pdf", pdf + b"1"),
            ("z/letter_one.pdf", pdf),
        )
    )
    (tmp_path / "b.tar").write_bytes(tarred(("files/letter_two.pdf", pdf + b"2")))
    (tmp_path / "c.txt").write_bytes(page("Two", "Attached: letter_two.pdf"))
    given = {}
    for reading in read_paths([tmp_path]):
        given.update({name: path.read_bytes() for name, path in reading.files.items()})
        assert reading.error is None or "PDF" in reading.error.what
    assert given == {"letter_one.pdf": pdf + b"1", "letter_two.pdf": pdf + b"2"}


def test_what_is_in_an_archive_that_is_handed_out_itself_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "photos.zip").write_bytes(zipped(("1.jpg", b"\xff\xd8\xff\xe0 jpeg")))
    (tmp_path / "a.txt").write_bytes(page("With photos", "Attached: photos.zip"))
    assert errors(list(read_paths([tmp_path]))) == []


@pytest.mark.parametrize("inside", ["[Content_Types].xml", "mimetype"])
def test_a_zipped_document_is_no_folder(tmp_path: Path, inside: str) -> None:
    found = readings(tmp_path, zipped((inside, b"x"), ("word/document.xml", page("Never"))), "release.docx")
    assert len(found) == 1 and found[0].source.endswith("release.docx")


@pytest.mark.parametrize(
    "name", ["../out.txt", "a/../../out.txt", "..\\out.txt", "/../out.txt", "a/" * 60 + "out.txt", "C:\\..\\out.txt"]
)
def test_no_member_gets_out_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    for data in (zipped((name, b"out"), ("in.txt", page("In"))), tarred((name, b"out"), ("in.txt", page("In")))):
        found = readings(tmp_path, data)
        assert headlines(found) == ["In"] and any("leads outside" in error for error in errors(found))
        assert not list(tmp_path.rglob("out.txt"))


@pytest.mark.parametrize(
    "name", ["/press/a.txt", "C:\\press\\a.txt", "./press/a.txt", "press\\a.txt", "\\press\\a.txt"]
)
def test_a_root_or_a_drive_in_a_name_is_left_away(tmp_path: Path, name: str) -> None:
    found = readings(tmp_path, zipped((name, page("Rooted"))))
    assert [reading.source for reading in found] == [f"{tmp_path}/press.zip/press/a.txt"]


def link(name: str, to: str, kind: bytes = tarfile.SYMTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, to
    return info


def test_links_that_lead_out_are_said_and_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(page("The secret"))
    data = tarred(
        link("a.txt", str(secret)),
        link("b.txt", "../secret.txt"),
        link("c", str(tmp_path)),
        ("c/d.txt", page("Through the link")),
        link("hard.txt", str(secret), tarfile.LNKTYPE),
        ("e.txt", page("Here")),
        link("same.txt", "e.txt"),
        link("pipe", "", tarfile.FIFOTYPE),
        link("device", "", tarfile.CHRTYPE),
    )
    found = readings(tmp_path, data, "press.tar")
    assert sorted(filter(None, headlines(found))) == ["Here", "Through the link"]
    assert len([error for error in errors(found) if "link" in error]) == 4  # c became a folder of the archive's own
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "var") == ["press.tar", "secret.txt"]


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("passwd.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert any("link" in error for error in errors(readings(tmp_path, out.getvalue())))


def test_a_bomb_is_refused_whole_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "1.zip").write_bytes(zipped(("a.txt", page("Before the bomb")), ("bomb.txt", b"a" * 150_000_000)))
    (tmp_path / "2.gz").write_bytes(bz2.compress(b"a" * 150_000_000))
    (tmp_path / "3.zip").write_bytes(zipped(("b.txt", page("Elsewhere"))))
    found = list(read_paths([tmp_path]))
    assert headlines(found) == ["Elsewhere"]
    assert [error for error in errors(found) if "200 times" in error] == errors(found) and len(errors(found)) == 2


def test_too_many_bytes_and_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "Budget", lambda: unpack.Budget(bytes=1_000, files=5))
    (tmp_path / "1.zip").write_bytes(zipped(*((f"{n}.txt", b"x") for n in range(9))))
    (tmp_path / "2.zip").write_bytes(zipped(("a.txt", b"x" * 2_000)))
    found = list(read_paths([tmp_path]))
    assert len(errors(found)) == 2 and headlines(found) == []


def test_archives_in_archives_end_at_the_fourth(tmp_path: Path) -> None:
    data = zipped(("deep.txt", page("Too deep")))
    for level in range(4):
        data = zipped((f"{level}.txt", page(f"Level {level}")), ("inner.zip", data))
    found = readings(tmp_path, data)
    assert headlines(found) == ["Level 3", "Level 2", "Level 1", "Level 0"] or set(headlines(found)) == {
        "Level 0", "Level 1", "Level 2", "Level 3"
    }  # fmt: skip
    assert any("more than 4" in error for error in errors(found))


def test_an_archive_that_holds_itself_over_and_over_ends(tmp_path: Path) -> None:
    inner = zipped(*((f"{n}.txt", b"x") for n in range(3)))
    for _ in range(12):
        inner = zipped(("a.zip", inner), ("b.zip", inner))
    found = readings(tmp_path, inner)
    assert len(errors(found)) == 2**4


def test_a_locked_member_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    data = bytearray(zipped(("locked.txt", page("Locked")), ("open.txt", page("An open one"))))
    data[6] |= 1  # the flag in the member's own header, and in the list at the end
    data[data.index(b"PK\x01\x02") + 8] |= 1
    found = readings(tmp_path, bytes(data))
    assert headlines(found) == ["An open one"] and any("password" in error for error in errors(found))


def test_a_damaged_member_is_said_and_leaves_no_half_of_itself(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(30_000).hex().encode()
    data = bytearray(zipped(("a.txt", page("A")), ("b.txt", page("B") + noise), ("c.txt", page("C"))))
    data[data.index(b"b.txt") + 9_000] ^= 0xFF
    found = readings(tmp_path, bytes(data))
    assert headlines(found) == ["A", "C"] and any("damaged" in error for error in errors(found))


def test_a_tar_that_ends_in_the_middle_gives_what_came_before(tmp_path: Path) -> None:
    noise = random.Random(2).randbytes(90_000).hex().encode()
    data = tarred(("a.txt", page("A")), ("b.txt", page("B") + noise), ("c.txt", page("C")))
    for cut in (data[:3_000], gzip.compress(data)[:-20_000]):
        found = readings(tmp_path, cut, "press.tar")
        assert "A" in headlines(found) and any("damaged" in error for error in errors(found))


@pytest.mark.parametrize(
    "data",
    [zipped(("a.txt", page("A")))[:60], b"PK\x03\x04" + b"\x00" * 400, b"\x1f\x8b" + b"x" * 90],
    ids=["a cut zip", "a zip of nothing", "a gzip of noise"],  # a zip holds the second of its making
)
def test_an_archive_that_cannot_be_opened_is_said(tmp_path: Path, data: bytes) -> None:
    found = readings(tmp_path, data)
    assert headlines(found) == [] and len(errors(found)) == 1


@pytest.mark.parametrize("sign", [b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07\x00"])
def test_other_archives_are_refused_by_name(tmp_path: Path, sign: bytes) -> None:
    (error,) = errors(readings(tmp_path, sign + b"\x00" * 100))
    assert "zip and tar" in error


def test_two_members_of_one_name_are_both_read(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(("a.txt", page("The first")), ("a.txt", page("The second")))
    assert sorted(filter(None, headlines(readings(tmp_path, data)))) == ["The first", "The second"]


def test_names_too_long_for_a_disk_or_with_strange_letters_are_kept_apart(tmp_path: Path) -> None:
    names = [f"{'ñ' * 300}{n}.txt" for n in range(2)] + ["line\nbreak.txt"]
    found = readings(tmp_path, tarred(*((name, page(f"Release {n}")) for n, name in enumerate(names))))
    assert sorted(filter(None, headlines(found))) == ["Release 0", "Release 1", "Release 2"]
    assert all("\n" not in reading.source for reading in found)


def test_names_of_old_windows_archives_are_readable(tmp_path: Path) -> None:
    data = zipped(("comunicaXo.txt", page("Aviso"))).replace(b"comunicaXo", b"comunicaci\xa2"[:10])
    found = readings(tmp_path, zipped(("aXo.txt", page("Aviso"))).replace(b"aXo.txt", b"a\xa4o.txt"))
    assert found[0].source.endswith("/año.txt") and data


def test_the_same_archive_gives_the_same_names_and_bytes_each_time(tmp_path: Path) -> None:
    data = zipped(*((f"{n}/{'x' * 300}.txt", page(f"Release {n}")) for n in range(3)))
    first, second = readings(tmp_path, data), readings(tmp_path, data)
    assert [(a.source, a.text) for a in first] == [(b.source, b.text) for b in second]


def test_nothing_is_left_after_reading_and_what_a_kill_left_goes_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "a.zip").write_bytes(zipped(("a.txt", page("A"))))
    code = "import sys,time; from pathlib import Path; from dateline.reading import *; g=read_paths([Path(sys.argv[1])]); next(g); print(1,flush=True); time.sleep(60)"
    told = [sys.executable, "-c", code, str(tmp_path / "a.zip")]
    with subprocess.Popen(told, stdout=subprocess.PIPE, env={**os.environ, "TMPDIR": str(tmp_path / "tmp")}) as process:
        assert process.stdout is not None and process.stdout.readline()
        (left,) = (tmp_path / "tmp").glob(f"{PREFIX}*")
        os.utime(left, (time.time() - 3600,) * 2)
        list(read_paths([tmp_path / "a.zip"]))
        assert left.exists(), "another process is at work in it"
        os.kill(process.pid, signal.SIGKILL)
    list(read_paths([tmp_path / "a.zip"]))
    assert list((tmp_path / "tmp").iterdir()) == []
