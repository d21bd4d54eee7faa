"""What is said of a database that is empty, older, newer or of another line."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from dateline.commands.preparing.database import require_current_shape, shape_of_database, without_way
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


def test_a_migrated_database_is_current():
    assert shape_of_database().age == "current"
    require_current_shape()


def test_an_older_database_is_left_alone_and_what_to_do_is_said():
    app, last = next(leaf for leaf in MigrationLoader(connection).graph.leaf_nodes() if leaf[0] == "releases")
    MigrationRecorder(connection).record_unapplied(app, last)
    shape = shape_of_database()
    assert (shape.age, shape.missing) == ("older", (f"releases.{last}",))
    with pytest.raises(Refused) as refused:
        require_current_shape()
    assert "make migrate" in refused.value.reasons[0]
    assert "copy of `var/`" in refused.value.reasons[0]


@pytest.mark.parametrize(("app", "name"), [("releases", "9999_tomorrow"), ("wagtailcore", "9999_tomorrow")])
def test_a_newer_database_is_refused_by_name(app, name):
    MigrationRecorder(connection).record_applied(app, name)
    shape = shape_of_database()
    assert (shape.age, shape.unknown) == ("newer", (f"{app}.{name}",))
    assert name in without_way(shape).reasons[0]
    with pytest.raises(Refused):
        require_current_shape()


def test_an_old_migration_that_a_package_has_dropped_does_not_matter():
    MigrationRecorder(connection).record_applied("wagtailcore", "0001_long_since_replaced")
    assert shape_of_database().age == "current"


def test_a_migration_of_an_app_that_is_not_here_does_not_matter():
    MigrationRecorder(connection).record_applied("guestbook", "0007_colours")
    assert shape_of_database().age == "current"


def test_a_database_of_an_unfinished_version_is_told_by_its_columns():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE releases_address ADD COLUMN forgotten varchar(10)")
    shape = shape_of_database()
    assert (shape.age, shape.unknown) == ("another", ("releases_address.forgotten",))
    assert "aside" in without_way(shape).reasons[0]
