"""Questions that a release must answer although the answer lies in an upper room.

The upper room registers its answer when the program starts (`AppConfig.ready`). It is the only inversion in the house.
"""

from collections.abc import Callable
from typing import Any

# (release, mode) → the bytes of the page that it will be
preview: Callable[[Any, str], bytes]
# (release, revision, person) → None; raises Refused. Every door of the CMS that publishes comes through here.
publish: Callable[[Any, Any, Any], None]
