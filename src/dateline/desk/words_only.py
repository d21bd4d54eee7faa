"""What a text's editor sends → whether something that is no word stands in it. Pure.

The editor offers nothing but words and links, and the CMS drops what else is sent: here it is told instead.
"""

import json
import re
from collections.abc import Mapping

NOT_WORDS = (
    "A text holds words and links only: something in it (a picture, a video, something from another site) can't stand "
    "there. Put a picture in a block of its own; to a video, set a link."
)
_TEXTS = re.compile(r"body-\d+-value")
_MAY_STAND = frozenset({"LINK"})


def has_more_than_words(sent: Mapping[str, str]) -> bool:
    """Say whether one of the texts that were sent holds an entity that is no link (Draft.js raw content state)."""
    return any(_entities(sent[name]) - _MAY_STAND for name in sent if _TEXTS.fullmatch(name))


def _entities(text: str) -> set[str]:
    try:
        state = json.loads(text)
        return {entity["type"] for entity in state["entityMap"].values()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return set()  # no state of the editor: the CMS refuses it, or it is another block
