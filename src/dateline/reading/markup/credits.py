"""Takes a picture with its caption and gives it with its credit, where the caption ends or begins with one."""

import re
from dataclasses import replace

from dateline.reading.record import Picture

_CREDIT = re.compile(
    r"(?:^|(?<=[.!?…)\]\s])|[(\[|/–—-]\s*)"
    r"(?:(?:photo(?:graph)?|foto(?:graf[ií]a|s)?|image|imagen|imagem|picture|cr[ée]dito?|credits?|cr[ée]dit(?:\s+photo)?|bild)"
    r"(?:\s+(?:by|de|por|courtesy(?:\s+of)?|cortes[ií]a(?:\s+de)?|credit|von))?\s*[:/]?|©|courtesy\s+of|cortes[ií]a\s+de)"
    r"\s*(?P<who>[^\W\d_][^\n.]{1,80}?)\s*[)\]]?\.?$",
    re.IGNORECASE,
)


def credited(picture: Picture) -> Picture:
    """Part the caption from the credit; give the picture as it is where no credit is told."""
    found = _CREDIT.search(picture.caption)
    if found is None or picture.credit:
        return picture
    return replace(picture, caption=picture.caption[: found.start()].rstrip(" (|–—-["), credit=found["who"].strip())
