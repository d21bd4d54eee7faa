"""Takes the text of a mail and says which part of it is its own, or is handed on in it, and what the rest is."""

import re
from dataclasses import dataclass, field

from dateline.reading.asides import Aside
from dateline.reading.letters.furniture import is_foot, is_top

_RULE = re.compile(
    r"[>\s]*-{2,}\s*(?P<words>forwarded\s+(?:message|by\b.*?)|original\s+message|mensaje\s+(?:reenviado|original)|message\s+(?:transf[eé]r[eé]|d['’]origine|original)|mensagem\s+(?:encaminhada|original)"
    r"|weitergeleitete\s+nachricht|urspr[uü]ngliche\s+nachricht|videresendt\s+melding)\s*-{2,}\s*$"
    r"|[>\s]*(?P<begin>begin\s+forwarded\s+message|inicio\s+del\s+mensaje\s+reenviado|d[eé]but\s+du\s+message\s+(?:transf[eé]r[eé]|r[eé]exp[eé]di[eé])|in[ií]cio\s+da\s+mensagem\s+(?:re)?encaminhada|anfang\s+der\s+weitergeleiteten\s+nachricht)\s*:\s*$",
    re.IGNORECASE,
)
_FORWARDS = re.compile(r"forward|reenvia|transf|r[eé]exp|encaminha|weiterge|videre", re.IGNORECASE)
_FIELD = re.compile(
    r"[>\s]*\*?(?P<name>from|de|von|fra|date|fecha|data|datum|dato|sent|enviad[oa](?:\s+el|\s+em)?|envoy[eé](?:\s+le)?|gesendet|sendt|to|para|[àa]|an|til|subject|asunto|objet|assunto|betreff|emne|cc|bcc|cco|reply-to|responder\s+a)\*?\s*:\*?(?:\s+(?P<words>.*))?$",
    re.IGNORECASE,
)
_SENDER = frozenset(["from", "de", "von", "fra"])
_SUBJECT = frozenset(["subject", "asunto", "objet", "assunto", "betreff", "emne"])
_DAY = re.compile(r"date|fecha|data|datum|dato|sent|enviad|envoy|gesendet|sendt", re.IGNORECASE)
_ATTRIBUTION = re.compile(
    r"(?:on|el|le|em|no\s+dia|am|den)\b.{6,200}(?:wrote|escribi[oó]|a\s+[eé]crit|escreveu|schrieb(?:\s.{0,80})?|skrev)\s*:\s*$",
    re.IGNORECASE | re.DOTALL,
)
HANDED_ON = re.compile(r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|rv|tr|wg|enc|reenv|i)\s*:", re.IGNORECASE)
ANSWER = re.compile(r"\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|sv|res)\s*(?:\[\d+\])?:", re.IGNORECASE)
SHORT_NOTE = 500
"""Characters of a note above another mail's head, above which it is a text of its own."""


@dataclass(slots=True)
class Own:
    """What a mail says itself, or hands on."""

    begin: int  # of its text, in the mail's
    end: int
    asides: list[Aside] = field(default_factory=list)  # what is left out, in order
    subject: str | None = None  # of the mail that is handed on
    day: str | None = None  # its date, as printed
    is_handed_on: bool = False
    is_answer: bool = False  # it quotes the mail that it answers


def own_part(text: str, subject: str) -> Own:
    """Find the part of a mail's text that is its own; of a mail that hands another on, the innermost."""
    own = Own(0, len(text))
    is_handed_on = HANDED_ON.match(subject) is not None
    while (head := _head_of_another(text, own.begin, own.end)) is not None:
        begin, end, forwards, found = head
        note = text[own.begin : begin]
        is_answer = (
            not forwards and not is_handed_on and (ANSWER.match(subject) is not None or len(note.strip()) > SHORT_NOTE)
        )
        if is_answer:
            own.is_answer = True
            own.asides.append(Aside(text[begin : own.end]))
            own.end = begin
            break
        own.asides += [Aside(note), Aside(text[begin:end], "head of the mail that is handed on")]
        own.begin, own.is_handed_on = end, True
        own.subject, own.day = found.get("subject") or own.subject, found.get("day") or own.day
        is_handed_on = False
        subject = own.subject or ""
    _without_quotes(text, own)
    _without_furniture(text, own)
    _without_signature(text, own)
    return own


def _lines(text: str, begin: int, end: int) -> list[tuple[int, str]]:
    out, at = [], begin
    for line in text[begin:end].splitlines(keepends=True):
        out.append((at, line))
        at += len(line)
    return out


