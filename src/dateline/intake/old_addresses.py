"""What a source says of the addresses at which it stood → rows that lead on once what stood there is public."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.models import PageLogEntry

from dateline.releases.models import OldAddress
from dateline.releases.models.old_address import Was
from dateline.releases.old_addresses import complaint_about, form_of

AT_ONCE = 400  # addresses looked up in one question
REDACTED = "dateline.redact"  # as the desk's log calls it


@dataclass(frozen=True, slots=True)
class Claim:
    """What stood at an address, by one found record."""

    form: str  # as releases.old_addresses writes it
    was: str
    detail: str = ""


def claims_of(record: Mapping[str, Any], page: str | None) -> list[Claim]:
    """Give what a record, found on a page of this address (None where that isn't known), says of old addresses."""
    claims = []
    if record["address"]:
        claims.append(Claim(form_of(record["address"]), Was.RELEASE))
    for name, address in record.get("files_at", {}).items():
        claims.append(Claim(form_of(address), Was.FILE, name[-500:]))
    if page:
        claims.append(Claim(form_of(page), Was.LIST))
    # Said of one address twice, the first and closest counts: a release's own page is no list.
    met: dict[str, Claim] = {}
    for claim in claims:
        if claim.form and not complaint_about(claim.form):
            met.setdefault(claim.form, claim)
    return list(met.values())


def enter_old(claims: Iterable[tuple[int, Claim]]) -> int:
    """Enter what is claimed for releases, given by their keys, and is not taken; give how many rows were written.

    The first to claim an address keeps it. A release from which something was removed to protect a person gains none:
    the address may be what said it.
    """
    claims = list(claims)
    protected = _redacted({key for key, _ in claims})
    known = _known({claim.form for _, claim in claims})
    made = []
    for key, claim in claims:
        rows = known.setdefault(claim.form, {})
        is_free = key not in rows if claim.was == Was.LIST and set(rows.values()) <= {Was.LIST} else not rows
        if is_free and key not in protected:
            rows[key] = claim.was
            made.append(OldAddress(address=claim.form, was=claim.was, detail=claim.detail, release_id=key))
    OldAddress.objects.bulk_create(made, ignore_conflicts=True, batch_size=AT_ONCE)
    return len(made)


def hand_over(giver: int | None, taker: int | None) -> None:
    """Give a release the old addresses of a draft that has proved to be the same."""
    theirs = OldAddress.objects.filter(release_id=giver)
    has = OldAddress.objects.filter(release_id=taker).values("address")
    theirs.exclude(address__in=list(has.values_list("address", flat=True))).update(release_id=taker)


def contested(claims: Iterable[tuple[int, Claim]]) -> Iterator[tuple[int, str, int]]:
    """Give the releases that claim a page of their own which another keeps: who claims, the address, who keeps it."""
    claims = [(key, claim) for key, claim in claims if claim.was == Was.RELEASE]
    rows: dict[str, int] = {}
    for some in _in_parts({claim.form for _, claim in claims}):
        kept = OldAddress.objects.filter(address__in=some, was=Was.RELEASE, is_stated=False)
        rows |= dict(kept.values_list("address", "release_id"))
    for key, claim in claims:
        if rows.get(claim.form, key) != key:
            yield key, claim.form, rows[claim.form]


def _known(forms: set[str]) -> dict[str, dict[int | None, str]]:
    known: dict[str, dict[int | None, str]] = {}
    for some in _in_parts(forms):
        for form, key, was in OldAddress.objects.filter(address__in=some).values_list("address", "release_id", "was"):
            known.setdefault(form, {})[key] = was
    return known


def _redacted(keys: set[int]) -> set[int]:
    redacted = PageLogEntry.objects.filter(action=REDACTED).values_list("page_id", flat=True)
    return set(redacted) & keys


def _in_parts(forms: Iterable[str]) -> Iterator[list[str]]:
    in_order = sorted(forms)
    return (in_order[at : at + AT_ONCE] for at in range(0, len(in_order), AT_ONCE))
