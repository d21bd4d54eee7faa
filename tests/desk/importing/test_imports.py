"""Imports in the desk: begun, looked at, settled, undone. Most of it is refusals."""

from pathlib import Path

import pytest
from build import AT, make_newsroom
from django.conf import settings as live
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from intake.building import doubted, found, reading, take
from intake.settling import doubtful

from dateline.intake.begin import Asked
from dateline.intake.models import Act, Finding, Import, Outcome, Stage
from dateline.publishing.importing.keep import keep
from dateline.releases.models import Release

pytestmark = pytest.mark.django_db
UPLOADS = "uploads"


def text_file(name="page.txt", text=b"HEAT IS BACK\nPORT AMBER, Feb. 14, 2019 - Tenants won.\n"):
    return SimpleUploadedFile(name, text, "text/plain")


def begin(client, **sent):
    return client.post(reverse("desk_imports"), sent)


def said(response) -> str:
    return " ".join(response.content.decode().split())


def test_uploaded_files_lie_in_private_storage_until_the_import_is_done(ground, sign_in):
    client = sign_in("director")
    told = begin(client, files=[text_file(), text_file("../../../etc/page.txt", b"x")], was_public="on")
    into = Import.objects.get()
    assert told.url == reverse("desk_import", args=[into.pk])
    (place,) = map(Path, into.asked)
    assert place.parent == Path(live.MEDIA_ROOT) / UPLOADS and not place.is_relative_to(live.DATELINE_PUBLIC_ROOT)
    assert sorted(file.name for file in place.iterdir()) == ["2-page.txt", "page.txt"]
    assert all(file.stat().st_mode & 0o077 == 0 for file in (place, *place.iterdir()))
    assert (into.stage, into.was_public, into.asked_by) == (Stage.WAITING, True, client.person)
    keep(Asked((place,), True))
    into.refresh_from_db()
    assert into.finished_at and not place.exists() and Import.objects.count() == 1
    assert into.sources.filter(format="text").count() == 2


def test_more_than_is_allowed_is_refused_and_nothing_is_kept(ground, sign_in, settings):
    settings.DATELINE_UPLOAD_BYTES = 10
    told = begin(sign_in("director"), files=[text_file("a.txt", b"12345"), text_file("b.txt", b"678901")])
    assert "Together the files have more than" in said(told)
    assert not Import.objects.exists() and not list((Path(live.MEDIA_ROOT) / UPLOADS).iterdir())


@pytest.mark.parametrize("sent", [{}, {"folder": "/etc"}, {"was_public": "on"}])
def test_nothing_chosen_is_refused(ground, sign_in, sent):
    assert "No file was chosen" in said(begin(sign_in("director"), **sent))
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    "place", ["/etc/passwd", "{root}/../other", "{root}/link", "relative", "/nowhere/at/all", "{root}x"]
)
def test_no_folder_is_read_that_is_not_named_and_nothing_is_told_of_it(ground, sign_in, settings, tmp_path, place):
    root = tmp_path / "allowed"
    for folder in (root, tmp_path / "other", tmp_path / "allowedx"):
        folder.mkdir()
    (root / "link").symlink_to(tmp_path / "other")
    settings.DATELINE_IMPORT_FOLDERS = (root,)
    told = begin(sign_in("director"), folder=place.format(root=root))
    assert "is not in a folder that this server may read" in said(told)
    assert not Import.objects.exists()


def test_a_folder_that_is_named_is_asked_for_once(ground, sign_in, settings, tmp_path):
    settings.DATELINE_IMPORT_FOLDERS = (tmp_path,)
    client = sign_in("director")
    assert "There is no file or folder" in said(begin(client, folder=str(tmp_path / "nothing")))
    begin(client, folder=str(ground))
    assert Import.objects.get().asked == [str(ground.resolve())]
    assert "under way already" in said(begin(client, folder=str(ground)))
    assert "one of the two" in said(begin(client, folder=str(ground), files=[text_file()]))
    assert Import.objects.count() == 1


def test_a_writer_imports_drafts_and_can_not_say_that_they_were_public(ground, sign_in):
    begin(sign_in("writer"), files=[text_file()], was_public="on")
    assert Import.objects.get().was_public is False


def test_whoever_may_write_nowhere_imports_nothing(sign_in):
    told = begin(sign_in("writer"), files=[text_file()])
    assert told.status_code in (302, 403) and not Import.objects.exists()


