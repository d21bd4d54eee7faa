"""Answers which topics a line names: 'Tags: rent board, mobile homes', 'Categoría: Comunicados'."""

import re

_LINE = re.compile(
    r"(?:(?:posted|filed)\s+(?:at\s+\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?\s+)?(?:in|under)|tagged(?:\s+(?:as|with|under))?|publicado\s+en|registrado\s+em|archivado\s+en|etiquetado(?:\s+con)?|class[eé]\s+dans|publi[eé]\s+dans|postado\s+em|publicado\s+em|ver[oö]ffentlicht\s+(?:in|unter)|pubblicato\s+in|archiviato\s+in)\s+(?=\D{2})(?![^\W_]+\s+(?:\d|de\s))"
    r"|(?:tags?|labels?|libell[eé]s|[eé]tiquettes|etichette|categorie|kategorien?|schlagworte?|tagged(?:\s+(?:as|with|under))?|topics?|filed\s+(?:under|in)|posted\s+(?:in|under)|categor(?:y|ies)|issues?|etiquetas?|etiquetado|categor[ií]as?|temas?|archivado\s+en|publicado\s+en|mots[- ]cl[eé]s|th[eè]mes?|cat[eé]gories?|class[eé]\s+dans|assuntos?|marcadores?|schlagw[oö]rter|themen)\s*:\s*",
    re.IGNORECASE,
)
LONGEST = 160
"""A longer line, or one that ends as a sentence does, is none."""

_HASHTAGS = re.compile(r"#[^\W\d_][^#]{1,40}(?:\s#[^\W\d_][^#]{1,40})*$")
"""'#press release #election'"""
_SPLIT = re.compile(r"\s*[,;|·•]\s*|\s+(?=#)")


def is_topic_line(text: str) -> bool:
    """Tell whether the text is a line of topics."""
    if text[0] == "#":
        return len(text) <= LONGEST and _HASHTAGS.match(text) is not None
    return len(text) <= LONGEST and text[-1] != "." and _LINE.match(text) is not None


def topics_in(text: str) -> list[tuple[int, int]]:
    """Give the spans of the topics in such a line, or in a bare list of them."""
    found = _LINE.match(text)
    at = found.end() if found is not None else 0
    out: list[tuple[int, int]] = []
    while at < len(text):
        stop = _SPLIT.search(text, at)
        end = stop.start() if stop is not None else len(text)
        name = text[at:end].strip(" .\t#")
        if name:
            first = at + text[at:end].index(name)
            out.append((first, first + len(name)))
        at = stop.end() if stop is not None else len(text)
    return out
