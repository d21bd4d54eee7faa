"""A name planted everywhere is redacted, then looked for in every public and every stored byte."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.db import connection
from laws.newsroom_life import files
from publishing.redaction.planted import (
    NAME,
    plant_everywhere,
    private_and_public,
    says_in_the_database_file,
    still_says,
    tables,
)
from wagtail.models import PageLogEntry

from dateline.publishing import press
from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.ledger import answer
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.redaction.out import still_there
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Address, Consent, OldAddress, Redaction, Release
from dateline.releases.refused import Refused
from dateline.releases.taking_out import taking_out


@pytest.mark.django_db(transaction=True)
def test_a_name_that_stood_everywhere_stands_in_no_byte_any_more(tmp_path):
    planted = plant_everywhere(tmp_path / "archive")
    assert len(still_says(*private_and_public())) > 20  # there was something to look for
    redacted = redact(planted.release, Passage(NAME), at=AT, by=planted.author)
    assert still_there(redacted.outputs, 0) == []
    assert still_says(*private_and_public()) == []
    if connection.vendor == "sqlite":
        assert says_in_the_database_file() == []


@pytest.mark.parametrize("owns", [(), ("2024/05/a/",)], ids=["a file", "a folder"])
@pytest.mark.django_db(transaction=True)
def test_what_a_press_had_in_hand_when_it_was_killed_is_gone_too(tmp_path, owns):
    planted = plant_everywhere(tmp_path / "archive")
    root = Path(settings.DATELINE_PUBLIC_ROOT)
    child = os.fork()
    if not child:  # killed between the write and the rename
        os.rename = lambda *_: os._exit(9)
        press.lay(root, press.Sheet({"2024/05/a/index.html": NAME.encode()}, owns))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert [file for file in (root / press.UNFINISHED).rglob("*") if file.is_file() and NAME in file.read_text()]
    redacted = redact(planted.release, Passage(NAME), at=AT)
    assert still_there(redacted.outputs, 0) == [] and still_says(*private_and_public()) == []


@pytest.mark.django_db
def test_old_addresses_that_say_the_name_are_forgotten_and_no_other(tmp_path):
    planted = plant_everywhere(tmp_path / "archive")
    assert answer("/news/zephyrine-quaxly", "/news/zephyrine-quaxly?page=5").status == 301
    assert len(redact(planted.release, Passage(NAME), at=AT, is_dry_run=True).others) == 0
    redact(planted.release, Passage(NAME), at=AT)
    assert set(OldAddress.objects.values_list("address", flat=True)) == {"/files/7.pdf", "/files/8.pdf", "/kept.html"}
    for old in ("/news/zephyrine-quaxly?page=5", "/tag/Zephyrine%20Quaxly", "/?s=zephyrine-quaxly", "/8.html"):
        nothing = old.replace("zephyrine-quaxly", "neverwritten").replace("Zephyrine%20Quaxly", "neverwritten")
        assert answer(old.partition("?")[0], old) == answer("/9.html", nothing)
    assert answer("/kept.html", "/kept.html").location == Release.objects.get(pk=planted.release.pk).address


@pytest.mark.django_db
def test_another_release_whose_old_address_says_the_name_is_told_of():
    one, other = make_release(headline="One", text=f"Said {NAME}."), make_release(headline="Other")
    OldAddress.objects.create(address="/node/zephyrine-quaxly", was="release", release=other)
    redacted = redact(one, Passage(NAME), at=AT)
    assert [each.headline for each in redacted.others] == ["Other"]
    assert OldAddress.objects.exists()
    redact(other, Passage(NAME), at=AT)
    assert not OldAddress.objects.exists()


@pytest.mark.django_db
def test_killed_at_any_statement_nothing_has_changed_and_it_can_be_done_again(tmp_path):
    planted = plant_everywhere(tmp_path / "archive")
    before = dump()
    files = private_files()
    statements = count_statements(lambda: redact(planted.release, Passage(NAME), at=AT, is_dry_run=True))
    assert dump() == before and private_files() == files, "a dry run changed something"
    # The last end the transaction, and a first run asks a few more, which later ones have in memory.
    for number in range(0, statements - 12, max(1, statements // 20)):
        with pytest.raises(Killed), killed_at(number):
            redact(planted.release, Passage(NAME), at=AT)
        assert dump() == before, f"killed at statement {number}"
        assert private_files() == files
    redact(planted.release, Passage(NAME), at=AT)
    settle()
    assert not [row for row in still_says() if not row.startswith(("publishing_erasure", "modelsearch_indexentry_fts"))]


def private_files() -> list[Path]:
    return sorted(file for file in private_and_public()[0].rglob("*") if file.is_file())


class Killed(BaseException):
    """The process is gone."""


@contextmanager
def killed_at(number: int):
    count = 0

    def execute(run, sql, params, many, context):
        nonlocal count
        count += 1
        if count > number and not sql.startswith(("SAVEPOINT", "ROLLBACK", "RELEASE")):
            raise Killed
        return run(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield


def count_statements(act) -> int:
    count = 0

    def execute(run, sql, params, many, context):
        nonlocal count
        count += 1
        return run(sql, params, many, context)

    with connection.execute_wrapper(execute):
        act()
    return count


def dump() -> dict[str, list]:
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in tables(cursor) if "_fts" not in table}


def _rows(cursor, table):
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return sorted(map(str, cursor.fetchall()))


def public(release) -> str:
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / again(release).address[1:] / "index.html").read_text()


def again(release) -> Release:
    return Release.objects.get(pk=release.pk)


@pytest.fixture
def release(db) -> Release:
    made = make_release(headline="Ana Pérez wins", text="Ana Pérez spoke. The board voted.")
    publish(made, at=AT)
    return again(made)


def test_a_mark_stands_in_its_place_and_its_day_above_the_release_on_every_version(release):
    changed = again(release)
    changed.body = [("text", "<p>Ana Pérez spoke again.</p>")]
    correct(changed, "She spoke again.", at=AT)
    redact(again(release), Passage("Ana Pérez"), at=AT)
    page, earlier = (
        public(release),
        (Path(settings.DATELINE_PUBLIC_ROOT) / again(release).address[1:] / "versions/1/index.html").read_text(),
    )
    for each in (page, earlier):
        assert "[removed to protect a person] spoke" in each
        assert "On May 6, 2024 a passage was removed to protect a person." in each
        assert "Pérez" not in each
    assert again(release).current.fingerprint == again(release).words.fingerprint


def test_a_spanish_release_says_it_in_spanish(db):
    make_newsroom()
    room = make_newsroom("Unión de Inquilinos", "es")
    made = make_release(room, headline="La junta vota", text="Ana Pérez habló.")
    publish(made, at=AT)
    redact(again(made), Passage("Ana Pérez"), at=AT)
    assert "[retirado para proteger a una persona] habló." in public(made)
    assert "El 6 de mayo de 2024 se retiró un pasaje para proteger a una persona." in public(made)


def test_the_old_address_answers_like_any_unknown_one_and_leads_nowhere(release):
    assert release.address == "/2024/05/ana-perez-wins/"
    public(release)
    redact(release, Passage("Ana Pérez"), at=AT)
    settle()
    erase()
    assert again(release).address == "/2024/05/wins/"
    assert answer("/2024/05/ana-perez-wins/") == answer("/2024/05/never-was/")
    assert not (Path(settings.DATELINE_PUBLIC_ROOT) / "2024/05/ana-perez-wins").exists()


def test_an_address_that_another_release_has_is_not_taken(release):
    other = make_release(headline="Wins")
    publish(other, at=AT)
    redact(release, Passage("Ana Pérez"), at=AT)
    assert again(release).address == "/2024/05/wins-2/"


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("", "which words"),
        ("A", "too short"),
        ("Marisol", "doesn't say this anywhere"),
        ("a person", "stand where something"),
    ],
)
def test_what_is_not_there_or_stands_everywhere_is_refused(release, passage, sentence):
    before = dump()
    with pytest.raises(Refused, match=sentence):
        redact(release, Passage(passage), at=AT)
    assert dump() == before


def test_a_second_time_there_is_nothing_left_to_remove(release):
    redact(release, Passage("Ana Pérez"), at=AT)
    with pytest.raises(Refused, match="doesn't say this anywhere"):
        redact(again(release), Passage("Ana Pérez"), at=AT)
    assert Redaction.objects.count() == 1


def test_a_draft_is_redacted_and_no_public_line_says_so(db):
    draft = make_release(headline="Ana Pérez wins", text="Ana Pérez spoke.")
    draft.save_revision()
    redact(draft, Passage("Ana Pérez"), at=AT)
    assert still_says_of("Pérez") == []
    assert not Redaction.objects.exists()
    assert again(draft).status == "draft" and not Address.objects.exists()


def test_a_withdrawn_release_is_redacted_and_stays_withdrawn(release):
    withdraw(release, "Ana Pérez asked us to.", at=AT)
    redact(again(release), Passage("Ana Pérez"), at=AT)
    settle()
    assert again(release).status == "withdrawn"
    said = answer(again(release).address)
    assert said.status == 410
    notice = (Path(settings.DATELINE_PUBLIC_ROOT) / said.file).read_text()
    assert "Pérez" not in notice and "[removed to protect a person] asked us to." in notice


def test_what_only_stands_in_a_waiting_draft_is_no_public_removal(release):
    draft = again(release)
    draft.body = [("text", "<p>With Marisol Vega.</p>")]
    draft.save_revision()
    redact(release, Passage("Marisol Vega"), at=AT)
    assert not Redaction.objects.exists()
    assert "Marisol" not in str(again(release).get_latest_revision().content)


def test_an_editor_that_still_shows_the_old_words_saves_over_no_revision(release):
    draft = again(release)
    draft.headline = "Ana Pérez wins again"
    old = draft.save_revision()
    redact(release, Passage("Ana Pérez"), at=AT)
    assert again(release).latest_revision_id != old.pk  # by which the CMS refuses to save it by itself
    assert "Pérez" not in str(again(release).latest_revision.content)


def test_partners_stay_named_under_words_from_which_something_was_taken(db):
    made = make_release(text="Ana Pérez spoke.", partners=["Night Bakers"])
    Consent.objects.create(
        release=made, organization=made.release_partners.get().organization, fingerprint=made.words.fingerprint,
        said_by="Sam", said_on=AT.date(), said_how="by phone",
    )  # fmt: skip
    publish(made, at=AT)
    redact(again(made), Passage("Ana Pérez"), at=AT)
    assert "Night Bakers" in public(made)
    assert Consent.objects.get().fingerprint == again(made).words.fingerprint


def test_other_releases_that_say_it_are_named_and_go_in_the_same_gesture_only_when_asked(release):
    other = make_release(headline="Another", text="Also Ana Pérez.")
    publish(other, at=AT)
    told = redact(release, Passage("Ana Pérez"), at=AT, is_dry_run=True)
    assert [each.pk for each in told.others] == [other.pk]
    assert "Also Ana Pérez" in public(other)
    redact(release, Passage("Ana Pérez"), also=[other], at=AT)
    assert "Pérez" not in public(other) and "Pérez" not in public(release)


def test_the_log_says_who_and_when_and_never_what(release, django_user_model):
    person = django_user_model.objects.create_user("press")
    redact(release, Passage("Ana Pérez"), at=AT, by=person)
    entry = PageLogEntry.objects.get(action="dateline.redact")
    assert (entry.user, entry.data) == (person, {})
    kept = Redaction.objects.get()
    assert (kept.removed_by, kept.removed_at, kept.removed) == (person, AT, "passage")


def test_the_same_bytes_whether_made_step_by_step_or_from_nothing(release, tmp_path):
    redact(release, Passage("Ana Pérez"), at=AT)
    settle()
    erase()
    publish_everything(tmp_path / "fresh")
    assert files(Path(settings.DATELINE_PUBLIC_ROOT)) == files(tmp_path / "fresh")


def test_a_version_opens_to_nothing_but_a_redaction_of_its_own_release(release):
    other = make_release(headline="Another")
    publish(other, at=AT)
    version = release.versions.get()
    with taking_out(other.pk), pytest.raises(Refused):
        version.save()
    with taking_out(release.pk):
        version.save()
    with pytest.raises(Refused):
        version.save()


def still_says_of(word: str) -> list[str]:
    return [table for table, rows in dump().items() if any(word in row for row in rows)]


def test_a_print_that_can_not_be_made_anew_is_taken_down(release, monkeypatch):
    settle()
    print_of_before = Path(settings.DATELINE_PUBLIC_ROOT) / release.address[1:] / "release.pdf"
    assert print_of_before.exists()

    def typeset(manuscript):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.publishing.printing.typeset_pdf", typeset)
    redact(release, Passage("Ana Pérez spoke"), at=AT)
    settle()
    assert not print_of_before.exists()