@pytest.mark.parametrize(
    ("name", "takes_pk", "role", "method", "status"),
    [
        ("desk_import", True, "writer", "get", 200),
        ("desk_lost", True, "writer", "get", 200),
        ("desk_lost_json", True, "writer", "get", 200),
        ("desk_lost_pdf", True, "writer", "get", 200),
        ("desk_import_undo", True, "writer", "get", 302),
        ("desk_import_undo", True, "writer", "post", 302),
        ("desk_import_discard", True, "writer", "post", 302),
        ("desk_import_undo", True, "director", "get", 200),
        ("desk_import_settle", True, "director", "get", 405),
        ("desk_import_discard", True, "director", "get", 405),
        ("desk_import_resume", True, "director", "get", 405),
        ("desk_imports", False, "writer", "get", 200),
    ],
)
def test_each_role_gets_what_it_may(taken, sign_in, name, takes_pk, role, method, status):
    before = (Release.objects.count(), taken.sources.count(), Act.objects.count())
    told = getattr(sign_in(role), method)(reverse(name, args=[taken.pk] if takes_pk else []))
    assert told.status_code == status
    if status == 302:
        assert told.url == "/desk/"  # the CMS's way to say that it isn't permitted
    assert (Release.objects.count(), taken.sources.count(), Act.objects.count()) == before


@pytest.mark.parametrize("name", ["desk_import", "desk_lost", "desk_import_undo"])
def test_nobody_who_is_not_signed_in_sees_anything(taken, client, name):
    told = client.get(reverse(name, args=[taken.pk]))
    assert told.status_code == 302 and told.url.startswith("/desk/login/")


def test_an_import_of_another_newsroom_is_nobody_elses(taken, sign_in):
    client = sign_in("writer")
    other = make_newsroom("Elsewhere", "fr")
    Import.objects.filter(pk=taken.pk).update(newsroom=other)
    assert client.get(reverse("desk_import", args=[taken.pk])).status_code == 302
    finding = Finding.objects.filter(found_in=taken).first()
    for name in ("desk_doubtful", "desk_alike"):
        assert client.get(reverse(name, args=[finding.pk])).status_code == 302
    for name in ("desk_settle_one", "desk_join", "desk_split"):
        assert client.post(reverse(name, args=[finding.pk]), {"act": "accept"}).url == "/desk/"


def test_every_group_is_counted_and_shown(taken, sign_in):
    client = sign_in("director")
    shown = {
        "doubtful": "It may be otherwise", "new": "Release 1 about pier 1", "same": "Release 0", "fuller": "Only once",
        "merged": "Release 2", "unreadable": "This is a picture", "leftover": "Home | About", "rejected": "None.",
    }  # fmt: skip
    for group, words in shown.items():
        assert words in said(client.get(reverse("desk_import_group", args=[taken.pk, group]))), group
    assert client.get(reverse("desk_import_group", args=[taken.pk, "anything"])).status_code == 404


@pytest.mark.parametrize(
    "query", ["?from=-1", "?from=x", "?from=99999999999", "?doubt=%00", "?doubt=nothing", "?from=²"]
)
def test_no_address_breaks_the_page(taken, sign_in, query):
    assert sign_in("director").get(reverse("desk_import", args=[taken.pk]) + query).status_code == 200


def test_doubtful_ones_are_accepted_by_the_dozen(taken, sign_in):
    client = sign_in("writer")
    keys = [finding.pk for finding in doubtful(taken)]
    told = client.post(reverse("desk_import_settle", args=[taken.pk]), {"finding": keys, "act": "accept"}, follow=True)
    assert f"{len(keys)} accepted." in said(told) and doubtful(taken) == []
    assert {act.by for act in Act.objects.all()} == {client.person}


def test_a_writer_publishes_nothing(taken, sign_in):
    finding = doubtful(taken)[0]
    client = sign_in("writer")
    for where in (
        reverse("desk_import_settle", args=[taken.pk]),
        reverse("desk_settle_one", args=[finding.pk]),
    ):
        assert client.post(where, {"finding": [finding.pk], "act": "publish"}).url == "/desk/"
    assert Finding.objects.get(pk=finding.pk).outcome == Outcome.DOUBTFUL
    assert "Accept and publish" not in said(client.get(reverse("desk_import", args=[taken.pk])))


