"""Answers which lines of a mail its programs wrote: lists, newsletters, phones, offices' lawyers."""

import re

_TOP = re.compile(
    r".{0,60}(?:view\s+(?:this\s+)?(?:e-?mail|message|newsletter|it|as\s+a\s+web\s*page)?\s*(?:in|on|as|online)?\s*(?:your|a|the)?\s*(?:browser|web\s*page|web\s+version)|(?:trouble|problems?)\s+(?:viewing|reading)|web\s+version|view\s+(?:online|web\s+version)"
    r"|ver\s+(?:este\s+)?(?:correo|mensaje|e-?mail|bolet[ií]n)?\s*(?:en\s+(?:el|su|tu)\s+navegador|en\s+l[ií]nea)|voir\s+(?:ce|cet|le)?\s*(?:message|e-?mail|courriel)?\s*(?:dans\s+(?:votre|le)\s+navigateur|en\s+ligne)|version\s+en\s+ligne"
    r"|(?:ver|veja|visualizar?)\s+(?:este\s+)?(?:e-?mail|mensagem)?\s*(?:no\s+(?:seu\s+)?navegador|no\s+browser)|im\s+browser\s+(?:ansehen|anzeigen|[oö]ffnen)|[aå]pne\s+i\s+nettleser"
    r"|(?:this\s+(?:e-?mail|message)\s+(?:originated|was\s+sent)\s+from\s+outside)|^\W*\[?(?:external|externo|extern)(?:\s+(?:e-?mail|sender|mail))?\]?\W*$|caution:\s+(?:external|this\s+e-?mail)).{0,80}$",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r".{0,120}\b(?:unsubscribe|opt[\s-]?out|manage\s+(?:your\s+)?(?:subscription|preferences)|update\s+(?:your\s+)?(?:preferences|profile|subscription)|forward\s+(?:this\s+(?:e-?mail\s+)?)?to\s+a\s+friend|you(?:['’]re|\s+are)?\s+(?:receiv(?:e|ed|ing)|getting|subscribed)\b.{0,40}\b(?:this|because|to)|our\s+mailing\s+address\s+is|sent\s+(?:by|via|with|to)\s+(?:mailchimp|constant\s+contact|sendinblue|brevo|campaign\s*monitor)"
    r"|darse\s+de\s+baja|cancelar\s+(?:la\s+|su\s+)?suscripci[oó]n|dar\s+de\s+baja|recibe\s+(?:este|usted\s+este)\s+(?:correo|mensaje)|desuscri|se\s+d[eé]sinscrire|d[eé]sabonn|vous\s+recevez\s+ce|cancelar\s+(?:a\s+)?(?:sua\s+)?inscri[cç][aã]o|descadastr|voc[eê]\s+(?:est[aá]\s+)?receb(?:e|endo|eu)\s+est[ea]|abbestellen|abmelden|sie\s+erhalten\s+diese|meld(?:e)?\s+deg\s+av)\b"
    r"|\s*(?:sent\s+from\s+(?:my|mail\s+for|yahoo|outlook)|get\s+outlook\s+for|enviado\s+(?:desde|do)\s+(?:mi|meu|correo)|envoy[eé]\s+(?:de|depuis)\s+mon|von\s+meinem\s+.{2,20}\s+gesendet|sendt\s+fra\s+min)\b"
    r"|\W*(?:confidentiality\s+(?:notice|note)|this\s+(?:e-?mail|message)(?:\s+and\s+any\s+(?:files|attachments))?\s.{0,60}(?:confidential|intended\s+(?:only|solely))|aviso\s+de\s+confidencialidad|este\s+(?:correo|mensaje)\s.{0,60}confidencial|aviso\s+de\s+confidencialidade|ce\s+(?:message|courriel)\s.{0,60}confidentiel|please\s+consider\s+the\s+environment|antes\s+de\s+imprimir|pensez\s+[aà]\s+l['’]environnement)"
    r"|.{0,60}\bmailing\s+list\s*$|\s*you\s+received\s+this\s+message\s+because\s+you\s+are\s+subscribed",
    re.IGNORECASE,
)
_LIST_RULE = re.compile(r"\s*_{20,}\s*$")
_AFTER_RULE = re.compile(
    r".*(?:mailing\s+list|unsubscri|\blist\b|https?://\S*(?:listinfo|mailman|groups?/)|@lists?\.)", re.IGNORECASE
)


def is_top(line: str) -> bool:
    """Tell whether a line above a mail's text is a program's or a gateway's."""
    return len(line) < 250 and _TOP.match(line) is not None


def is_foot(line: str, next_line: str) -> bool:
    """Tell whether a mail's foot begins with the line."""
    if _LIST_RULE.match(line):
        return _AFTER_RULE.match(next_line) is not None
    return _FOOT.match(line[:400]) is not None
