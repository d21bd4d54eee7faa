"""Receipt numbers of USCIS: three letters of a service center, then two digits of the year, three of the day, five.

https://www.uscis.gov/glossary-term/44641 names the form; the letters are those of the centers that have issued them.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding

CODE = "receipt-number"
SENTENCE = "what looks like a receipt number of the immigration service, by which anyone can read a case's status."

CENTERS = ("EAC", "VSC", "WAC", "CSC", "LIN", "NSC", "SRC", "TSC", "MSC", "NBC", "YSC", "IOE", "PSC")
_NUMBER = re.compile(rf"(?:{'|'.join(CENTERS)})(?<!\w[A-Z]{{3}})[-\s]?\d{{2}}[-\s]?\d{{3}}[-\s]?\d{{5}}(?![\w]|-\d)")


def check(text: str) -> Iterator[Finding]:
    """Find receipt numbers. The letters of a center before ten digits are nothing else, so each is certain."""
    for found in _NUMBER.finditer(text):
        yield Finding(CODE, found.span(), SENTENCE, is_certain=True)