@pytest.mark.parametrize("sent", [{}, {"finding": ["x", "-1", "999999"]}, {"finding": []}])
def test_without_a_tick_nothing_is_settled(taken, sign_in, sent):
    before = len(doubtful(taken))
    told = sign_in("director").post(
        reverse("desk_import_settle", args=[taken.pk]), {"act": "accept", **sent}, follow=True
    )
    assert "Nothing was chosen" in said(told) and len(doubtful(taken)) == before


def test_records_of_another_import_are_not_settled_from_here(ground, taken, sign_in):
    take(ground / "x", reading(ground / "x", "9.txt", found("Else", "Else.", date="2011-01-01", doubts=doubted())))
    other = doubtful(Import.objects.latest("pk"))[0]
    sent = {"finding": [other.pk], "act": "accept"}
    sign_in("director").post(reverse("desk_import_settle", args=[taken.pk]), sent)
    assert Finding.objects.get(pk=other.pk).outcome == Outcome.DOUBTFUL


def test_what_runs_shows_how_far_it_is_and_settles_nothing(taken, sign_in):
    Import.objects.filter(pk=taken.pk).update(
        finished_at=None,
        stage="reading",
        files_known=200,
        files_done=50,
        records_found=900,
        running_since=AT,
        beat_at=AT,
    )
    client = sign_in("director")
    page = said(client.get(reverse("desk_import", args=[taken.pk])))
    assert "50 of 200 files" in page and 'value="25"' in page and "Accept as drafts" not in page
    assert '<noscript><meta http-equiv="refresh"' in page
    Import.objects.filter(pk=taken.pk).update(trouble="The disk is full.", is_of_the_desk=True)
    page = said(client.get(reverse("desk_import", args=[taken.pk])))
    assert "The disk is full." in page and 'http-equiv="refresh"' not in page
    client.post(reverse("desk_import_resume", args=[taken.pk]))
    assert Import.objects.get(pk=taken.pk).trouble == ""
    assert "has not stopped" in said(client.post(reverse("desk_import_resume", args=[taken.pk]), follow=True))


def test_an_import_is_undone_only_as_it_was_shown(ground, sign_in):
    take(ground, reading(ground, "1.txt", found()), was_public=False)
    into, client = Import.objects.get(), sign_in("director")
    where = reverse("desk_import_undo", args=[into.pk])
    assert "1 draft is removed" in said(client.get(where))
    assert "is another" in said(client.post(where, {"shown": "7-0-0"}, follow=True))
    assert Release.objects.count() == 1
    client.post(where, {"shown": "1-0-0"})
    assert not Release.objects.exists()
    assert "It was undone on" in said(client.get(reverse("desk_import", args=[into.pk])))


def test_raw_sources_are_discarded_only_once_nothing_is_doubtful(taken, sign_in):
    client = sign_in("director")
    where = reverse("desk_import_discard", args=[taken.pk])
    assert "still doubtful" in said(client.post(where, follow=True))
    Finding.objects.filter(found_in=taken, outcome="doubtful").update(outcome="new")
    assert "kept files are removed" in said(client.post(where, follow=True))
    assert "raw sources were discarded" in said(client.get(reverse("desk_import", args=[taken.pk])))


@pytest.mark.parametrize("name", ["desk_import", "desk_lost", "desk_import_undo"])
def test_a_page_of_many_asks_the_database_a_fixed_number_of_times(ground, sign_in, name, django_assert_max_num_queries):
    records = [found(f"Headline {n}", f"Text {n}.", date="2019-03-04", doubts=doubted()) for n in range(30)]
    take(ground, reading(ground, "1.txt", *records))
    client = sign_in("director")
    where = reverse(name, args=[Import.objects.get().pk])
    client.get(where)
    with django_assert_max_num_queries(45):
        page = client.get(where)
    if name == "desk_import":
        assert page.content.count(b"data-import-row") == 20 and b"1 to 20 of 30" in page.content


def test_the_list_of_imports_asks_the_database_a_fixed_number_of_times(ground, sign_in, django_assert_max_num_queries):
    client = sign_in("director")
    for _ in range(20):
        Import.objects.create(asked=[], was_public=False, started_at=AT, newsroom_id=newsroom())
    client.get(reverse("desk_imports"))
    with django_assert_max_num_queries(45):
        client.get(reverse("desk_imports"))


def newsroom() -> int:
    from dateline.releases.models import Newsroom

    return Newsroom.objects.get().pk
