import stat
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from dateline.commands.preparing import desk_user
from dateline.commands.preparing.desk_user import first_password, new_password
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(monkeypatch, tmp_path: Path) -> Path:
    """Be in development, where the password is kept."""
    kept = tmp_path / "desk-password"
    monkeypatch.setattr(desk_user, "password_file", lambda: kept)
    return kept


def test_the_first_start_makes_the_user_and_keeps_the_password_for_its_owner_alone(file):
    made = first_password()
    user = get_user_model().objects.get(username="press")
    assert user.is_superuser and user.check_password(made)
    assert file.read_text().strip() == made
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.glob("*desk-password*")] == ["desk-password"]


def test_a_second_start_says_the_same_password(file):
    assert first_password() == first_password()


def test_a_new_password_replaces_the_old_one_even_in_a_file_that_others_could_read(file):
    before = new_password()
    file.chmod(0o644)
    after = new_password()
    user = get_user_model().objects.get(username="press")
    assert not user.check_password(before) and user.check_password(after)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_password_that_was_changed_in_the_desk_is_not_said_wrongly(file):
    first_password()
    user = get_user_model().objects.get(username="press")
    user.set_password("my own")
    user.save()
    assert first_password() is None


def test_outside_development_no_password_is_kept_and_no_user_made_unasked(monkeypatch, settings):
    assert desk_user.password_file() is None  # the suite's settings are not development's
    assert first_password() is None
    assert not get_user_model().objects.exists()


def test_another_person_gets_a_new_password_but_is_not_made(file):
    get_user_model().objects.create_user("anna", password="x", is_active=False)
    made = new_password("anna")
    assert get_user_model().objects.get(username="anna").check_password(made)
    assert not file.exists()
    with pytest.raises(Refused) as refused:
        new_password("nobody")
    assert "anna" in refused.value.reasons[0]
