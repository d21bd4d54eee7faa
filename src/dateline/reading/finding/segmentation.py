"""Answers which lines belong to which release: the best-scoring sequence of roles over the lines of a page.

A sequence scores what its lines say of themselves (roles.py) plus what each pair of neighbours says. The best one is
found by dynamic programming (Viterbi 1967) in time linear in the lines. Then the page is asked for its own template: the pairs
that were met often are made likelier, the others less so, and the page is read again (one step of expectation and maximization).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.reading.finding.kinds import BARE as BARE_KIND
from dateline.reading.finding.kinds import CONTACT, DATE, DATED, LABEL, TEXT, TRAILED
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import AFTER, BARE, BODY, DEND, DPRE, END, HEAD, KICK, LINK, META, OUT, PRE, SUB

NEVER = -99.0
OPENS = frozenset((PRE, KICK, DPRE, HEAD, BODY, BARE))
"""Roles that a release can begin with."""

Pairs = dict[tuple[int, int], float]
Roles = list[tuple[int, bool]]
"""For each line its role, and whether a release begins with it."""

WITHIN: Pairs = {
    (PRE, PRE): 0.2, (PRE, KICK): -0.2, (PRE, DPRE): 0.1, (PRE, HEAD): 0.8, (PRE, BODY): -0.6,
    (KICK, HEAD): 0.3, (KICK, DPRE): 0.0, (KICK, PRE): -0.3, (KICK, KICK): -1.0,
    (DPRE, HEAD): 0.8, (DPRE, PRE): 0.0, (DPRE, KICK): 0.0, (DPRE, DPRE): -0.8, (DPRE, BODY): -0.6,
    (HEAD, SUB): 0.0, (HEAD, META): 0.8, (HEAD, BODY): 0.9, (HEAD, LINK): 0.2, (HEAD, END): -1.0,
    (SUB, BODY): 0.8, (SUB, META): 0.6, (SUB, SUB): -0.9, (SUB, LINK): -0.4, (SUB, DEND): -0.6,
    (META, META): 0.2, (META, BODY): 1.1, (META, SUB): -0.8, (META, LINK): 0.1,
    (BODY, BODY): 0.0, (BODY, LINK): 0.9, (BODY, DEND): 0.3, (BODY, END): 1.0, (BODY, AFTER): -0.3,
    (LINK, LINK): 0.2, (LINK, DEND): 0.0, (LINK, END): 0.0, (LINK, BODY): -1.5, (LINK, AFTER): -1.0,
    (DEND, LINK): 0.5, (DEND, END): 0.3, (DEND, AFTER): -0.3, (DEND, DEND): -1.0, (DEND, BODY): -2.0,
    (END, LINK): 0.2, (END, AFTER): 0.4, (END, END): 0.0,
    (AFTER, AFTER): 0.2, (AFTER, LINK): -0.5, (AFTER, END): 0.2, (AFTER, DEND): -0.5,
}  # fmt: skip
"""What it says when two lines of one release follow each other so. A release whose date stands above the headline, below it
or below the body scores the same in all: which it is must come from the page's first and last lines, and its blank ones."""

CLOSED: dict[int, float] = {
    OUT: 0.0, HEAD: -0.7, SUB: -1.2, META: -0.5, BODY: -0.6, LINK: 0.5, DEND: 0.1, END: 0.6, AFTER: -0.2, BARE: 0.3,
    PRE: -2.5, KICK: -2.5, DPRE: -2.5,
}  # fmt: skip
"""How well a release may end with that role, where another begins at once or the page goes on without one."""

OPENED: dict[int, float] = {PRE: -1.0, KICK: -1.4, DPRE: -1.0, HEAD: -1.2, BODY: -3.2, BARE: -0.8}
"""How well a release may begin with that role."""

HABIT = 0.7
"""What it adds to a date line to stand where the page's date lines stand, and costs it to stand elsewhere."""

SAMPLE = 160
"""Lines from which that is judged."""

BEAM = 4.5
"""States that score so much less than the best at a line are given up."""

UNDATED, TWICE_DATED = -1.0, -1.2
"""What it costs a release of a listing to end without a date, and any to have a second date line."""

BROKEN_OFF = -2.0
"""What it costs a whole release to end without an end mark while the text goes on."""

BRIEF_OPENING = -0.8
"""What it costs a whole release to open its body with a line that is no sentence: that line is rather its headline."""

NO_DATE, IN_DATELINE, ON_A_LINE = range(3)


