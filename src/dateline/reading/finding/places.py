"""Answers where the name of a place ends that a text begins with, and how sure it is that it is one."""

import re
from functools import cache, lru_cache

from babel import Locale

from dateline.reading.finding.months import LOCALES, plain
from dateline.reading.finding.wordlist import in_order, words

STATES = in_order(
    """
    Ala Alaska Ariz Ark Calif Colo Conn Del Fla Ga Hawaii Idaho Ill Ind Iowa Kan Kans Ky La Maine Md Mass Mich
    Minn Miss Mo Mont Neb Nev N.H N.J N.M N.Y N.C N.D Ohio Okla Ore Pa R.I S.C S.D Tenn Tex Texas Utah Vt Va
    Wash W.Va Wis Wyo D.C AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH
    NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR P.R SV UK U.K USA U.S.A U.S UAE Alabama
    Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Illinois Indiana Kansas Kentucky
    Louisiana Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Oklahoma
    Oregon Pennsylvania Tennessee Vermont Virginia Washington Wisconsin Wyoming Ontario Ont Quebec Québec Que
    Alberta Alta Manitoba Man Saskatchewan Sask ON QC BC B.C AB MB NS NB NSW N.S.W VIC QLD TAS ACT Ags Chih Chis
    Coah Col Dgo D.F DF CDMX Gro Gto Hgo Jal Méx Mex Mich Mor Nay N.L Oax Pue Qro Q.R S.L.P Sin Son Tab Tamps
    Tlax Ver Yuc Zac Chiapas Jalisco Oaxaca Veracruz Puebla Guerrero Michoacán Sonora Sinaloa Chihuahua
    Tamaulipas Yucatán Guanajuato Querétaro Hidalgo Morelos Tabasco SP RJ MG RS PE BA CE DF GO ES AM MA PI RN PB
    SE MT MS AC RO RR TO England Scotland Wales
    """
)
"""States and provinces as they are printed behind a town: Associated Press and postal forms, Mexico, Canada, Brazil."""

STANDING_ALONE = in_order(
    """
    Atlanta Baltimore Boston Chicago Cincinnati Cleveland Dallas Denver Detroit Honolulu Houston Indianapolis
    Miami Milwaukee Minneapolis Philadelphia Phoenix Pittsburgh Seattle Washington London Paris Berlin Geneva
    Brussels Madrid Lisbon Rome Vienna Montreal Toronto Ottawa Jerusalem Beijing Tokyo Sacramento Oakland Austin
    Nashville Albany Harrisburg Springfield Columbus Trenton Olympia Salem Tampa Orlando Portland Tucson Fresno
    Bakersfield Sevilla Barcelona Valencia Bilbao Zaragoza Lyon Marseille Toulouse Bordeaux Lille Nantes Lisboa
    Porto Recife Brasília Salvador Fortaleza Curitiba Valparaíso Santiago Bogotá Medellín Cali Lima Quito
    Caracas Guatemala Tegucigalpa Managua Montevideo Guadalajara Monterrey Tijuana Puebla Mérida Québec Montréal
    Genève Bruxelles Hamburg München Köln Frankfurt Oslo Bergen Sydney Melbourne Canberra Brisbane Perth Hobart
    Auckland Wellington
    """
)
"""Towns that stand in a dateline without their state: the Associated Press's list, capitals and large towns of the languages read."""

TWO_WORDS = [
    "Los Angeles",
    "New York",
    "San Francisco",
    "San Diego",
    "San Antonio",
    "Las Vegas",
    "Salt Lake City",
    "St. Louis",
    "New Orleans",
    "Oklahoma City",
    "Los Ángeles",
    "Nueva York",
    "San Salvador",
    "San José",
    "San Juan",
    "Santa Ana",
    "Buenos Aires",
    "Mexico City",
    "Ciudad de México",
    "Ciudad de Guatemala",
    "La Paz",
    "Santo Domingo",
    "Panama City",
    "São Paulo",
    "Rio de Janeiro",
    "Belo Horizonte",
    "Porto Alegre",
    "United Nations",
    "Hong Kong",
    "New Delhi",
    "Kansas City",
    "Baton Rouge",
    "Santa Fe",
    "Long Beach",
    "San Jose",
    "Tel Aviv",
    "Cape Town",
    "Ciudad Juárez",
    "La Habana",
]

