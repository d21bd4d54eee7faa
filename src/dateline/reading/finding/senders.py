"""Answers whether a line is the name of an organization or an office, as letterheads and mastheads print it."""

import re

from dateline.reading.finding.wordlist import words

_KINDS = (
    r"union|coalition|council|committee|department|dept|office|association|alliance|network|society|institute|foundation|federation|university|college|bureau|league|cent(?:er|re)|trust|authority|agency|commission|"
    r"board|cooperative|co-operative|ministry|diocese|district|company|corporation|party|club|museum|library|hospital|friends|campaign|fund|project|brotherhood|fellowship|borough|city|county|town|state|"
    r"comunidad|pueblo|ejido|barrio|parroquia|vecinos|hermandad|sindicato|alianza|uni[oó]n|coalici[oó]n|red|federaci[oó]n|asociaci[oó]n|observatorio|comit[eé]|confederaci[oó]n|movimiento|consejo|organizaci[oó]n|pastoral|junta|coordinadora|mesa|colectivo|plataforma|foro|central|cooperativa|fundaci[oó]n|instituto|centro|ministerio|gobierno|ayuntamiento|municipio|municipalidad|secretar[ií]a|direcci[oó]n|gabinete|partido|universidad|defensor[ií]a|c[aá]mara|comisi[oó]n|"
    r"collectif|syndicat|f[eé]d[eé]ration|fondation|minist[eè]re|mairie|ville|conseil|comit[eé]|universit[eé]|parti|pr[eé]fecture|conf[eé]d[eé]ration|chambre|"
    r"associa[cç][aã]o|funda[cç][aã]o|minist[eé]rio|prefeitura|sociedade|federa[cç][aã]o|frente|partido|c[aâ]mara|movimento|rede|f[oó]rum|"
    r"verband|landesverband|bundesverband|verein|ministerium|stadt|stadtwerke|gewerkschaft|stiftung|gesellschaft|landkreis|bund|"
    r"comitato|associazione|sindacato|comune|regione|ministero|federazione|fondazione|ajuntament|associaci[oó]|federaci[oó]|consell|gemeente|vereniging|stichting|bond"
)
_OPENS = re.compile(
    rf"(?:(?:the|el|la|los|las|le|les|o|a|os|as|der|die|das|il|l['’])\s*\b)?(?:{_KINDS})\s+(?:of|for|to|on|de|del|della|di|des|du|do|da|dos|das|por|para|pour|der|des|f[uü]r|van|voor|d['’])\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"(?:\b(?:{_KINDS}|communications?\s+(?:office|unit|department)|press\s+office|public\s+affairs|e\.\s?V\.|inc|llc|ltd|limited|plc|gmbh|ag|s\.?\s?a\.?|corp)\b\.?(?:,?\s+(?:local|lodge|branch|n[o.º°]+)\s+\d+)?|\b(?:local|lodge)\s+\d+)$",
    re.IGNORECASE,
)
_SMALL = words(
    """
    of for the and to in on at de del la las los el y e i en do da dos das para por pour des du le les et der die
    das und für di della dei delle van voor het l d a as os im am zu zur
    """
)
_WORD = re.compile(r"[^\W\d_]+")

MOST_WORDS = 12
"""Names of organizations are not longer."""


def is_sender(text: str) -> bool:
    """Tell whether the line reads as a name of an organization from its first word to its last."""
    found = _WORD.findall(text)
    if not 1 <= len(found) <= MOST_WORDS or text[-1] in '!?:;,”"»':
        return False
    if any(word[0].islower() and word not in _SMALL for word in found):
        return False
    if _OPENS.match(text) is not None:
        return True
    return len(found) <= 8 and _ENDS.search(text) is not None
