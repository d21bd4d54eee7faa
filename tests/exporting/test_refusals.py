"""What an export is refused for, going out and coming in; and that nothing of a refused one is taken in."""

import json
import shutil
from pathlib import Path

import pytest
from build import make_newsroom, make_release
from exporting.moved import bytes_of, told_and_exported

from dateline.exporting import write
from dateline.exporting.restore.restore import restore
from dateline.exporting.write import export, is_export
from dateline.publishing.publish import publish
from dateline.releases.models import Newsroom, Organization, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    told_and_exported(tmp_path, lambda: publish(make_release()))
    return tmp_path / "export"


def refusal_of(folder: Path) -> str:
    with pytest.raises(Refused) as refused:
        restore(folder)
    assert not Newsroom.objects.exists() and not Release.objects.exists() and not Organization.objects.exists()
    return " ".join(refused.value.reasons)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path):
    make_newsroom()
    (tmp_path / "thesis.txt").write_text("Mine.")
    with pytest.raises(Refused, match="is no earlier export"):
        export(tmp_path)
    assert (tmp_path / "thesis.txt").read_text() == "Mine."


def test_an_earlier_export_is_replaced_as_a_whole(tmp_path: Path):
    release = make_release()
    publish(release)
    export(tmp_path / "out")
    (tmp_path / "out/markdown/left.md").write_text("From before.")
    export(tmp_path / "out")
    assert not (tmp_path / "out/markdown/left.md").exists()
    assert [each.name for each in tmp_path.iterdir() if "export" in each.name] == []


def test_an_export_that_fails_leaves_the_earlier_one(tmp_path: Path, monkeypatch):
    publish(make_release())
    export(tmp_path / "out")
    before = bytes_of(tmp_path / "out")

    def full(release):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "release_file", full)
    with pytest.raises(OSError, match="No space"):
        export(tmp_path / "out")
    assert bytes_of(tmp_path / "out") == before


def test_an_export_killed_between_two_renames_is_found_again(tmp_path: Path):
    publish(make_release())
    export(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / ".out.earlier-export")
    export(tmp_path / "out")
    assert is_export(tmp_path / "out") and not (tmp_path / ".out.earlier-export").exists()


def test_a_newsroom_that_is_not_empty_takes_no_export_in(exported: Path):
    make_newsroom("Night Bakers")
    with pytest.raises(Refused, match="an empty one only"):
        restore(exported)
    assert [room.title for room in Newsroom.objects.all()] == ["Night Bakers"]


def test_an_export_of_a_newer_shape_is_refused(exported: Path):
    manifest = json.loads((exported / "manifest.json").read_text())
    (exported / "manifest.json").write_text(json.dumps({**manifest, "version": 99}))
    assert "newer Dateline" in refusal_of(exported)


@pytest.mark.parametrize("name", ["record.jsonl", "record.schema.json", "digests.txt"])
def test_one_changed_byte_is_refused(exported: Path, name: str):
    content = (exported / name).read_bytes()
    (exported / name).write_bytes(content[:-2] + b"#" + content[-1:])
    assert "is damaged" in refusal_of(exported)


def test_a_missing_file_is_refused_by_its_name(exported: Path):
    (gone,) = exported.glob("markdown/**/*.md")
    gone.unlink()
    assert gone.name in refusal_of(exported)


@pytest.mark.parametrize(
    ("said", "instead", "why"),
    [
        ('"address":"/2024', '"address":"/../../2024', "the path"),
        ("<p>The board voted", "<p><script>x</script>The board voted", "markup"),
        ("The board voted four", "The board voted five", "another fingerprint"),
    ],
)
def test_a_record_that_could_do_harm_is_refused_although_its_digests_are_right(exported: Path, said, instead, why):
    record = (exported / "record.jsonl").read_text()
    assert said in record
    (exported / "record.jsonl").write_text(record.replace(said, instead))
    _digest_anew(exported)
    assert why in refusal_of(exported)


def test_a_folder_is_known_by_what_its_manifest_says_not_by_its_name(exported: Path, tmp_path: Path):
    moved = shutil.move(exported, tmp_path / "press things")
    assert is_export(Path(moved))
    (Path(moved) / "manifest.json").write_text('{"format": "another"}')
    assert not is_export(Path(moved))


def _digest_anew(folder: Path) -> None:
    names = [line.split("  ", 1)[1] for line in (folder / "digests.txt").read_text().splitlines()]
    lines = "".join(f"{write.digest_of(folder / name)}  {name}\n" for name in names)
    (folder / "digests.txt").write_text(lines)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["digests"] = write.digest_of(folder / "digests.txt")
    (folder / "manifest.json").write_text(json.dumps(manifest))
