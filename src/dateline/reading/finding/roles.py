"""Answers how well each role in a release fits a line, looked at by itself: headline, body, date line, way on …

The scores are hundredths of nothing in particular; what counts is their difference. They were set by hand on
press pages of forty organizations and kept coarse on purpose.
"""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.letterheads import is_seat
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_read_on
from dateline.reading.finding.masthead import is_sign, masthead_of
from dateline.reading.finding.named import named
from dateline.reading.finding.numbered import numbered, rows_of
from dateline.reading.finding.rating import opens_speech, prose, rate_headline
from dateline.reading.finding.wordlist import in_order

OUT, PRE, KICK, DPRE, HEAD, SUB, META, BODY, LINK, DEND, END, AFTER, BARE = range(13)
"""Outside any release; label, contact or embargo above a headline; kicker; date above; headline; subheadline; date,
label or contact below the headline; body; the way on; date below the body; end mark; what follows it; a whole item."""

NAMES = in_order(
    """
    out pre kick dpre head sub meta body link dend end after bare
    """
)

_EVENTS = re.compile(r"event|calendar|agenda|veranstalt|[eé]v[eé]nement", re.IGNORECASE)
"""Of the sections beside the releases those of events hold dates of their own."""

_DIGIT = re.compile(r"\d+")
SHAPED = 60
"""Longer lines are not looked at for repetition."""

ROWS, NUMBERED = 4, -0.5
"""So many lines with a date and a headline are rows of a list; 'COMUNICADO No. 7' is a headline where nothing else could be one."""


def score(lines: Sequence[Line], is_listing: bool, bare: frozenset[int]) -> None:
    """Give each line its scores; a role that is missing cannot be taken."""
    repeats = Counter(_shape(line.text) for line in lines if len(line.text) <= SHAPED)
    beside = Counter(line.text[slice(*line.rest)] for line in lines if line.kind == kinds.DATED and line.rest)
    dated = sum(line.kind == kinds.DATED for line in lines)
    if dated and len(beside) > 0.7 * dated:  # nearly every line has words of its own: those are headlines, not offices
        beside = Counter()
    offices = tuple(name for name, count in beside.most_common(40) if count > 2)
    above = ""
    elsewhere = begun = False
    counted = numbered(lines)
    beside_heads = named(lines)
    rows = rows_of(lines) - counted - bare
    masthead = masthead_of(lines)
    for line in lines:
        scores = _scores(
            line, is_listing, repeats[_shape(line.text)] if len(line.text) <= SHAPED else 1, beside, dated, offices
        )
        if line.start in bare:
            scores = {HEAD: scores.get(HEAD, 0.0) + 3.0, OUT: 0.0}
        elif line.kind == kinds.TEXT and line.text[:14].casefold() == above[:14].casefold():
            scores[BODY] += 1.5  # an excerpt that repeats the headline above it
            if HEAD in scores:
                scores[HEAD] -= 1.0
        if line.start in beside_heads.heads:
            scores[HEAD] = scores.get(HEAD, 0.0) + 2.0
        elif line.start in beside_heads.captions:
            scores = {OUT: 0.6}
        elif line.start in beside_heads.postings:
            line.kind = kinds.NOTE if line.kind == kinds.TEXT else line.kind
            scores = {PRE: 0.7, OUT: 0.2}
        if line.start in rows:
            scores = {BODY: 1.0, OUT: -0.3}
        if line.start in counted:
            scores[HEAD] = scores.get(HEAD, 0.0) + 1.5
        if line.start < masthead:
            for role in (HEAD, PRE, KICK, BODY, SUB):
                if role in scores:
                    scores[role] -= 1.5
        if line.kind == kinds.FURNITURE:
            is_other = line.why == "another section" and (begun or _EVENTS.search(line.text) is not None)
            elsewhere = is_other or (elsewhere and line.why != "section heading")
        elif elsewhere:
            for role in (HEAD, BODY, DPRE, META, BARE):
                if role in scores:
                    scores[role] -= 1.5 if is_listing else 2.5
        begun = begun or is_sign(line)
        floor = max(scores.values()) - 3.5
        line.scores = {role: own for role, own in scores.items() if own > floor or role == OUT}
        above = line.text
    if not is_listing:
        _lower_page_titles(lines)


def _lower_page_titles(lines: Sequence[Line]) -> None:
    """A headline that stands again a few lines below was the title of the page or of the browser's window."""
    for number, line in enumerate(lines[:30]):
        if HEAD not in line.scores or len(line.text) < 15:
            continue
        own = line.text[slice(*line.rest)] if line.rest else line.text
        for below in lines[number + 1 : number + 9]:
            if HEAD in below.scores and len(below.text) >= 15 and below.text[:60].casefold() in own.casefold():
                line.scores[HEAD] -= 2.0
                line.scores[OUT] = line.scores.get(OUT, 0.0) + 0.8
                break


def _shape(text: str) -> str:
    """What is alike in lines that a page repeats with each release: '12 comments | 3 shares'."""
    return _DIGIT.sub("0", text)


