"""Answers how well each line above the body of a single release would be its headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.labels import label_at
from dateline.reading.finding.letterheads import ABOUT, CAPTION, SUBJECT, is_about, is_address
from dateline.reading.finding.lines import Line
from dateline.reading.finding.postings import is_byline
from dateline.reading.finding.rating import opens_speech, rate_headline
from dateline.reading.finding.standing import standing
from dateline.reading.finding.whole import Whole, is_paragraph

MENU_LINES = 7
"""So many short lines in a row are a menu."""

REPEATED = 0.8
"""What it adds to a headline to have been printed as the page's title too."""

ITALIC = 0.8
"""What it costs a line set wholly in italics or bold to stand below another headline: it is the one beneath it."""

HEAD_LINES = 14
"""A label, date or contact further above the headline belongs to the page."""

WORDS_LOOKED_AT = 200_000
"""Characters of a page in which the sender's name is looked for."""

_ANNOUNCES = re.compile(
    r"(?:joint\s+)?(?:open\s+letter|statement|pronunciamiento|posicionamiento|declaraci[oó]n|d[eé]claration|declara[cç][aã]o|comunicado|communiqu[eé]|carta\s+(?:abierta|aberta|al?\b)|lettre\s+(?:ouverte|[aà])|offener\s+brief|lettera\s+aperta|nota\s+(?:p[uú]blica|de\s)|mensaje|message\s)\b",
    re.IGNORECASE,
)
"""Words that name what is said open headlines, not letterheads."""
SALUTED = re.compile(
    r"(?:dear|estimad|de\s+nuestra|de\s+mi\s|madame|monsieur|prezad|excelent|sehr\s+geehrte)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Page:
    """The words of a page in small letters, to ask whether a line's words come again below it."""

    text: str
    ends: dict[int, int]  # for a line's number, where its words end

    @classmethod
    def of(cls, lines: Sequence[Line], start: int) -> "_Page":
        parts: list[str] = []
        ends: dict[int, int] = {}
        at = 0
        for n in range(start, len(lines)):
            parts.append(lines[n].text.casefold())
            at += len(parts[-1]) + 1
            ends[n] = at
            if at > WORDS_LOOKED_AT:
                break
        return cls("\n".join(parts), ends)

    def repeats(self, low: str, number: int) -> bool:
        """Senders are named again in their release, headlines are not."""
        return number in self.ends and self.text.find(low, self.ends[number]) >= 0


def rated(lines: Sequence[Line], whole: Whole, start: int, blocks: set[int]) -> dict[int, float]:
    """Rate the lines from a start to the body, by their numbers; what can be no headline is left out."""
    page = _Page.of(lines, start)
    senders = [
        x.text[m.end() :].casefold() for x in lines[whole.body :] if len(x.text) <= 110 and (m := ABOUT.match(x.text))
    ]
    announced = max(
        (
            n
            for n in range(start, whole.body)
            if lines[n].kind == kinds.EMBARGO
            or (lines[n].kind == kinds.LABEL and (label := lines[n].label) is not None and label.is_strong)
        ),
        default=-1,
    )
    out: dict[int, float] = {}
    menu = _menu(lines, start, whole.body)
    title = lines[0].text.casefold() if len(lines[0].text) >= 15 else ""
    stand = standing(lines, start, whole.body)
    rank = 0
    for n in range(start, whole.body):
        line = lines[n]
        own = _own(line)
        if own is None or n in blocks or n in stand.fields or CAPTION.match(own):
            continue
        words = own.split()
        is_italic = own[0] == own[-1] and own[0] in "*_"
        rate = min(rate_headline(own[:-1] if own[-1] in ",;" and _runs_on(lines, n, whole.body) else own), 1.5) + (
            0.5 if len(words) >= 5 else -0.5 if len(words) < 3 else 0.0
        )
        low = own.casefold()
        if len(words) <= 8 and (
            page.repeats(low, n) or any(low in s or (s in low and len(s) > 0.6 * len(low)) for s in senders if s)
        ):
            rate -= 1.8
        if SUBJECT.match(line.text):
            rate -= 0.8 if any(lines[k].gap and _own(lines[k]) for k in range(n + 1, whole.body)) else 0.3
        if n < announced:
            rate -= 0.8 if len(words) >= 7 else 1.6
        above = lines[n - 1] if n else None
        below = lines[n + 1]
        if above is not None and (above.kind not in (kinds.TEXT,) or n - 1 in blocks):
            rate += 0.4
        elif n - 1 in out and out[n - 1] > (0.7 if line.gap else -9.0):
            rate -= 0.4
        if below.kind in (kinds.DATE, kinds.DATELINE, kinds.NOTE, kinds.LABEL) or n + 1 == whole.body:
            rate += 0.2
        if n + 1 < whole.body and not below.gap and is_address(below.text) and not SUBJECT.match(below.text):
            rate -= 1.0
        if line.gap:
            rate += 0.1
        if n in menu:
            rate -= 1.2
        if is_italic and any(other >= 1.0 for other in out.values()):
            rate -= ITALIC
        rate -= min(1.0, max(0, whole.body - n - HEAD_LINES) * 0.06)
        if n and len(low) >= 12 and low[:60] in title:
            rate += 1.2
        elif " > " in own or " » " in own or " › " in own:
            rate -= 1.5
        if n == 0 and len(words) <= 6 and below.gap:
            rate -= 0.4
        rate += stand.rates.get(n, 0.0) + (0.6 if _ANNOUNCES.match(own) and len(words) >= 3 else 0.0)
        if rate > 0.5:
            rate -= 0.2 * min(rank, 2)
            rank += 1
        out[n] = rate
    _lower_titles(lines, out)
    return {n: rate for n, rate in out.items() if rate > -0.5}


def _runs_on(lines: Sequence[Line], n: int, body: int) -> bool:
    """Tell whether a headline goes on in the line below."""
    return n + 1 < body and not lines[n + 1].gap and lines[n + 1].kind == kinds.TEXT and not is_paragraph(lines[n + 1])


def _menu(lines: Sequence[Line], start: int, body: int) -> set[int]:
    """Give the lines of menus: many short lines in a row, none of which ends as a sentence does."""
    out: set[int] = set()
    run: list[int] = []
    for n in range(start, body + 1):
        line = lines[n]
        if (
            n < body
            and len(line.text) <= 50
            and line.text.count(" ") <= 5
            and line.text[-1] not in ".!?:"
            and line.date is None
        ):
            run.append(n)
            continue
        if len(run) >= MENU_LINES:
            out.update(run)
        run = []
    return out


def _lower_titles(lines: Sequence[Line], rated: dict[int, float]) -> None:
    """Of a headline that was printed as the page's title as well, the later counts."""
    order = sorted(rated)
    for i, n in enumerate(order):
        low = lines[n].text.casefold()
        for later in order[i + 1 : i + 12]:
            own = lines[later].text.casefold()
            if len(own) >= 15 and own[:60] in low and len(own) > 0.5 * len(low):
                rated[later] = max(rated[later], rated[n]) + REPEATED
                rated[n] -= 3.0
                break


def _own(line: Line) -> str | None:
    """What of the line could be a headline."""
    text = line.text
    if line.kind in (kinds.DATED, kinds.TRAILED) and line.rest is not None:
        text = text[slice(*line.rest)]
    elif line.kind != kinds.TEXT or is_paragraph(line) or opens_speech(text):
        return None
    subject = SUBJECT.match(text)
    if subject is not None:
        return text[subject.end() :]
    if is_address(text) or is_about(text) or is_byline(text) or SALUTED.match(text):
        return None
    label = label_at(text)
    if label is not None and not label.is_whole and label.is_strong and text[label.end : label.end + 1] == ":":
        text = text[label.end + 1 :].strip()
        text = text[:1].upper() + text[1:]
    return text or None
