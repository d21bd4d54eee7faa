"""The fields of a text → everything the checks find in them, in the order of the fields. Pure; no clock."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from dateline.preflight.checks import (
    a_number,
    birth_date,
    child,
    device,
    home_address,
    location,
    person_number,
    receipt_number,
)
from dateline.preflight.fields import Field
from dateline.preflight.finding import Finding

Check = Callable[[str], Iterator[Finding]]

PEOPLE_AT_RISK: Mapping[str, Check] = {
    a_number.CODE: a_number.check,
    receipt_number.CODE: receipt_number.check,
    person_number.CODE: person_number.check,
    birth_date.CODE: birth_date.check,
    child.CODE: child.check,
    home_address.CODE: home_address.check,
    location.CODE: location.check,
    device.CODE: device.check,
}

WAYS_OUT = "Remove it to protect the person, keep this as a draft, or publish it with a reason."


def people_at_risk(fields: Iterable[Field]) -> list[Finding]:
    """List what in these fields might tell who or where a person is, each with its place in its field."""
    return [
        replace(finding, field=field.name, sentence=f"{_where(field, finding)}: {finding.sentence} {WAYS_OUT}")
        for field in fields
        if field.text
        for check in PEOPLE_AT_RISK.values()
        for finding in check(field.text)
    ]


def _where(field: Field, finding: Finding) -> str:
    before = field.text[: finding.span[0]]
    number = 1 + sum(1 for line in before.split("\n")[:-1] if line.strip())
    return f"{field.place}, paragraph {number}" if field.is_long else field.place