def segment(lines: Sequence[Line], is_listing: bool) -> list[list[tuple[Line, int]]]:
    """Give the releases as lists of lines with their roles; lines of no release are in none."""
    if not lines:
        return []
    weights = _Weights(is_listing, *_gap_weights(lines, is_listing))
    sorts = _sorts(lines, is_listing)
    roles = _best(lines, sorts, weights)[0]
    if _are_unsettled(lines, roles, weights):
        weights, roles = _with_dates_settled(lines, sorts, weights)
    learned = _template(roles)
    if learned:
        roles = _best(lines, sorts, replace(weights, learned=learned))[0]
    return _grouped(lines, roles)


def _are_unsettled(lines: Sequence[Line], roles: Sequence[tuple[int, bool]], weights: "_Weights") -> bool:
    """Tell whether the page's date lines came out in several places, so that their habit is to be found."""
    if not weights.is_listing:
        return False
    met = Counter(
        role
        for line, (role, _) in zip(lines, roles, strict=True)
        if line.kind == DATE or (line.kind == DATED and DPRE in line.scores)
    )
    return sum(met.values()) >= 3 and sum(met[role] > 0 for role in (DPRE, META, DEND, OUT, BODY, HEAD)) >= 2


def _with_dates_settled(
    lines: Sequence[Line], sorts: Sequence["Sort"], weights: "_Weights"
) -> tuple["_Weights", "Roles"]:
    """Let three readings compete: the dates stand above the headlines, below them, or below the bodies."""
    best: tuple[float, _Weights, Roles] | None = None
    for stand in (DPRE, META, DEND):
        settled = replace(weights, dates_stand=stand)
        roles, score = _best(lines[:SAMPLE], sorts[:SAMPLE], settled)
        if best is None or score > best[0]:
            best = score, settled, roles
    _, settled, roles = best
    return settled, roles if len(lines) <= SAMPLE else _best(lines, sorts, settled)[0]


def _gap_weights(lines: Sequence[Line], is_listing: bool) -> tuple[float, float, float]:
    """What blank lines say: (new release without one, new release behind one, on within a release behind one)."""
    blank = sum(line.gap > 0 for line in lines[1:])
    share = blank / max(1, len(lines) - 1)
    if not 0.08 < share < 0.85:
        return (0.0, 0.0, 0.0)
    return (-1.6, 0.4, -0.6 if is_listing else 0.0)


def _dating(line: Line) -> int:
    """Which date a line would bring to its release."""
    if line.kind in (DATE, DATED, TRAILED, BARE_KIND) or (line.kind == LABEL and line.date is not None):
        return ON_A_LINE
    if line.dateline is not None and line.dateline.date is not None:
        return IN_DATELINE
    return NO_DATE


@dataclass(frozen=True, slots=True)
class _Weights:
    """What holds for all transitions of a page."""

    is_listing: bool
    new_close: float  # a new release without a blank line
    new_apart: float  # a new release behind a blank line
    on_apart: float  # going on behind a blank line
    dates_stand: int = OUT  # the role that the page's date lines have; OUT if it is not known
    learned: Pairs = field(default_factory=dict)  # what the page's template adds to a pair of roles

    def closed(self, state: int) -> float:
        """How well a release may end in that state."""
        role, dated = divmod(state, 3)
        if role == OUT:
            return 0.0
        if role == HEAD and dated == ON_A_LINE:
            return CLOSED[META]
        return CLOSED[role] + (UNDATED if self.is_listing and dated == NO_DATE else 0.0)

    def step(self, state: int, role: int, dating: int, gap: bool, is_brief: bool) -> tuple[float, int, bool]:
        """Score going from a state to a role; with it the state that is reached and whether a release begins."""
        before, dated = divmod(state, 3)
        if role == OUT:
            leaving = self.closed(state) * 0.8
            if not self.is_listing and before in (BODY, META, SUB, HEAD):
                leaving += BROKEN_OFF
            return leaving, OUT * 3, False
        on = WITHIN.get((before, role), NEVER)
        if on > NEVER:
            on += self._going_on(before, role, gap)
            if is_brief and role == BODY and before != BODY:
                on += BRIEF_OPENING * (2.2 if before == META else 1)
            if dating == ON_A_LINE and dated == ON_A_LINE:
                on += TWICE_DATED
        anew = NEVER
        if role in OPENED:
            anew = self.closed(state) + OPENED[role]
            if not self.is_listing and before in (BODY, LINK, META, SUB, HEAD, DEND, AFTER):
                anew += BROKEN_OFF
            if before != OUT and not (role == HEAD and dating == ON_A_LINE):  # a row of a table needs no blank line
                anew += self.new_apart if gap else self.new_close
        more = self.learned.get((before, role), 0.0)
        if dating == ON_A_LINE and self.dates_stand != OUT and role in (DPRE, META, DEND):
            more += HABIT if role == self.dates_stand else -HABIT
        if on >= anew:
            return on + more, role * 3 + max(dated, dating), False
        return anew + more, role * 3 + dating, True

    def _going_on(self, before: int, role: int, gap: bool) -> float:
        on = self.on_apart if gap else 0.0
        if not self.is_listing and (before, role) in (
            (BODY, BODY),
            (LINK, BODY),
            (HEAD, BODY),
            (END, AFTER),
            (AFTER, AFTER),
        ):
            return on + 0.5
        if self.is_listing and (before, role) == (BODY, BODY):
            return on - 0.4
        return on - 1.5 if self.is_listing and AFTER in (before, role) else on


