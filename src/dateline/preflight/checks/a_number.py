"""A-numbers: the number under which the United States keep a person's immigration file.

Eight or nine digits, as a rule after an A (USCIS glossary, "Alien Registration Number"). Eight or nine digits alone are
anything, so either the A stands before them in one of the ways in which courts print it, or the words that name them.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding
from dateline.preflight.near import near

CODE = "a-number"
SENTENCE = "what looks like an A-number, by which a person's immigration case can be looked up."

_DIGITS = r"\d{2,3}(?:[-.\s]?\d{3}){2}(?![\d]|[-.]\d)"
_SIGN = re.compile(r"[0-9][0-9]{1,2}(?:[-.\s]?[0-9]{3}){2}")
_BARE = re.compile(rf"(?<![\w.-])A(?:lien)?[-#]{{0,2}}\s?{_DIGITS}")
_NAMED = re.compile(
    rf"""(?:
      \b[Aa]lien\s+(?:[Rr]egistration\s+)?(?:[Nn]umber|[Nn]o\b|\#)
    | \bA(?:-[Nn]umber|\sNumber|\#)
    | \b(?:[Nn]úmero|[Nn]úm\.|[Rr]egistro)\s+de\s+extranjer[oa]s?
    | \b(?:[Nn]úmero|[Nn]uméro)\sA\b
    | \b[Nn]uméro\s+d['’]étranger
    | \b[Nn]úmero\s+de\s+estrangeiro
    )[^\d\n]{{0,25}}?(?P<number>(?:A[-#]?\s?)?{_DIGITS})""",
    re.VERBOSE,
)
# "A 345 678 210 personas": thousands in French, Spanish and Portuguese; a file's number isn't counted in people.
_COUNTED = re.compile(r"A\s[1-9]\d{1,2}(?:[\s.]\d{3}){2}\s+[^\W\d_]{4,}")


def check(text: str) -> Iterator[Finding]:
    """Find A-numbers."""
    for start, end in near(text, _SIGN, 60, 2):
        named = set()
        for found in _NAMED.finditer(text, start, end):
            named.add(found.end("number"))
            yield Finding(CODE, found.span("number"), SENTENCE, is_certain=True)
        for found in _BARE.finditer(text, start, end):
            if found.end() not in named and not _COUNTED.match(text, found.start()):
                yield Finding(CODE, found.span(), SENTENCE)
