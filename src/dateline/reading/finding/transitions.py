"""Answers what it says when two lines of a page follow each other in given roles: one release goes on, or another begins."""

from dataclasses import dataclass, field

from dateline.reading.finding.kinds import BARE as BARE_KIND
from dateline.reading.finding.kinds import CONTACT, DATE, DATED, DATELINE, LABEL, TEXT, TRAILED
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import AFTER, BARE, BODY, DEND, DPRE, END, HEAD, KICK, LINK, META, OUT, PRE, SUB

NEVER = -99.0
OPENS = frozenset((PRE, KICK, DPRE, HEAD, BODY, BARE))
"""Roles that a release can begin with."""

Pairs = dict[tuple[int, int], float]

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

UNDATED, TWICE_DATED = -1.0, -1.2
"""What it costs a release of a listing to end without a date, and any to have a second date line."""

TWICE_OPENED = -6.0
"""What it costs a release to have a second paragraph that opens with a dated dateline."""

BROKEN_OFF = -2.0
"""What it costs a whole release to end without an end mark while the text goes on."""

BRIEF_OPENING = -0.8
"""What it costs a whole release to open its body with a line that is no sentence: that line is rather its headline."""

NO_DATE, IN_DATELINE, ON_A_LINE = range(3)

Sort = tuple[int, bool, bool]
"""What a line is to any transition: the date that it brings, a blank line above it, too little to open a body."""

Move = tuple[float, float, int, bool]
"""A transition's score, what the place of the page's dates adds to it, the state reached, and whether a release begins."""


def sort_of(line: Line, is_listing: bool) -> Sort:
    """Give what transitions need to know of a line."""
    return _dating(line), line.gap > 0, not is_listing and _is_brief(line)


def _dating(line: Line) -> int:
    """Which date a line would bring to its release."""
    if line.kind in (DATE, DATED, TRAILED, BARE_KIND) or (line.kind == LABEL and line.date is not None):
        return ON_A_LINE
    if line.kind == DATELINE and line.dateline is not None and line.dateline.date is not None and line.dateline.place:
        return IN_DATELINE
    return NO_DATE


def _is_brief(line: Line) -> bool:
    """Tell whether the line is too little for the first paragraph of a whole release."""
    if line.kind == CONTACT:
        return True
    return line.kind == TEXT and len(line.text) < 100 and line.text[-1] not in '.!?…”"»'


@dataclass(frozen=True, slots=True)
class Weights:
    """What holds for all transitions of a page."""

    is_listing: bool
    new_close: float  # a new release without a blank line
    new_apart: float  # a new release behind a blank line
    on_apart: float  # going on behind a blank line
    dates_stand: int = OUT  # the role that the page's date lines have; OUT if it is not known
    learned: Pairs = field(default_factory=dict)  # what the page's template adds to a pair of roles

    @property
    def page(self) -> tuple[bool, float, int]:
        """What a step depends on; the weights of blank lines are zero together."""
        return self.is_listing, self.new_close, self.dates_stand

    def closed(self, state: int) -> float:
        """How well a release may end in that state."""
        role, dated = divmod(state, 3)
        if role == OUT:
            return 0.0
        if role == HEAD and dated == ON_A_LINE:
            return CLOSED[META]
        return CLOSED[role] + (UNDATED if self.is_listing and dated == NO_DATE else 0.0)

    def step(self, state: int, role: int, sort: Sort) -> Move | None:
        """Score going from a state to a role; None where no release is printed so."""
        dating, gap, is_brief = sort
        before, dated = divmod(state, 3)
        if role == OUT:
            leaving = self.closed(state) * 0.8
            if not self.is_listing and before in (BODY, META, SUB, HEAD):
                leaving += BROKEN_OFF
            return leaving, 0.0, OUT * 3, False
        on = WITHIN.get((before, role), NEVER)
        if on > NEVER:
            on += self._going_on(before, role, gap)
            if is_brief and role == BODY and before != BODY:
                on += BRIEF_OPENING * (2.2 if before == META else 1)
            if dating == ON_A_LINE and dated == ON_A_LINE:
                on += TWICE_DATED
            elif dating == dated == IN_DATELINE:
                on += TWICE_OPENED
        anew = NEVER
        if role in OPENED:
            anew = self.closed(state) + OPENED[role]
            if not self.is_listing and before in (BODY, LINK, META, SUB, HEAD, DEND, AFTER):
                anew += BROKEN_OFF
            if before != OUT and not (role == HEAD and dating == ON_A_LINE):  # a row of a table needs no blank line
                anew += self.new_apart if gap else self.new_close
        habit = 0.0
        if dating == ON_A_LINE and self.dates_stand != OUT and role in (DPRE, META, DEND):
            habit = HABIT if role == self.dates_stand else -HABIT
        if max(on, anew) <= NEVER / 2:
            return None
        if on >= anew:
            return on, habit, role * 3 + max(dated, dating), False
        return anew, habit, role * 3 + dating, True

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
