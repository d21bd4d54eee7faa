"""Takes something out of the addresses of the older site: one that says the words is forgotten, like one of ours."""

from django.db.models import Q, QuerySet

from dateline.intake.file_names import file_key
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import HandedOut, Taking
from dateline.releases.models import OldAddress, Release
from dateline.releases.models.old_address import Was

PLACE = "old addresses"


def out_of_old_addresses(release: Release, taking: Taking) -> None:
    """Forget the old addresses of a release that say the passage, and mark those of a file that is removed.

    Pages of which a person has said what they became belong to no release; those that say the words go with the first.
    """
    match taking.what:
        case Passage():
            _forget(release, taking)
        case HandedOut() as what:
            names = {file_key(name) for name in what.names}
            for row in OldAddress.objects.filter(release=release, was=Was.FILE, is_removed=False):
                if file_key(row.detail) in names:
                    OldAddress.objects.filter(pk=row.pk).update(detail="", is_removed=True)
                    taking.places[PLACE] += 1


def saying(passage: Passage, rows: QuerySet[OldAddress]) -> list[str]:
    """Give the old addresses among these that say the passage."""
    run = passage.longest_plain_run
    if run:
        # Other letters are percent-encoded in an address, so the run stands there as it is.
        rows = rows.filter(Q(address__icontains=run) | Q(detail__icontains=run))
    found = rows.values_list("address", "detail").distinct()
    return sorted(
        {address for address, detail in found if passage.is_in_address(address) or passage.is_in_address(detail)}
    )


def _forget(release: Release, taking: Taking) -> None:
    assert isinstance(taking.what, Passage)
    ours = OldAddress.objects.filter(Q(release=release) | Q(release=None))
    said = saying(taking.what, ours)
    for row in ours.filter(address__in=said):
        if taking.what.is_in_address(row.address):
            # Whoever else stood in a list of this address: it is the address that says the words.
            OldAddress.objects.filter(address=row.address).delete()
        elif row.was == Was.PAGE:
            row.delete()  # where it led is an address that says the words, and is forgotten too
        else:
            OldAddress.objects.filter(pk=row.pk).update(detail=taking.text(row.detail, PLACE))
            continue
        taking.places[PLACE] += 1
