"""Answers whether a line belongs to the page and not to a release: menus, pagination, cookies, copyright, searches."""

import re

from dateline.reading.finding.wordlist import words

_PAGER = re.compile(
    r"(?:p[aá]gs?\.?|pages?|p[aá]ginas?|seite|side)\b[\s:]*(?:\d|$)"
    r"|(?:showing|displaying|mostrando|affichage|exibindo|results?|resultados?|viewing)\b.{0,60}\d",
    re.IGNORECASE,
)
_PAGER_WORDS = words(
    """
    first last previous prev next older newer anterior anteriores siguiente siguientes próximo proximo próxima
    proxima primeiro primeira último última ultimo ultima primero primera précédent précédente precedent suivant
    suivante start end inicio fin zurück weiter forrige neste página pagina page pages posts post entries
    entradas entrées articles news releases noticias comunicados más mas antiguos antiguas recientes show load
    ver voir view see cargar carregar charger more all todo todos todas tous toutes mais plus of de et y e on
    """
)
_SITE = re.compile(
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d)|all\s+rights\s+reserved|todos\s+los\s+derechos|tous\s+droits|todos\s+os\s+direitos|powered\s+by|dise[nñ]o\s*:|tema\s+por|theme\b.{0,20}\bby|website\s+by|site\s+by|designed\s+by"
    r"|no\s+(?:press\s+|news\s+)?releases?\s+(?:were|was|have\s+been)?\s*(?:issued|published|found)|no\s+(?:hay|se\s+(?:emitieron|publicaron))\s+comunicados|aucun\s+communiqu[eé]|nenhum\s+comunicado|keine\s+pressemitteilungen"
    r"|skip\s+to|saltar\s+al|ir\s+al\s+contenido|aller\s+au\s+contenu|ir\s+para\s+o\s+conte[uú]do|pular\s+para|zum\s+inhalt"
    r"|main\s+menu|men[uú]$|menu$|☰|back\s+to\s+top|back$|top$|volver(?:\s+arriba)?$|voltar$|retour(?:\s+en\s+haut)?$|subir$|close$|cerrar$|(?:search|buscar|rechercher|pesquisar|suche)(?:\s+(?:for|the|this|our|by|form|results|site|office|en|por|dans|no).{0,50})?:?$"
    r"|(?:you\s+are\s+here|home|inicio|accueil|in[ií]cio|p[aá]gina\s+(?:inicial|principal)|startseite|start|hjem)\s*(?:$|[>»›/|·:]|\s{2,})"
    r"|(?:privacy|cookies?|accessibility|terms)(?:\s+(?:policy|notice|statement|settings|of\s+(?:use|service)|&|and).{0,60})?$|(?:legal\s+notice|aviso\s+legal|pol[ií]tica\s+de|mentions\s+l[eé]gales|plan\s+du\s+site|site\s*map|impressum|datenschutz|web\s+policy|contact\s+(?:us|(?:the|our)\s+(?:press|media|news|communications)\s*(?:office|team|room|desk)?)$|cont[aá]ctenos$|nous\s+joindre$|fale\s+conosco$)"
    r"|(?:this\s+site|this\s+website|esta\s+(?:web|p[aá]gina)|ce\s+site|este\s+site|we|nous|usamos|utilizamos).{0,30}\b(?:cookies?|galletas)\b|.{0,30}\bcookies\b.{0,80}(?:acept|accept|aceit|reject|rechaz)"
    r"|(?:subscribe|suscr[ií]b|(?:sign|add)\s+(?:up|yourself)\s+(?:for|to)\s|abonn|inscrev|assine|rss|newsletter|bolet[ií]n\s+electr|follow\s+us|s[ií]guenos|suivez|siga-nos|join\s+our\s+(?:mailing|email)).{0,80}$"
    r"|(?:posts\s+navigation|navegaci[oó]n\s+de\s+entradas|filter|filters?|sort|sort\s+by|show\s+filters|display\s*#|by\s+month|by\s+year|date|title|headline|t[ií]tulo|fecha|titre|data|typ|topics?|category|categories|archives?|archivos?)$"
    r"|(?:filter|sort|search|ordenar|filtrar|trier)\s+(?:by|results?|por|par)\b.{0,40}$"
    r"|today(?:['’]s\s+date)?(?:\s+is)?\s*:?\s+(?=.{0,40}\d{4}$)[\w, .]+$|hoy\s+es\s.{0,40}$|(?:you\s+are\s+)?visit(?:or|ante)s?\b.{0,20}\d+\W*$|mejor\s+vista|best\s+viewed|last\s+(?:updated|modified)|[uú]ltima\s+actualizaci[oó]n|(?:p[aá]gina|seite|page)\s+(?:actualizada|atualizada|aktualisiert|mise\s+[aà]\s+jour)|this\s+(?:page|content)\s+was\s+last)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:[A-Z]{2,6}\s+)?(?:latest\s+|recent\s+|past\s+|all\s+|our\s+|[uú]ltim[oa]s\s+|derniers\s+|nuestros\s+|see\s+all\s+|more\s+|m[aá]s\s+|other\s+|related\s+)?"
    r"(?:press|news|media|newsroom|news\s*room|press\s*room|press\s+cent(?:er|re)|media\s+cent(?:er|re)|news\s+cent(?:er|re)"
    r"|(?:press|news|media)\s+(?:releases?|and\s+statements|statements|archives?|advisories|coverage|contacts?|kit|office)|releases|statements"
    r"|news\s*(?:&|and)\s*(?:events|media|updates|press|publications)|press\s*(?:&|and)\s*media|in\s+the\s+news|announcements|articles?|blog|stories|updates"
    r"|comunicados?(?:\s+(?:de\s+prensa|oficiales|y\s+noticias))?|prensa|sala\s+de\s+(?:prensa|imprensa)|noticias|novedades|boletines(?:\s+de\s+prensa)?|notas(?:\s+(?:de\s+prensa|[aà]\s+imprensa))?|not[ií]cias|imprensa|actualidad"
    r"|communiqu[eé]s(?:\s+de\s+presse)?|presse|salle\s+de\s+presse|espace\s+presse|actualit[eé]s|nouvelles"
    r"|pressemitteilungen|aktuelles|neuigkeiten|meldungen|pressemeldinger|nyheter)"
    r"(?:\s*[-–—:|›»/]\s*.{0,30}|\s+(?:archives?|items?|list))?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:upcoming\s+|all\s+|our\s+)?(?:events?|calendar)|(?:recent|latest|popular|related|similar|most\s+read|trending|featured)\s+(?:posts?|comments?|articles?|stories|tweets|entries|pages|links|content)|(?:blog|news)\s+archives?|archivo(?:\s+(?:del\s+blog|hist[oó]rico|de\s+noticias))?|arquivo\s+(?:do\s+blog|de\s+not[ií]cias)|archives\s+du\s+blog|blog-archiv|meta|followers|seguidores|blogroll|links|enlaces|ligações|liens|tags?\s+cloud|nube\s+de\s+etiquetas"
    r"|entradas\s+(?:recientes|populares|relacionadas)|comentarios\s+recientes|articles\s+r[eé]cents|commentaires\s+r[eé]cents|posts\s+recentes|postagens\s+(?:recentes|populares)|coment[aá]rios\s+recentes|neueste\s+(?:beitr[aä]ge|kommentare)|articoli\s+recenti|commenti\s+recenti|related|relacionad[oa]s?|similaires|you\s+(?:may|might)\s+also\s+like|see\s+also|vea\s+tambi[eé]n|lea\s+tambi[eé]n|[aà]\s+lire\s+aussi|leia\s+tamb[eé]m|veja\s+tamb[eé]m|weitere\s+(?:meldungen|nachrichten|pressemitteilungen)|[aä]hnliche\s+(?:beitr[aä]ge|artikel)|noticias\s+relacionadas|not[ií]cias\s+relacionadas|otras\s+noticias|outras\s+not[ií]cias|popular\s+topics|quick\s+links|in\s+this\s+section|en\s+esta\s+secci[oó]n|dans\s+cette\s+rubrique"
    r"|agenda|pr[oó]ximos\s+eventos|eventos|[eé]v[eé]nements|veranstaltungen|(?:press|media|news)\s+coverage|in\s+the\s+(?:media|press)|revue\s+de\s+presse|.{0,30}\ben\s+los\s+medios|na\s+m[ií]dia",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(
    r"(?:category|tag|author|monthly|daily|yearly)\s+archives?\s*:|archives?\s+(?:for|by)\b.{0,12}|posts?\s+(?:tagged|categorized|filed|from)\b|browsing\s+(?:category|tag|all)\b|(?:all|featured|recent|latest|most\s+recent)\s+(?:posts|news|releases|statements)$"
    r"|(?:archivos?|archives?|arquivos?)\s+(?:de|por|da|du|par)\s+(?:la\s+)?(?:categor[ií]a|etiqueta|cat[eé]gorie|autor|tag)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[▼►▶▾▸+•·\s-]*(?:[^\W\d_][\w'’&.-]*\s*){1,4}\s\(\d{1,4}\)|[▼►▶▾▸]\s*.{2,36}")
