"""State: a person says what addresses of an older site have become. All of it is entered, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from dateline.publishing.become import Became, became, is_page_of_ours
from dateline.publishing.maps import MAPS
from dateline.publishing.owe import owe
from dateline.publishing.settle import settle_pages
from dateline.publishing.stood import answer_of_old
from dateline.releases.models import OldAddress
from dateline.releases.models.old_address import Was
from dateline.releases.old_addresses import complaint_about, form_of
from dateline.releases.refused import Refused

AT_ONCE = 400
NO_ADDRESS = "“{}” is no web address. Write it whole, or from its first slash on, as in /press?page=5."
TWICE = "“{}” stands in line {} already, and leads elsewhere there. Leave one of the two."
ITSELF = "It leads to itself. Leave the line out."
STANDS = "A page of this newsroom stands at “{}” and answers there itself. Leave the line out."
NOT_PUBLIC = (
    "It answers already, and “{}” is not public yet: readers would be told that there is nothing. Publish that first."
)


@dataclass(frozen=True)
class Stated:
    """One line of what a person says."""

    line: int  # in their file, from 1
    old: str  # the old address, in whichever form
    new: str  # what it has become: a path of ours, or a release's uid


@dataclass(frozen=True)
class Entered:
    """What came of it."""

    new: int
    changed: int  # known before, with another lead
    as_before: int
    waiting: int  # of the new and changed: their release is not public yet


def state_addresses(stated: Sequence[Stated], *, is_dry_run: bool = False) -> Entered:
    """Enter what old addresses have become, a person's word before an import's; a dry run changes nothing.

    Raises Refused, with a sentence for each line that is wrong; then nothing has changed.
    """
    wanted, wrong = _understood(stated)
    with transaction.atomic():
        known = _known([form for form, _, _ in wanted])
        for form, line, it in wanted:
            hidden = it.release if it.release and not it.release.has_been_public else None
            if hidden and form in known and not _is_same(known[form], it) and answer_of_old(form):
                wrong.append((line, NOT_PUBLIC.format(hidden.headline)))
        if wrong:
            raise Refused("old addresses", [f"Line {line}: {why}" for line, why in sorted(wrong)])
        fresh = [(form, it) for form, _, it in wanted if not _is_same(known.get(form, []), it)]
        for at in range(0, len(fresh), AT_ONCE):
            OldAddress.objects.filter(address__in=[form for form, _ in fresh[at : at + AT_ONCE]]).delete()
        rows = [
            OldAddress(address=form, was=it.was, release=it.release, detail=it.detail, is_stated=True)
            for form, it in fresh
        ]
        OldAddress.objects.bulk_create(rows, batch_size=AT_ONCE)
        if fresh:
            owe({MAPS})
        if is_dry_run:
            transaction.set_rollback(True)
        else:
            transaction.on_commit(settle_pages)
    changed = sum(form in known for form, _ in fresh)
    return Entered(
        new=len(fresh) - changed,
        changed=changed,
        as_before=len(wanted) - len(fresh),
        waiting=sum(it.release is not None and not it.release.has_been_public for _, it in fresh),
    )


def _understood(stated: Iterable[Stated]) -> tuple[list[tuple[str, int, Became]], list[tuple[int, str]]]:
    """Give each old address in its form, with its line and what it has become; and what is wrong, by line."""
    wanted: dict[str, tuple[int, Became]] = {}
    wrong: list[tuple[int, str]] = []
    for each in stated:
        try:
            form, it = _form(each.old), became(each.new)
        except ValueError as error:
            wrong.append((each.line, str(error)))
            continue
        if it.was == Was.PAGE and form_of(it.detail) == form:
            wrong.append((each.line, ITSELF))
        elif form in wanted and wanted[form][1] != it:
            wrong.append((each.line, TWICE.format(each.old, wanted[form][0])))
        else:
            wanted.setdefault(form, (each.line, it))
    return [(form, line, it) for form, (line, it) in wanted.items()], wrong


def _form(old: str) -> str:
    form = form_of(old)
    if not form:
        raise ValueError(NO_ADDRESS.format(old))
    if complaint := complaint_about(form):
        raise ValueError(f"{complaint} Leave the line out.")
    if any(is_page_of_ours(path) for path in (form, f"{form}/")):
        raise ValueError(STANDS.format(old))
    return form


def _known(forms: Sequence[str]) -> dict[str, list[OldAddress]]:
    known: dict[str, list[OldAddress]] = {}
    for at in range(0, len(forms), AT_ONCE):
        for row in OldAddress.objects.filter(address__in=forms[at : at + AT_ONCE]):
            known.setdefault(row.address, []).append(row)
    return known


def _is_same(rows: Sequence[OldAddress], it: Became) -> bool:
    return any(
        (row.was, row.release_id, row.detail) == (it.was, it.release.pk if it.release else None, it.detail)
        for row in rows
    )
