"""People of the desk, signed in."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from dateline.desk.roles import DIRECTORS, WRITERS, make_roles


@pytest.fixture
def sign_in(db):
    """Give a client signed in as "superuser", "director" or "writer". Call it after the newsrooms are made."""

    def _sign_in(role: str) -> Client:
        make_roles()
        people = get_user_model().objects
        if role == "superuser":
            person = people.create_superuser(role, f"{role}@example.org", "secret")
        else:
            person = people.create_user(role, f"{role}@example.org", "secret")
            person.groups.set(person.groups.model.objects.filter(name={"director": DIRECTORS, "writer": WRITERS}[role]))
        client = Client()
        client.force_login(person)
        client.person = person
        return client

    return _sign_in
