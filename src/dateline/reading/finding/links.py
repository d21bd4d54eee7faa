"""Answers whether words are a page's way on: Continue reading, Leer más, Lire la suite, and the furniture beside it."""

import re

from dateline.reading.finding.wordlist import words

READ_ON = (
    r"\+\s*info|continue\s+reading|keep\s+reading|read\s+(?:the\s+)?(?:more|full|rest|on|entire|complete|all|release|article|statement|press\s+release|letter|story|now)(?:\s+[\w’']+){0,4}"
    r"|(?:see|view|learn|find\s+out|show)\s+more|(?:view|see|open)\s+(?:the\s+)?(?:full\s+)?(?:press\s+|news\s+)?(?:release|statement|article|details|story|pdf|document|letter|advisory)"
    r"|more(?:\s+(?:info|information|details|here))?|details|full\s+(?:story|text|release|article|statement|details)|click\s+here(?:\s+to\s+(?:read|view|download)[\w\s]{0,30})?"
    r"|read|lire|leer|ler|ver|voir|lea|leia|lesen|lire\s+(?:la\s+suite|plus|l[’']article|le\s+communiqu[eé])(?:\s+[\w’']+){0,4}|en\s+savoir\s+plus|suite"
    r"|leer\s+(?:m[aá]s|el\s+(?:comunicado|texto)(?:\s+completo)?|completo|todo|nota(?:\s+completa)?)|lea\s+m[aá]s|ver\s+(?:m[aá]s|(?:comunicado|nota|noticia)(?:\s+complet[oa])?|detalles?|completo|pdf)|seguir\s+leyendo|continuar\s+leyendo|contin[uú]e\s+leyendo|sigue\s+leyendo|m[aá]s\s+informaci[oó]n|m[aá]s"
    r"|lea\s+el\s+(?:comunicado|texto|documento)[\w\s]{0,20}"
    r"|leia\s+(?:mais|a\s+[ií]ntegra|o\s+comunicado|a\s+nota(?:\s+completa)?)|ler\s+(?:mais|tudo|o\s+comunicado|a\s+nota)|saiba\s+mais|continue\s+(?:lendo|a\s+ler)|continuar\s+(?:lendo|a\s+ler)|veja\s+mais|ver\s+mais|mais"
    r"|leggi(?:\s+(?:tutto|di\s+pi[uù]|il\s+comunicato))?|llegi(?:r|u|x)(?:-ne)?(?:\s+m[eé]s)?|llegeix(?:-ne)?\s+m[eé]s|m[eé]s\s+informaci[oó]|lees\s+(?:meer|verder)|meer\s+lezen|weiterlesen|weiter\s+lesen|mehr(?:\s+(?:lesen|erfahren))?|zur\s+(?:pressemitteilung|meldung)|les\s+(?:mer|hele\s+saken|videre)"
)
DOWNLOAD = (
    r"(?:download|view|open|get|read|print)(?:\s+(?:the|as|in|a|this))*\s*(?:pdf|word|document|file|release|press\s+release|statement|letter)?(?:\s+(?:version|file|as\s+pdf|here))?"
    r"|(?:descargar?|descargue|baixar|baixe|bajar|t[eé]l[eé]charger|herunterladen|last\s+ned|imprimir|imprimer)(?:\s+(?:el|la|le|o|a|en|em|as|nota|comunicado|communiqu[eé]|documento|archivo|fichier|arquivo|pdf))*"
    r"|pdf(?:\s+version)?|versi[oó]n\s+pdf|word|doc|\(?\s*(?:pdf|word|docx?|xlsx?)\s*(?:[,–-]?\s*[\d.,]+\s*(?:kb|mb|ko|mo|k|m|bytes))?\s*\)?"
)
SIZE = r"(?:\s*\(?\s*(?:pdf|word|docx?|xlsx?|zip)?\s*[,–-]?\s*[\d.,]+\s*(?:kb|mb|ko|mo|k|m)b?\s*\)?|\s*\(\s*(?:pdf|word|docx?)\s*\))?"
SHARE = (
    r"english|espa[nñ]ol|castellano|fran[cç]ais|portugu[eê]s|deutsch|italiano|catal[aà]|nederlands|(?:(?:share|tweet|pin|post|compartir|compartilhar|partager)\s+(?:on|this\s+on|en|no|sur)\s+(?:facebook|twitter|x|linkedin|whatsapp|pinterest)[\s,|·]*){2,6}|print(?:\s+this(?:\s+page|\s+article)?)?|(?:share|compartir|compartilhar|compartilhe|partager|teilen|del)(?:\s+(?:this|on|via|en|no|sur|esto))*\s*:?(?:\s*(?:facebook|twitter|x|whatsapp|linkedin|email|e-mail|correo|mail|telegram|bluesky|threads|print|imprimir|pinterest|\||·|,|/)\b)*"
    r"|facebook|twitter|whatsapp|linkedin|tweet|e-?mail|print|imprimir|imprimer|permalink|link\s+do\s+post|lien\s+permanent"
)
COMMENTS = (
    r"log\s*in(?:\s+or\s+register)?\s+to\s+post\s+comments|\d+\s+(?:comments?|comentarios?|coment[aá]rios?|commentaires?|respuestas?|views?|kommentare?|likes?|notes?|reactions?|shares?|me\s+gusta|gostos|curtidas?|vistas|visitas|vues|commenti|opmerkingen|reacties)|(?:no|leave\s+a|add\s+(?:a|new)|post\s+a)\s+(?:comments?|reply)"
    r"|(?:comments?|trackbacks?|comentarios?|coment[aá]rios?|commentaires?|kommentare)\s*\(\d+\)|\d[\d.,]*[km]?\s+(?:reads|lecturas|lectures|visto|subscribers|suscriptores|followers|seguidores)|\(\d[\d.,]*\s+reads\)|sin\s+comentarios:?|nenhum\s+coment[aá]rio|nessun\s+commento|keine\s+kommentare|add\s+your\s+reaction|write\s+a\s+comment|(?:add|a[nñ]adir|adicionar|ajouter)\s+(?:to|al?|ao|[aà]\s+(?:mon|l['’]))\s*(?:calendar|calendario|calend[aá]rio|agenda|calendrier)|deja(?:r)?\s+un\s+comentario|comentarios\s+desactivados|comments\s+(?:off|are\s+closed)|aucun\s+commentaire|laisser\s+un\s+commentaire|sem\s+coment[aá]rios|deixe\s+um\s+coment[aá]rio|comentar|comments?|comentarios|(?:\d+\s+likes?\.\s+)?post\s+not\s+marked\s+as\s+liked|(?:\d+\s+me\s+gusta\.\s+)?entrada\s+no\s+marcada\s+como\s+me\s+gusta|\d+\s+min(?:utes?|utos)?(?:\s+(?:read|de\s+lectura|de\s+leitura|de\s+lecture))"
)
AGO = r"hace\s+\w+\s+\w+|\w+\s+\w+\s+ago|il\s+y\s+a\s+\w+\s+\w+|h[aá]\s+\w+\s+\w+(?:\s+atr[aá]s)?|vor\s+\w+\s+\w+|yesterday|ayer|hier|ontem|today|hoy"

