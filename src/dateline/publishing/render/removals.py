"""The dated line that stays where something was removed to protect a person."""

from dateline.publishing.faces import RemovalFace
from dateline.publishing.render import dates
from dateline.publishing.render.catalogue import Catalogue


def removed_on(removal: RemovalFace, words: Catalogue) -> str:
    """Say on which day what kind of thing was removed, in the furniture's language, its date included."""
    lines = {
        "passage": words.gettext("On {day} a passage was removed to protect a person."),
        "attachment": words.gettext("On {day} a file was removed to protect a person."),
        "picture": words.gettext("On {day} a picture was removed to protect a person."),
    }
    return lines[removal.removed].format(day=dates.long_day(removal.removed_on, words.language))