NOT_PLACES = words(
    """
    update updated correction corrected note what who when where why how quote background summary media press
    news contact contacts statement release alert advisory breaking urgent icymi watch video photo photos
    embargoed today question answer step part day week year national federal state local senator sen rep
    congressman congresswoman governor gov mayor president attorney general re fact facts verdict charges que
    qué cuando cuándo donde dónde quien quién quoi quand où qui nota aviso fe actualización atención comunicado
    boletín boletin anexo immediate the a an strike contracts safety elections for about tags category categoría
    email phone tel fax visuals images imágenes background corrected
    """
)  # fmt: skip
"""Words that stand before a dash or colon as places do, and are none."""

_UPPER = r"[^\W\d_a-zà-öø-ÿ]"
_NAME = rf"{_UPPER}[\w'’]*(?:[.-][\w'’]+)*\.?"
_JOIN = r"(?:de|del|de\s+la|de\s+los|de\s+las|do|da|dos|das|la|las|los|el|of|the|d['’]|sur|en|am|an\s+der|le|les|und|i)"
_ONE = rf"{_NAME}(?:[ \u00a0](?:{_JOIN}[ \u00a0])?{_NAME}){{0,4}}"
_PLACE = re.compile(
    rf"{_ONE}(?:,[ \u00a0]{{0,3}}{_ONE}){{0,2}}(?:[ ]?\([^\W\d_]{{2,20}}\.?\))?(?:\s?/\s?{_ONE}(?:,[ ]?{_ONE})?|[ ](?:y|and|et|e|und|&)[ ]{_ONE}(?:,[ ]?{_ONE})?)?"
)

_WIRE_BEHIND = re.compile(r" ?\(([A-Z]{3,6})\)$")
"""'ROTTERDAM (HRN) –' names the wire, where no country or state is called so."""


@cache
def regions() -> frozenset[str]:
    """Give the folded names of states, provinces and (from CLDR) countries."""
    names = {plain(word) for word in STATES}
    for locale in LOCALES[:6]:
        names.update(plain(name) for code, name in Locale(locale).territories.items() if code.isalpha())
    return frozenset(names)


@cache
def towns() -> frozenset[str]:
    """Give the folded names of towns that need no region."""
    return frozenset(plain(name) for name in (*STANDING_ALONE, *TWO_WORDS))


def place_at(text: str, at: int) -> int | None:
    """Give the place where a name of a place that begins there would end, or None."""
    found = _PLACE.match(text, at, at + 90)
    if found is None:
        return None
    return found.end()


def without_wire(text: str, start: int, end: int) -> int:
    """Give where the place ends without the name of a wire in brackets, where no country or state is called so."""
    wire = _WIRE_BEHIND.search(text, start, end)
    return end if wire is None or plain(wire[1]) in regions() else wire.start()


@lru_cache(maxsize=8192)
def sureness(place: str) -> int:
    """Rate a text: 3 a known town or a town with its region, 2 all capitals, 1 may be a place, 0 is none."""
    words = re.findall(r"[^\W\d_]+", place)
    if not words or len(words) > 9 or plain(words[0]) in NOT_PLACES or len(place) < 3:
        return 0
    head, _, tail = place.partition("/")[0].partition(",")
    if tail and (plain(tail) in regions() or plain(tail.rpartition(",")[2]) in regions()):
        return 3
    if plain(head) in towns() or re.search(r"\([A-Z]{2}\)$", place):
        return 3
    if len(words) > 1 and plain(words[-1]) in regions() and len(words[-1]) == 2 and words[-1].isupper():
        return 3
    if place.isupper() and len(words) <= 4 and not any(plain(w) in NOT_PLACES for w in words):
        return 2
    return 1 if len(words) <= 5 else 0
