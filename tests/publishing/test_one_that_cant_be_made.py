"""An error in one release never stops the others: it is reported, its old file stays, and everything else is made."""

from datetime import date
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from click.testing import CliRunner
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models

from dateline.commands import publish as publish_module
from dateline.publishing.addresses import Output
from dateline.publishing.everything import publish_everything
from dateline.publishing.models import Owed
from dateline.publishing.owe import owe
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.releases.models import Attachment, Newsroom, Release, ReleaseAttachment, Version

pytestmark = pytest.mark.django_db
BROKEN = "2024/05/with-a-file"


def root() -> Path:
    return Path(settings.DATELINE_PUBLIC_ROOT)


def lose_the_file(release: Release) -> None:
    """Let the private folder lose the copy that a release hands out."""
    sha256 = release.current.words["printed"]["files"][0]["sha256"]
    (Path(settings.MEDIA_ROOT) / "cleaned" / sha256[:2] / sha256).unlink()


def corrupt_the_row(release: Release) -> None:
    """Let a hand at the database take out of a version what was printed with its words."""
    words = {name: value for name, value in release.current.words.items() if name != "printed"}
    models.QuerySet(Version).filter(pk=release.current_id).update(words=words)


@pytest.fixture(params=[lose_the_file, corrupt_the_row])
def broken(request) -> Release:
    """Three releases in public, of which the one in the middle can't be made again."""
    room = make_newsroom()
    attachment = Attachment.objects.create(title="Log", file=ContentFile(b"No heat.", name="log.txt"))
    for headline in ("Before", "With a file", "Yet another"):
        release = make_release(room, headline=headline, dated_on=date(2024, 5, 6))
        if headline == "With a file":
            release.release_attachments.add(ReleaseAttachment(attachment=attachment))
        publish(release, at=AT)
    settle()
    release = Release.objects.get(headline="With a file")
    assert (root() / BROKEN / "log.txt").read_bytes() == b"No heat."
    request.param(release)
    # The newsroom is renamed: every page must be made anew.
    room = Newsroom.objects.get()
    room.title = "Renamed Union"
    room.save()
    return release


def named() -> set[str]:
    """Name the releases whose pages say the newsroom's new name."""
    return {page.parent.name for page in root().glob("2024/05/*/index.html") if "Renamed Union" in page.read_text()}


def what_all_must_show(broken: Release) -> None:
    assert named() == {"before", "yet-another"}
    assert "Renamed Union" in (root() / "archive/index.html").read_text()
    assert (root() / BROKEN / "index.html").exists() and (root() / BROKEN / "log.txt").read_bytes() == b"No heat."
    assert (root() / BROKEN / "release.pdf").exists()
    owed = dict(Owed.objects.exclude(why="").values_list("output", "why"))
    assert any(str(broken.uid) in output for output in owed), owed
    assert all(why.startswith(("FileNotFoundError", "KeyError")) for why in owed.values())


def test_what_is_owed_is_paid_but_for_what_cant_be_made(broken):
    settle()
    what_all_must_show(broken)


def test_a_release_that_cant_be_made_keeps_no_other_waiting(broken):
    Owed.objects.all().delete()
    pages = [root() / f"2024/05/{name}/index.html" for name in ("before", "yet-another")]
    for page in pages:
        page.unlink()
    owe(Output("release", detail=str(uid)) for uid in Release.objects.values_list("uid", flat=True))
    settle()
    assert all(page.exists() for page in pages)
    assert (root() / BROKEN / "log.txt").read_bytes() == b"No heat."
    (owed,) = Owed.objects.all()
    assert owed.output.endswith(str(broken.uid)) and owed.why


def test_publishing_everything_makes_all_but_what_cant_be_made(broken):
    publish_everything()
    what_all_must_show(broken)


def test_the_command_says_which_could_not_be_made_and_why_and_ends_with_status_1(broken, monkeypatch):
    monkeypatch.setattr(publish_module, "MOST_PROCESSES", 1)  # another process would not see this test's transaction
    told = CliRunner().invoke(publish_module.publish, [], standalone_mode=False)
    assert told.exception is None, told.exception
    assert told.return_value == 1
    assert str(broken.uid) in told.output and "What lay there stays" in told.output


def test_once_it_can_be_made_again_nothing_is_owed(broken):
    settle()
    sha256 = broken.current.words["printed"]["files"][0]["sha256"]
    kept = Path(settings.MEDIA_ROOT) / "cleaned" / sha256[:2] / sha256
    kept.write_bytes(b"No heat.")
    models.QuerySet(Version).filter(pk=broken.current_id).update(words=broken.current.words)
    settle()
    assert not Owed.objects.exists()
    assert named() == {"before", "with-a-file", "yet-another"}
