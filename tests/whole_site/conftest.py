"""The newsroom that `told` tells, published once for all tests of this process that only read its folder."""

from collections.abc import Iterator

import pytest
from whole_site.published import Published, publish_told


@pytest.hookimpl(trylast=True)  # after the mark for PostgreSQL is given: what only reads a folder says the same there
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a database be there for the newsroom that is told."""
    for item in items:
        if "told" in getattr(item, "fixturenames", ()):
            item.add_marker("django_db")


@pytest.fixture(scope="session")
def told(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Published]:
    """The newsroom, published; its record is gone again."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        published = publish_told(tmp_path_factory.mktemp("told"))
        transaction.set_rollback(True)
    yield published