_ARROWS = r"[\s\[\](){}<>«»‹›→⟶➔➜▸►…·.:*|+&;-]*"
_READ_ON = re.compile(rf"{_ARROWS}(?:{READ_ON}){SIZE}{_ARROWS}(?:[\"“”]{_ARROWS})?$", re.IGNORECASE)
_FURNITURE = re.compile(rf"{_ARROWS}(?:{DOWNLOAD}|{SHARE}|{COMMENTS}){SIZE}{_ARROWS}$", re.IGNORECASE)
_READ_ON_ABOUT = re.compile(
    r"(?:read\s+more|continue\s+reading|keep\s+reading|leer\s+m[aá]s|lea\s+m[aá]s|seguir\s+leyendo|continuar\s+leyendo|lire\s+(?:la\s+suite|plus)|en\s+savoir\s+plus|leia\s+mais|ler\s+mais|saiba\s+mais|continue\s+lendo|weiterlesen|mehr\s+(?:lesen|erfahren)|leggi\s+(?:tutto|di\s+pi[uù])|llegi[rx](?:-ne)?\s+m[eé]s|lees\s+(?:meer|verder))"
    r"\s*(?:[:…“\"«–—-]|\.\.\.|\b(?:about|on|sobre|de|del|d['’]|[uü]ber|sur|su|over)\b|\b(?=(?-i:[A-ZÀ-Ý¿¡])))(?P<about>.{1,150})$",
    re.IGNORECASE,
)
_AGO = re.compile(rf"{_ARROWS}(?:{AGO}){_ARROWS}$", re.IGNORECASE)
_AT_END = re.compile(
    r"(?<=[\s.!?…»”\"')\]])[\[(]?\s*(?P<link>continue\s+reading|keep\s+reading|read\s+(?:more|on|full\s+(?:story|release|article|statement|text)|the\s+(?:full\s+)?(?:release|rest|story|statement|article))"
    r"|(?:learn|see|view|find\s+out)\s+more|view\s+release|full\s+(?:story|release|text)|leer\s+(?:m[aá]s|completo)|lea\s+m[aá]s|ver\s+m[aá]s|seguir\s+leyendo|continuar\s+leyendo|sigue\s+leyendo"
    r"|lire\s+(?:la\s+suite|plus)|en\s+savoir\s+plus|leia\s+mais|ler\s+mais|saiba\s+mais|continue\s+lendo|continuar\s+lendo|veja\s+mais|weiterlesen|mehr\s+lesen|les\s+mer"
    r"|(?:lea|leer)\s+el\s+(?:comunicado|texto)\s+(?:completo\s+)?en\s+pdf|download\s+(?:the\s+)?(?:pdf|release)|more)"
    r"(?P<tail>[\s\[\](){}<>«»‹›→⟶➔➜▸►…·.*|+&;-]*)$",
    re.IGNORECASE,
)
_TAIL = " \t\u00a0[](){}<>«»‹›→⟶➔➜▸►…·.*|+&;-"
_LAST_WORDS = words(
    """
    reading more on story release article statement text rest más mas completo leyendo suite plus mais lendo
    weiterlesen lesen mer pdf
    """
)
_MORE_NEEDS = re.compile(r"[»›→⟶➔➜▸►>\])…]|\.\.\.")


