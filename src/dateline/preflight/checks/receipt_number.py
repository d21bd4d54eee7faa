"""Receipt numbers of USCIS: three letters of a service center, then two digits of the year, three of the day, five.

https://www.uscis.gov/glossary-term/44641 names the form; the letters are those of the centers that have issued them.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding
from dateline.preflight.near import near

CODE = "receipt-number"
SENTENCE = "what looks like a receipt number of the immigration service, by which anyone can read a case's status."

CENTERS = ("EAC", "VSC", "WAC", "CSC", "LIN", "NSC", "SRC", "TSC", "MSC", "NBC", "YSC", "IOE", "PSC")
_SIGN = re.compile(r"[0-9][0-9][-\s]?[0-9]{3}[-\s]?[0-9]{5}")
_NUMBER = re.compile(
    rf"(?:{'|'.join((*CENTERS, *map(str.lower, CENTERS)))})(?<!\w[A-Za-z]{{3}})[-\s*]?\d{{2}}[-\s]?\d{{3}}[-\s]?\d{{5}}(?![\w]|-\d)"
)


def check(text: str) -> Iterator[Finding]:
    """Find receipt numbers. The letters of a center before ten digits are nothing else, so each is certain."""
    for start, end in near(text, _SIGN, 6, 1):
        for found in _NUMBER.finditer(text, start, end):
            yield Finding(CODE, found.span(), SENTENCE, is_certain=True)