def _head_of_another(text: str, begin: int, end: int) -> tuple[int, int, bool, dict[str, str]] | None:
    """Find where another mail begins inside: the span of its head, does its rule say that it is forwarded, subject and day."""
    lines = _lines(text, begin, end)
    for number, (at, line) in enumerate(lines):
        rule = _RULE.match(line)
        first = number + 1 if rule else number
        is_bare = not rule and (found := _FIELD.match(line)) is not None and found["name"].lower() in _SENDER
        if not rule and not is_bare:
            continue
        after, fields = _fields(lines, first)
        if len(fields) < (1 if rule else 3) or (is_bare and not {"subject", "day"} <= fields.keys()):
            continue
        start = at
        if number and re.fullmatch(r"\s*[_-]{5,}\s*", lines[number - 1][1]):
            start = lines[number - 1][0]
        stop = lines[after][0] if after < len(lines) else end
        return start, stop, bool(rule and _FORWARDS.search(rule["words"] or rule["begin"] or "")), fields
    return None


def _fields(lines: list[tuple[int, str]], number: int) -> tuple[int, dict[str, str]]:
    """Read a head's fields from a line on; blank lines may part them, a long one goes on in the next line."""
    fields: dict[str, str] = {}
    last = number
    blank = 0
    while number < len(lines):
        line = lines[number][1].strip("> \t\r\n")
        found = _FIELD.match(lines[number][1])
        if found is not None:
            name = found["name"].lower()
            key = "subject" if name in _SUBJECT else "day" if _DAY.match(name) else name
            fields[key] = (found["words"] or "").strip()
            blank, last = 0, number + 1
        elif not line and blank < 1:
            blank += 1
        elif (
            line
            and not blank
            and fields
            and len(fields) < 9
            and lines[number][1].lstrip("> \t") != line
            and lines[number][1][:1].isspace()
        ):
            last = number + 1
        else:
            break
        number += 1
    return last, fields


def _without_quotes(text: str, own: Own) -> None:
    """Leave out what a mail answers: from the line that says who wrote it on, and lines with '>' at the end."""
    lines = _lines(text, own.begin, own.end)
    for number, (at, line) in enumerate(lines):
        two = line.rstrip() + " " + (lines[number + 1][1] if number + 1 < len(lines) else "")
        if _ATTRIBUTION.match(line.strip()) or (
            len(line) > 20 and _ATTRIBUTION.match(two.strip()) and not lines[number + 1][1].startswith(">")
        ):
            if text[own.begin : at].strip():
                _end_at(text, own, at)
                own.is_answer = True
            return
    quoted = [number for number, (_, line) in enumerate(lines) if line.startswith(">")]
    if not quoted or len(quoted) * 10 > sum(bool(line.strip()) for _, line in lines) * 9:
        return
    first = quoted[0]
    if all(line.startswith(">") or not line.strip() for _, line in lines[first:]):
        _end_at(text, own, lines[first][0])
        own.is_answer = True


def _without_signature(text: str, own: Own) -> None:
    lines = _lines(text, own.begin, own.end)
    for number, (at, line) in enumerate(lines):
        is_rule = line.rstrip("\r\n") == "-- " or (line.strip() == "--" and len(lines) - number <= 15)
        if is_rule and text[own.begin : at].strip():
            own.asides.append(Aside(text[at : at + len(line)], "signature"))
            own.asides.append(Aside(text[at + len(line) : own.end]))
            own.end = at
            return


def _without_furniture(text: str, own: Own) -> None:
    """Leave out what programs write above and below: 'view in your browser', 'unsubscribe', the list's own foot."""
    lines = _lines(text, own.begin, own.end)
    tops = [number for number, (_, line) in enumerate([x for x in lines if x[1].strip()][:6]) if is_top(line)]
    if tops:
        filled = [x for x in lines if x[1].strip()]
        for at, line in filled[: tops[-1] + 1]:
            own.asides.append(Aside(text[at : at + len(line)], "furniture of mail" if is_top(line) else None))
            own.begin = at + len(line)
    lines = _lines(text, own.begin, own.end)
    last = lines[-40:]
    for number, (at, line) in enumerate(last):
        if is_foot(line, last[number + 1][1] if number + 1 < len(last) else ""):
            for begin, each in last[number:]:
                own.asides.append(
                    Aside(text[begin : begin + len(each)], "furniture of mail" if is_foot(each, "") else None)
                )
            own.end = at
            return


def _end_at(text: str, own: Own, at: int) -> None:
    own.asides.append(Aside(text[at : own.end]))
    own.end = at