"""'March 2016 (2)', 'Cart (0)': an entry of a list beside the page's text."""
_COLUMNS = re.compile(
    r"(?:date|fecha|data|datum|title|t[ií]tulo|titre|headline|file|archivo|description|descripci[oó]n|type|tipo|topic|of|press|release|news|document|pdf|subject|#)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_BREADCRUMB = re.compile(r"[^.!?]{2,40}\s*(?:[>»›]|&gt;)\s+[^.!?]{2,}")


_FIRST = re.compile(r"[^\W\d_]+")
_SECTION_WORDS = words(
    """
    latest recent past all our últimos últimas derniers nuestros see more más other related press news media
    newsroom pressroom releases statements in announcements article articles blog stories updates comunicado
    comunicados prensa sala noticias novedades boletines nota notas notícias noticia imprensa actualidad
    communiqué communiqués presse salle espace actualités nouvelles pressemitteilungen aktuelles neuigkeiten
    meldungen pressemeldinger nyheter
    """
)
_PAGE_WORDS = words(
    """
    pag pág págs pags page pages página páginas pagina paginas seite side showing displaying mostrando affichage
    exibindo result results resultado resultados viewing
    """
)
_SITE_WORDS = words(
    """
    c copyright all todos tous powered diseño diseno tema theme website site designed skip saltar ir aller pular
    zum main menú menu back top volver voltar retour subir close cerrar search buscar rechercher pesquisar suche
    you home inicio accueil início página pagina startseite start hjem privacy cookie cookies accessibility
    terms legal aviso política politica mentions plan sitemap impressum datenschutz web contact contáctenos
    contactenos nous fale this esta ce este we usamos utilizamos subscribe suscríbase suscribase suscríbete
    suscribirse suscribir sign add abonnez abonnement inscreva inscrever assine rss newsletter boletín boletin
    follow síguenos siguenos suivez siga join posts navegación filter filters sort show display by date title
    headline título fecha titre data typ topic topics category categories archive archives archivo archivos
    ordenar filtrar trier visitor visitors visitante visitantes visitas mejor best last última ultima today hoy
    suivre no aucun nenhum keine
    """
)


def furniture_of(text: str) -> str | None:
    """Name what the line is to the page ('pagination', 'navigation', 'section heading'), or give None."""
    if len(text) > 200:
        return None
    first = _FIRST.match(text)
    word = first[0].casefold() if first is not None else ""
    if word in _SECTION_WORDS or (first is not None and first[0].isupper()):
        if _SECTION.match(text):
            return "section heading"
    if len(text) < 80 and _ARCHIVE.match(text):
        return "section heading"
    if len(text) < 40 and _COUNTED.fullmatch(text):
        return "navigation"
    if len(text) < 40 and _ELSEWHERE.fullmatch(text):
        return "another section"
    if (word in _PAGER_WORDS or word in _PAGE_WORDS or not word) and (_PAGER.match(text) or _is_pager(text)):
        return "pagination"
    if (word in _SITE_WORDS or not word or "cookie" in text) and _SITE.match(text):
        return "navigation"
    if ("\t" in text or "  " in text) and len(text) < 80:
        words = _WORD.findall(text)
        if words and all(_COLUMNS.fullmatch(w) for w in words):
            return "column heads"
    if (
        (">" in text or "»" in text or "›" in text)
        and _BREADCRUMB.match(text)
        and len(text) < 100
        and text[-1:] not in ".…»”"
        and "«" not in text
    ):
        return "navigation"
    if is_menu(text):
        return "navigation"
    return None


MOST_PAGES = 40
"""So many words and numbers a line of pagination can have."""


def _is_pager(text: str) -> bool:
    """Tell whether each word is a number or one of those that pages are turned with."""
    for count, found in enumerate(_NUMBER_OR_WORD.finditer(text.casefold())):
        word = found[0]
        if count >= MOST_PAGES or not (word in _PAGER_WORDS or (word.isdigit() and len(word) <= 4)):
            return False
    return not _NUMERIC_DATE.search(text) and not _PHONE.search(text)


_NUMERIC_DATE = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
_PHONE = re.compile(r"\d{2,5}[-. )]+\d{3,4}[-. ]\d{4}|\d{3}[-. )]+\d{3}[-. ]\d{3}|\+\d|\d{2}(?: \d{2}){4}")
_NUMBER_OR_WORD = re.compile(r"[^\W_]+")
_MENU_SPLIT = re.compile(r"\s*[|·•]\s*|\s{2,}|\t+|\s*\]\s*\[\s*")


def is_menu(text: str) -> bool:
    """Tell whether the line is several short entries in a row, none of them prose or a number."""
    if not 12 <= len(text) <= 200 or text[-1] in ".!?…":
        return False
    if not ("|" in text or "  " in text or "·" in text or "\t" in text or "•" in text or "][" in text.replace(" ", "")):
        return False
    entries = [e for e in _MENU_SPLIT.split(text.strip("[] ")) if e]
    if len(entries) < 3:
        return False
    return all(
        len(e) <= 32 and len(e.split()) <= 4 and not any(c in ".,;@" for c in e[-1:]) for e in entries
    ) and not any(c.isdigit() for c in text)