def _scores(
    line: Line, is_listing: bool, repeats: int, beside: Counter[str], dated: int, offices: tuple[str, ...]
) -> dict[int, float]:
    kind = line.kind
    if line.is_row:
        return {HEAD: 2.5, OUT: -0.3}
    if kind == kinds.TEXT:
        return _text_scores(line, is_listing, repeats)
    if kind == kinds.DATELINE:
        strength = line.dateline.strength if line.dateline else 2
        scores = {BODY: 1.0 + strength / 2, OUT: -2.0, AFTER: -1.5}
        rest = line.text[line.dateline.body :] if line.dateline else ""
        if 12 < len(rest) < 160 and rest[-1] not in ".!?…" and line.way_on is None and rate_headline(rest) > 0.9:
            scores[HEAD] = rate_headline(rest) + 1.2
            scores[BODY] -= 1.2
        return scores
    if kind == kinds.DATE:
        return {DPRE: 1.0, META: 1.0, DEND: 1.0, OUT: -0.3, BODY: -1.5 if is_listing else -0.8}
    if kind == kinds.DATED and line.rest is not None:
        rest = line.text[slice(*line.rest)]
        head, body = rate_headline(rest), prose(rest)
        if dated >= ROWS and line.text[0] == "[" and rest[-1] not in ".!?":
            head = max(head, 0.6)  # among so many rows of one form a long headline is one too
        again = beside[rest]
        if again == 1 and any(name in rest for name in offices):
            again = 2  # two offices in one line
        plain = (
            1.0
            + (0.8 if again > 1 else -1.5 if dated > 1 else -0.6)
            - (0.0 if again > 1 else max(0, len(rest.split()) - 5) * 0.25)
        )
        scores = {HEAD: head + 1.0 - (0.9 if again > 1 else 0), DPRE: plain, META: plain, DEND: plain - 0.2, OUT: -0.3}
        if line.way_on is not None:
            scores[BODY] = max(body, 0.0) + 1.8
            scores[BARE] = 2.2
            scores[HEAD] -= 1.5
        elif body > 0.6:
            scores[BODY] = body + 0.8
        return scores
    if kind == kinds.TRAILED and line.rest is not None:
        rest = line.text[slice(*line.rest)]
        return {
            HEAD: rate_headline(rest) + 0.8,
            META: -0.8,
            DPRE: -0.8,
            DEND: -0.8,
            OUT: -0.2,
            BODY: prose(line.text) - 0.5,
        }
    if kind == kinds.LABEL:
        strong = line.label is not None and line.label.is_strong
        if line.date is not None:
            return {PRE: 1.2, DPRE: 1.0, META: 1.0, OUT: -0.5}
        scores = {
            PRE: 1.2 if strong else 0.7,
            META: 1.0 if strong else -0.5,
            KICK: 0.2,
            LINK: 0.2,
            OUT: -0.6 if strong else -0.1,
            AFTER: -0.5,
        }
        if any(c.isdigit() for c in line.text):
            scores[HEAD] = NUMBERED
        return scores
    if kind == kinds.EMBARGO:
        return {PRE: 1.2, META: 1.0, OUT: -1.0}
    if kind == kinds.LINK:
        scores = {LINK: 1.0, OUT: -0.1, BODY: -1.5, AFTER: -0.4}
        if not is_read_on(line.text):
            scores[META] = 0.3
        return scores
    if kind == kinds.END:
        return {END: 2.0, OUT: -0.3}
    if kind == kinds.MORE:
        return {BODY: 0.5, OUT: -0.5}
    if kind == kinds.CONTACT:
        return {PRE: 0.6, META: 0.8, AFTER: 0.9 if not is_listing else -0.4, OUT: 0.2, BODY: -0.8}
    if kind == kinds.ADVISORY:
        return {BODY: 1.5, OUT: -0.8}
    if kind == kinds.BARE:
        return {BARE: 2.5, OUT: -1.0}
    if kind == kinds.NOTE:
        return {
            META: 0.6,
            LINK: 0.6,
            PRE: 0.3,
            KICK: 0.2,
            OUT: 0.1,
            DPRE: 0.3,
            BODY: -0.5 if line.text[0] == "(" else -1.5,
            AFTER: -0.2,
        }
    if kind == kinds.HEADING:
        return {OUT: 0.6, BODY: -2.0 if is_listing else -1.0}
    scores = {OUT: 0.6, LINK: -0.8, AFTER: 0.3, BODY: -2.5 if is_listing else -1.0}
    if line.text.count(" ") >= 3:
        scores[HEAD] = -2.2
    return scores


def _text_scores(line: Line, is_listing: bool, repeats: int) -> dict[int, float]:
    text = line.text
    size = len(text)
    if size > 320:
        return {BODY: 2.0, OUT: -3.0, AFTER: 0.3}
    words = text.count(" ") + 1
    sentence = prose(text)
    head = rate_headline(text)
    if _DIGIT.search(text) and is_seat(text):
        return {OUT: 0.3, BODY: max(sentence, -0.5), PRE: 0.0, META: -0.3, AFTER: -0.2}
    if repeats > 2 and (words <= 5 or _DIGIT.search(text)):
        head -= 1.0 + 0.2 * min(repeats, 5)
    if not is_listing and head >= 1.0 and words >= 5:
        scores_out = -0.7
    else:
        scores_out = 0.0
    weak_dateline = line.dateline is not None
    scores = {
        HEAD: head,
        BODY: (sentence if is_listing else max(sentence, 0.0)) + (0.7 if weak_dateline else 0.0),
        SUB: min(head, 1.0) - 0.6 if words >= 3 else -1.5,
        OUT: scores_out if size < 80 and sentence < 0.5 else -min(2.5, size / 90) + scores_out,
        AFTER: -0.3,
    }
    if line.way_on is not None:
        scores[BODY] += 1.5
        scores[HEAD] -= 0.5
        scores[OUT] -= 0.5
    elif (words <= 4 or (words <= 6 and text.isupper())) and size <= 36 and sentence < 0.3:
        scores[KICK] = 0.2 + (0.4 if text.isupper() else 0.0) + (0.5 if repeats > 1 else 0.0)
        scores[META] = -0.6 + (0.5 if repeats > 1 else 0.0)
        scores[LINK] = -0.2 if repeats > 1 else -1.3
    if repeats > 2 and size <= 60:
        scores[LINK] = 0.2
    if opens_speech(text):
        del scores[HEAD], scores[SUB]
    return scores
