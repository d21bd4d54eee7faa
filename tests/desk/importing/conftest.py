"""An import that has been: of a folder of texts, with records of every group, in a newsroom of its own."""

from pathlib import Path

import pytest
from build import make_newsroom
from intake.building import doubted, found, many, reading, take, teaser, unreadable

from dateline.intake.models import Import


@pytest.fixture
def ground(db, tmp_path: Path) -> Path:
    """A folder to import from, and a newsroom that takes it in."""
    make_newsroom("Port Amber Tenants", place="Port Amber")
    folder = tmp_path / "archive"
    folder.mkdir()
    return folder


@pytest.fixture
def taken(ground: Path) -> Import:
    """An import of what was public, with something in every group."""
    a, b, c, d = many(4)
    take(ground / "before", reading(ground / "before", "0.txt", a, teaser("Only once", "Once there was…")))
    take(
        ground,
        reading(ground, "1.txt", a, b, found("Only once", "Once there was a winter.")),
        reading(ground, "2.txt", c, found("Guess", "A text.", doubts=doubted(), date="2019-03-04")),
        reading(ground, "3.txt", found(d.headline, "Other words.", date=d.date), d, leftovers=["Home | About"]),
        reading(ground, "4.txt", found(c.headline, c.text, date=c.date, topics=("Cold",))),
        unreadable(ground, "5.jpg"),
    )
    return Import.objects.latest("pk")
