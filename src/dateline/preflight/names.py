"""Two capitalized words → whether they may be a person's name. Pure, and no list of names: it would miss the rare ones."""

import re

# Capitals of the languages read; a name is two to five such words, with "de la" between them.
_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŠŽ](?:['’][A-ZÀ-Þ])?[a-zß-öø-ÿłšž]+(?:[-'’][A-ZÀ-Þ]?[a-zß-ÿ]+)*)"
FULL_NAME = rf"(?<![\w-]){_WORD}(?:\s(?:(?:de|del|da|do|dos|das|la|las|los|el|y|al|ben|van)\s){{0,2}}{_WORD}){{1,4}}"
# A place, an office, a law, a day: two capitals and a number, and no child.
_NO_NAME = re.compile(
    r"\b(?:Union|Unión|Center|Centre|Centro|Centr[ao]|Aid|Act|Law|Ley|Loi|Lei|Court|Church|Club|Council|Committee|County|City"
    r"|Department|District|Room|Hall|House|Street|Avenue|Road|School|University|College|Coalition|Alliance|Association"
    r"|Asociación|Associação|Instituto?|Institute|Foundation|Fundación|Fundação|Casa|Church|Title|Section|Article|Proposition"
    r"|Bill|Order|Board|Junta|Concejo|Tribunal|Local|Team|Party|Project|Network|Congress|Senate|Assembly|Hospital|Clinic|Library|Museum|Park|Press|News"
    r"|Orgánica|Partido|Comité|Comisión|Coalición|Movimiento|Sindicato|Collectif|Syndicat|Ligue|Amendment|Circuit|Hurricane"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Chapter|Page|Part|Figure|Table|Psalm|Release|Contact|Farm|Hands|Harbor|Port|Office|Building|Plaza|Hotel|Tower|Main)\b"
)
_OPENS = re.compile(
    r"^(?:The|El|La|Los|Las|Le|Les|O|Os|As|A|An|In|On|At|Her|His|Su|Sus|Son|Sa|Sister|Brothers?|Señor|Señora|Doña|Don)\s"
)


def is_of_a_person(name: str) -> bool:
    """Say whether a name may be a person's, first name and surname."""
    return not _NO_NAME.search(name) and len(_OPENS.sub("", name).split()) >= 2
