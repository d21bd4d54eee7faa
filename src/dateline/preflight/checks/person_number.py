"""Numbers by which a state knows one person, where a rule is certain: check digits, or the words that name them.

Check digits by python-stdnum (https://arthurdejong.org/python-stdnum/); it has no DUI, whose rule is El Salvador's
weighted sum of eight digits. Passports and licences have no rule that holds: they count where the words stand before.
"""

import re
from collections.abc import Callable, Iterator

from stdnum.br import cpf
from stdnum.es import dni, nie
from stdnum.fr import nir
from stdnum.mx import curp
from stdnum.sv import nit
from stdnum.us import itin, ssn

from dateline.preflight.finding import Finding
from dateline.preflight.near import near

CODE = "person-number"
SENTENCE = "what looks like {}, which belongs to one person alone."

Valid = Callable[[str], bool]


def _is_dui(number: str) -> bool:
    digits = [int(digit) for digit in number if digit.isdigit()]
    return sum(digit * (9 - at) for at, digit in enumerate(digits[:8])) % 10 == -digits[8] % 10


def _is_tax_or_social(number: str) -> bool:
    return bool(ssn.is_valid(number) or itin.is_valid(number))


_BY_FORM: tuple[tuple[re.Pattern[str], Valid, str], ...] = (
    (re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"), _is_tax_or_social, "a Social Security number"),
    (re.compile(r"(?<!\w)[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?!\w)"), curp.is_valid, "a CURP"),
    (re.compile(r"(?<![\w-])\d{4}-\d{6}-\d{3}-\d(?![\w-])"), nit.is_valid, "a NIT of El Salvador"),
    (re.compile(r"(?<![\w.-])\d{2}\.?\d{3}\.?\d{3}-?[A-Z](?!\w)"), dni.is_valid, "a Spanish DNI"),
    (re.compile(r"(?<![\w-])[XYZ]-?\d{7}-?[A-Z](?!\w)"), nie.is_valid, "a Spanish NIE"),
    (re.compile(r"(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])"), cpf.is_valid, "a CPF"),
    (
        re.compile(r"(?<![\w.-])[12]\s?\d{2}\s?[0-9]{2}\s?\d[\dAB]\s?\d{3}\s?\d{3}\s?\d{2}(?![\w-])"),
        nir.is_valid,
        "a French social security number",
    ),
)
_OF_NUMBER = r"(?:\s*(?:number|n[o°º]\b\.?|n[o°º]\.?|núm(?:ero)?\.?|numéro|#|:|is|es|est|(?=[A-Z]{1,2}\d{6})))+\s*"
_BY_NAME: tuple[tuple[re.Pattern[str], Valid, str], ...] = (
    (
        re.compile(r"(?:SSN|[Ss]ocial [Ss]ecurity|[Ss]eguro [Ss]ocial|ITIN)\D{0,25}(?P<n>\d{3}[-\s]?\d{2}[-\s]?\d{4})(?![\d-])"),
        _is_tax_or_social,
        "a Social Security number",
    ),
    (
        re.compile(r"(?:DUI|[Dd]ocumento [ÚúUu]nico de [Ii]dentidad)\D{0,20}(?P<n>\d{8}\s?-?\s?\d)(?!\d)"),
        _is_dui,
        "a DUI of El Salvador",
    ),
    (re.compile(r"CPF\D{0,12}(?P<n>\d{11})(?!\d)"), cpf.is_valid, "a CPF"),
    (
        re.compile(
            rf"(?:[Pp]assport|[Pp]asaporte|[Pp]asseport|[Pp]assaporte){_OF_NUMBER}(?P<n>(?=[A-Z\d]*\d{{4}})[A-Z\d]{{6,10}})(?!\w)"
        ),
        bool,
        "the number of a passport",
    ),
    (
        re.compile(
            rf"(?:[Dd]river['’]?s['’]? [Ll]icen[sc]e|[Ll]icencia de (?:conducir|manejo)|[Pp]ermis de conduire|CNH)"
            rf"{_OF_NUMBER}(?P<n>(?=[A-Z\d]*\d{{4}})[A-Z\d]{{6,14}})(?!\w)"
        ),
        bool,
        "the number of a driver's license",
    ),
    (
        re.compile(rf"(?:[Cc]arte|[Tt]itre) de séjour{_OF_NUMBER}(?P<n>\d{{10}})(?!\d)"),
        bool,
        "the number of a residence permit",
    ),
)  # fmt: skip
_SIGN = re.compile(r"[0-9](?:[0-9AB.\s-]{5,}[0-9A-Z]|[0-9]{4})")  # of any of them
_CALL = re.compile(
    r"(?:\b(?:call|phone|tel|fax|text|llame|teléfono|téléphone|telefone)\b[^\d\n]{0,40}|[-+\d)]\s?)$", re.I
)


def check(text: str) -> Iterator[Finding]:
    """Find numbers of persons; certain where their check digits are right or the words name them."""
    met: set[int] = set()
    for start, end in near(text, _SIGN, 60, 20):
        for pattern, is_valid, what in _BY_NAME:
            for found in pattern.finditer(text, start, end):
                if is_valid(found["n"]):
                    met.add(found.end("n"))
                    yield Finding(CODE, found.span("n"), SENTENCE.format(what), is_certain=True)
        for pattern, is_valid, what in _BY_FORM:
            for found in pattern.finditer(text, start, end):
                if (
                    found.end() not in met
                    and is_valid(found[0])
                    and not _CALL.search(text, max(0, found.start() - 50), found.start())
                ):
                    met.add(found.end())
                    # A Social Security number has no check digit.
                    yield Finding(
                        CODE, found.span(), SENTENCE.format(what), is_certain=is_valid is not _is_tax_or_social
                    )
