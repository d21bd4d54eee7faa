"""The bands of findings → rows, and records → the findings that share one with them, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Q

from dateline.intake.likeness import DAYS_APART, UNDATED, Likeness
from dateline.intake.models import Band

MOST_COMPARED = 100  # findings of one key: a page of identical undated headlines must not make matching quadratic


def insert_bands(findings: Iterable[tuple[int, Likeness]]) -> None:
    """Write the bands of findings, given by their keys: numbers only, so past the ORM's objects, nine for a finding."""
    rows = [(key, number, like.day) for key, like in findings for number in like.keys.bands]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {Band._meta.db_table} (finding_id, number, day) VALUES (%s, %s, %s)",  # noqa: S608
            rows,
        )


def sharing_a_band(wanted: Iterable[Likeness]) -> Iterator[tuple[int, int | None]]:
    """Give the findings, with their releases, that share a band with a record of a day next to theirs."""
    days: dict[int, set[int]] = defaultdict(set)
    for one in wanted:
        for number in one.keys.bands:
            days[number].add(one.day)
    undated = {number for number, of in days.items() if UNDATED in of}
    if not days:
        return
    every = sorted(day for of in days.values() for day in of if day != UNDATED)
    nearby = Q(day=UNDATED)
    if every:
        nearby |= Q(day__range=(every[0] - DAYS_APART, every[-1] + DAYS_APART))
    met: Counter[int] = Counter()
    for numbers, on in ((days.keys() - undated, nearby), (undated, Q())):
        if not numbers:
            continue
        rows = Band.objects.filter(on, number__in=numbers).order_by("-finding_id")
        for number, day, key, release in rows.values_list("number", "day", "finding_id", "finding__release_id"):
            is_near = not day or any(not own or abs(own - day) <= DAYS_APART for own in days[number])
            if is_near and met[number] < MOST_COMPARED:
                met[number] += 1
                yield key, release