Move = tuple[float, int, bool]
Sort = tuple[int, bool, bool]
"""What a line is to any transition: the date that it brings, a blank line above it, too little to open a body."""

Moves = dict[Sort, list[dict[int, Move | None]]]
_shared: dict[tuple[bool, float, int], Moves] = {}
"""Moves that were scored before, for pages without a template: the same few hundred serve all of them."""


def _moves(weights: _Weights) -> Moves:
    if weights.learned:
        return {}
    return _shared.setdefault((weights.is_listing, weights.new_close, weights.dates_stand), {})


def _sorts(lines: Sequence[Line], is_listing: bool) -> list[Sort]:
    return [(_dating(line), line.gap > 0, not is_listing and _is_brief(line)) for line in lines]


def _best(lines: Sequence[Line], sorts: Sequence[Sort], weights: _Weights) -> tuple[Roles, float]:
    """The best sequence of (role, begins a release), and its score."""
    known = _moves(weights)
    front: list[tuple[int, float]] = [(OUT * 3, 0.0)]
    back: list[dict[int, tuple[int, bool]]] = []
    for line, sort in zip(lines, sorts, strict=True):
        table = known.get(sort)
        if table is None:
            table = known[sort] = [{} for _ in range(BARE + 1)]
        row: dict[int, tuple[int, bool]] = {}
        reached: dict[int, float] = {}
        for role, own in line.scores.items():
            moves = table[role]
            for before, total in front:
                try:
                    move = moves[before]
                except KeyError:
                    move = moves[before] = _possible(weights.step(before, role, *sort))
                if move is None:
                    continue
                value, state, opens = move
                value += total + own
                if state not in reached or value > reached[state]:
                    reached[state] = value
                    row[state] = (before, opens)
        floor = max(reached.values()) - BEAM
        front = [pair for pair in reached.items() if pair[1] > floor]
        back.append(row)
    state, score = max(((each, total + weights.closed(each) * 0.8) for each, total in front), key=lambda pair: pair[1])
    out: list[tuple[int, bool]] = []
    for row in reversed(back):
        origin, opens = row[state]
        out.append((state // 3, opens))
        state = origin
    out.reverse()
    return out, score


def _is_brief(line: Line) -> bool:
    """Tell whether the line is too little for the first paragraph of a whole release."""
    if line.kind == CONTACT:
        return True
    return line.kind == TEXT and len(line.text) < 100 and line.text[-1] not in '.!?…”"»'


def _possible(move: Move) -> Move | None:
    return move if move[0] > NEVER / 2 else None


def _template(roles: Sequence[tuple[int, bool]]) -> Pairs:
    """What the page's own order of roles adds to each pair; nothing where too few releases were found, or all are alike."""
    shapes: list[list[int]] = []
    for role, opens in roles:
        if opens:
            shapes.append([])
        if role != OUT and shapes:
            shapes[-1].append(role)
    if len(shapes) < 3 or all(shape == shapes[0] for shape in shapes):
        return {}
    pairs: Counter[tuple[int, int]] = Counter()
    leaving: Counter[int] = Counter()
    before = OUT
    for role, _ in roles:
        if before != OUT or role != OUT:
            pairs[before, role] += 1
            leaving[before] += 1
        before = role
    out: Pairs = {}
    for first in range(BARE + 1):
        for second in range(BARE + 1):
            if first == OUT or leaving[first] < 3:
                continue
            share = (pairs[first, second] + 0.5) / (leaving[first] + 2.0)
            out[first, second] = max(-0.8, min(0.9, 1.6 * (share - 0.33)))
    return out


def _grouped(lines: Sequence[Line], roles: Sequence[tuple[int, bool]]) -> list[list[tuple[Line, int]]]:
    out: list[list[tuple[Line, int]]] = []
    is_open = False
    for line, (role, opens) in zip(lines, roles, strict=True):
        if role == OUT:
            is_open = False
        elif opens or not is_open:
            out.append([(line, role)])
            is_open = True
        else:
            out[-1].append((line, role))
    return out
