"""What stood at old addresses, from the record: rows in, what has become of each out, none of it before its time."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import QuerySet

from dateline.intake.file_names import file_key
from dateline.publishing.leads import Answer, Stood, where_leads
from dateline.releases.models import Address, OldAddress, Version
from dateline.releases.models.address import REMOVED
from dateline.releases.models.old_address import Was
from dateline.releases.old_addresses import without_query
from dateline.releases.status import Status

AT_ONCE = 400  # below the number of values that SQLite takes in one question
_COLUMNS = (
    "address",
    "was",
    "detail",
    "is_removed",
    "release_id",
    "release__address",
    "release__room",
    "release__dated_on",
    "release__status",
)


def answer_of_old(form: str) -> Answer | None:
    """Say where an old address leads; where its query is not known, where the page alone does; None where unknown."""
    wanted = list(dict.fromkeys((form, without_query(form))))
    stood = _stood(OldAddress.objects.filter(address__in=wanted))
    answers = (_leads_on(each, stood.get(each, ())) for each in wanted)
    return next((answer for answer in answers if answer), None)


def old_answers(forms: Sequence[str]) -> dict[str, Answer]:
    """Say where some old addresses lead, those that lead anywhere by now; fewer than SQLite takes in one question."""
    stood = _stood(OldAddress.objects.filter(address__in=list(forms)))
    return {form: answer for form, rows in stood.items() if (answer := _leads_on(form, rows))}


def every_old_answer() -> dict[str, Answer]:
    """Say where every old address leads that leads anywhere by now, by its form, sorted."""
    stood = _stood(OldAddress.objects.all())
    return {form: answer for form, rows in sorted(stood.items()) if (answer := _leads_on(form, rows))}


def _leads_on(form: str, stood: Sequence[Stood]) -> Answer | None:
    """Say where an address leads, but not to itself: what stands there is about to be made."""
    answer = where_leads(stood)
    return None if answer is None or answer.location.rstrip("/") == form else answer


def _stood(rows: QuerySet[OldAddress]) -> dict[str, list[Stood]]:
    # A draft's are left out: that an address is known would tell of it.
    found = list(rows.exclude(release__status=Status.DRAFT).values_list(*_COLUMNS))
    handing_out = {row[4] for row in found if row[1] == Was.FILE}
    files, removed = _files_of(handing_out), _with_removed_files(handing_out)
    stood: dict[str, list[Stood]] = {}
    for form, was, detail, is_removed, key, address, room, dated_on, status in found:
        if was == Was.PAGE:
            one = Stood(was, detail)
        else:
            one = Stood(
                was,
                detail,
                address=address,
                room=room,
                dated_on=dated_on,
                is_withdrawn=status == Status.WITHDRAWN,
                is_removed=is_removed and key in removed,
                file=files.get((key, file_key(detail)), "") if was == Was.FILE else "",
            )
        stood.setdefault(form, []).append(one)
    return stood


def _files_of(releases: Iterable[int]) -> Mapping[tuple[int, str], str]:
    """Give where files stand, by release and name; one that is handed out no longer stands where it did last."""
    files: dict[tuple[int, str], str] = {}
    for some in _in_parts(releases):
        versions = Version.objects.filter(release__in=some).order_by("number")
        for key, printed in versions.values_list("release_id", "words__printed__files"):
            files |= {(key, file_key(file["name"])): file["path"] for file in printed}
    return files


def _with_removed_files(releases: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for some in _in_parts(releases):
        found |= set(Address.objects.filter(release__in=some, detail=REMOVED).values_list("release_id", flat=True))
    return found


def _in_parts(keys: Iterable[int]) -> Iterable[Sequence[int]]:
    in_order = sorted(keys)
    return (in_order[at : at + AT_ONCE] for at in range(0, len(in_order), AT_ONCE))
