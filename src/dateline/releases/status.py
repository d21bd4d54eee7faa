"""Where a release stands, and the only ways from there. A table, checked when the program starts."""

from enum import StrEnum


class Status(StrEnum):
    """Not yet public, or has been public: never both."""

    DRAFT = "draft"  # not yet public
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"  # has been public; its notice still is


class Act(StrEnum):
    """What was done to the words that stand in public. Each act writes one version."""

    PUBLISHED = "published"
    CORRECTED = "corrected"
    UPDATED = "updated"
    COMPLETED = "completed"  # the full text of a teaser was found; nothing that was said changed
    WITHDRAWN = "withdrawn"


LIFECYCLE: dict[tuple[Status, Act], Status] = {
    (Status.DRAFT, Act.PUBLISHED): Status.PUBLIC,
    (Status.PUBLIC, Act.CORRECTED): Status.PUBLIC,
    (Status.PUBLIC, Act.UPDATED): Status.PUBLIC,
    (Status.PUBLIC, Act.COMPLETED): Status.PUBLIC,
    (Status.PUBLIC, Act.WITHDRAWN): Status.WITHDRAWN,
}

CHANGES_WHAT_WAS_SAID = frozenset({Act.CORRECTED, Act.UPDATED, Act.WITHDRAWN})


def after(status: Status, act: Act) -> Status | None:
    """Say where an act leads from a status; None where the table knows no such way."""
    return LIFECYCLE.get((status, act))


def check_lifecycle() -> list[str]:
    """List what is wrong with the table: a way back to draft, or a status that can't be reached."""
    wrong = [
        f"{act} leads from {status} back to draft; what was public stays public"
        for (status, act), to in LIFECYCLE.items()
        if to is Status.DRAFT
    ]
    reached = {Status.DRAFT, *LIFECYCLE.values()}
    wrong += [f"no act leads to {status}" for status in Status if status not in reached]
    return wrong