OPENERS = words(
    """
    read continue keep see view learn find show more full click details lire leer ler ver voir lea leia lesen en
    suite seguir continuar continúe continue sigue más mas saiba veja mais weiterlesen weiter mehr zur les
    download open get print descargar descarga descargue baixar baixe bajar télécharger telecharger
    herunterladen last imprimir imprimer pdf word doc docx versión version share compartir compartilhar
    compartilhe partager teilen del facebook twitter whatsapp linkedin tweet email e permalink link lien log no
    leave add post posted sin deja dejar comentarios comments comment aucun laisser sem deixe comentar hace il
    há ha vor yesterday ayer hier ontem today hoy publicado publicada publié postado published submitted by por
    par von tags tagged tag etiquetas categoría categorías category categories filed archivado mots classé
    assuntos marcadores attachments attachment adjunto adjuntos documents documentos anexo anexos pièces pièce
    documento fichier file files archivo archivos arquivo print zum leggi llegir llegeix llegiu lees meer
    filed nenhum nessun keine write añadir adicionar ajouter labels label étiquettes etichette kategorie kategorien
    pubblicato veröffentlicht english español castellano français português deutsch italiano català
    """
)
"""First words of the lines that are looked at for links; others are passed over for speed."""

_FIRST = re.compile(r"[^\W\d_]+")


def may_be_links(text: str) -> bool:
    """Tell cheaply whether a line is worth a look for links."""
    first = _FIRST.match(text)
    if first is None:
        return True
    return first[0].casefold() in OPENERS or text.endswith((" ago", " atrás")) or _FILE.search(text) is not None


_FILE = re.compile(r"\.(?:[pP][dD][fF]|[dD][oO][cC]|[xX][lL][sS]|[pP][pP][tT]|zip|jpg|JPG|png)")


def is_read_on(text: str) -> bool:
    """Tell whether the text is nothing but a link to read on."""
    if len(text) <= 80 and _READ_ON.match(text) is not None:
        return True
    return len(text) <= 180 and _READ_ON_ABOUT.match(text) is not None


def headline_of(text: str) -> str | None:
    """Give the headline that a link to read on names: 'Read more: Slipway repairs', 'Leer más sobre El museo cierra'."""
    found = _READ_ON_ABOUT.match(text) if len(text) <= 180 else None
    return found["about"].strip(' :…“”"«»–—-.') if found is not None else None


def is_furniture(text: str) -> bool:
    """Tell whether the text is nothing but a download, share or comment link without a file's name."""
    return len(text) <= 120 and (_FURNITURE.match(text) is not None or _AGO.match(text) is not None)


def is_time_ago(text: str) -> bool:
    """Tell whether the text is a relative time, which only the clock could turn into a date."""
    return len(text) <= 40 and _AGO.match(text) is not None


def link_at_end(text: str) -> int | None:
    """Give the place where the words that lead on begin at the end of a paragraph, or None."""
    last = text[-40:].rstrip(_TAIL).rpartition(" ")[2].lstrip("[(").casefold()
    if last not in _LAST_WORDS:
        return None
    window = max(0, len(text) - 90)
    found = _AT_END.search(text, window)
    if found is None:
        return None
    if found["link"].lower() == "more" and not _MORE_NEEDS.search(found["tail"]):
        return None
    return found.start()
