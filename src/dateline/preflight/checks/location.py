"""Where something is to within a few houses: coordinates, links to a point on a map, what3words and geo addresses.

Forms: ISO 6709 (degrees, with or without minutes and seconds), RFC 5870 (geo:), and the links that maps hand out when a
place is shared. A link to a city or a search is no point.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding
from dateline.preflight.near import near

CODE = "location"
SENTENCE = "what looks like an exact position, at which someone may be found."

_POINT = re.compile(
    r"""(?<![\w.,/-])(?P<lat>[-+−]?\d{1,2}[.,]\d{4,})\s*°?\s*(?P<ns>[NS]\b)?\s*[,;/\s]\s*
        (?:(?:lon|lng|long|longitude|longitud)\s*[:=]?\s*)?
        (?P<lon>[-+−]?\d{1,3}[.,]\d{4,})(?![\d.]*%)\s*°?\s*(?P<ew>[EWO]\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_MINUTES = re.compile(
    r"""(?<!\w)(?:[NS]\s*)?\d{1,2}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’](?:\s*\d{1,2}(?:[.,]\d+)?\s*(?:["″”]|''))?\s*[NS]?
        [\s,;]*[EWO]?\s*\d{1,3}\s*°\s*\d{1,2}(?:[.,]\d+)?\s*['′’](?:\s*\d{1,2}(?:[.,]\d+)?\s*(?:["″”]|''))?\s*(?:[EWO](?!\w))?""",
    re.VERBOSE,
)
_LINK = re.compile(
    r"""(?:https?://)?(?:
      (?:www\.)?google\.[a-z.]{2,6}/maps/\S*?@-?\d+\.\d{3,},-?\d+\.\d{3,}\S*
    | maps\.google\.[a-z.]{2,6}/\S*?-?\d+\.\d{3,}(?:,|%2C)\s?-?\d+\.\d{3,}\S*
    | (?:www\.)?google\.[a-z.]{2,6}/maps\S*?[=/]-?\d+\.\d{3,}(?:,|%2C)-?\d+\.\d{3,}\S*
    | (?:goo\.gl/maps|maps\.app\.goo\.gl)/\w+
    | (?:www\.)?openstreetmap\.org/\S*?(?:map=1[4-9]|mlat=)\S*
    | maps\.apple\.com/\S*?-?\d+\.\d{3,}(?:,|%2C)-?\d+\.\d{3,}\S*
    | (?:www\.)?waze\.com/\S*?-?\d+\.\d{3,}(?:,|%2C)-?\d+\.\d{3,}\S*
    | (?:w3w\.co|what3words\.com)/[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_GEO = re.compile(r"\bgeo:-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d{3,}")
_THREE_WORDS = re.compile(r"(?<![\w:/])///[^\W\d_]{3,}\.[^\W\d_]{3,}\.[^\W\d_]{3,}")
_SIGNS_OF_A_LINK = ("/maps", "maps.", "openstreetmap", "waze.", "w3w.", "what3words", "geo:", "///")
_DECIMALS = re.compile(r"[.,]\d{4}")
_PLUS_CODE = re.compile(r"(?<![\w+])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\w+])")
_MGRS = re.compile(r"(?<!\w)\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{5}\s?\d{5}|\d{4}\s?\d{4})(?!\w)")
_CUE = re.compile(
    r"(?:\b(?:lat(?:itude|itud)?|coord\w*|gps|ubicaci\w*|located|is at|(?:está|queda) en|se trouve à|fica em)\W*(?:\w+\W+){0,2})$",
    re.IGNORECASE,
)
FINE_DECIMALS = 5  # a metre: nobody writes shares or prices so


def check(text: str) -> Iterator[Finding]:
    """Find positions; a link or an address made for a position is certain."""
    ends: set[int] = set()
    lower = text.lower()
    if any(sign in lower for sign in _SIGNS_OF_A_LINK):
        for pattern in (_LINK, _GEO, _THREE_WORDS):
            for found in pattern.finditer(text):
                ends |= set(range(found.start(), found.end()))
                yield Finding(CODE, found.span(), SENTENCE, is_certain=True)
    if "+" in text:
        for found in _PLUS_CODE.finditer(text):
            yield Finding(CODE, found.span(), SENTENCE, is_certain=True)
    if "MGRS" in text or "UTM" in text or "USNG" in text or "rid" in text:
        for found in _MGRS.finditer(text):
            yield Finding(CODE, found.span(), SENTENCE)
    if "°" in text:
        for found in _MINUTES.finditer(text):
            yield Finding(CODE, found.span(), SENTENCE, is_certain=True)
    for start, end in near(text, _DECIMALS, 8, 40):
        for found in _POINT.finditer(text, start, end):
            if found.start() not in ends and _is_position(text, found):
                yield Finding(CODE, found.span(), SENTENCE)


def _is_position(text: str, found: re.Match[str]) -> bool:
    latitude, longitude = (found[name].replace("−", "-").replace(",", ".") for name in ("lat", "lon"))
    if abs(float(latitude)) > 90 or abs(float(longitude)) > 180:
        return False
    is_signed = latitude[0] in "+-" or longitude[0] in "+-" or bool(found["ns"] or found["ew"])
    is_fine = min(len(one.partition(".")[2]) for one in (latitude, longitude)) >= FINE_DECIMALS
    return is_signed or is_fine or bool(_CUE.search(text[max(0, found.start() - 40) : found.start()]))
