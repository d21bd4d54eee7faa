"""Which sitemap names which release: fixed in the ledger when the address is, so that none is ever renumbered."""

from collections.abc import Iterable, Sequence

from dateline.publishing.addresses import Output
from dateline.releases.models import Address
from dateline.releases.models.address import Stop

# A sitemap may have 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html). With alternates in five
# languages and addresses as long as the ledger keeps them, an entry can reach 4 kB: 10,000 of them keep both.
LIMIT = 10_000


def place(addresses: Sequence[Address], limit: int = LIMIT) -> set[Output]:
    """Give each new address of a release the sitemap of its month, or the month's next where that one is full.

    `detail` says the month ("2014-10") and then the sitemap ("2014-10-2"). Give what names a sitemap that is new.
    """
    touched: set[Output] = set()
    filled: dict[tuple[int, str], int] = {}
    for address in addresses:
        month, name, number = address.detail, address.detail, 1
        while (count := _filled(filled, address.newsroom_id, name)) >= limit:
            number += 1
            name = f"{month}-{number}"
        if count == 0:
            touched.add(Output("sitemaps"))
        filled[address.newsroom_id, name] = count + 1
        address.detail = name
    return touched


def sitemaps_of(uids: Iterable[str]) -> set[Output]:
    """Give the sitemaps that name these releases now or named them before they moved."""
    found = Address.objects.filter(stop=Stop.RELEASE, release__uid__in=list(uids))
    return {Output("sitemap", room, detail) for room, detail in found.values_list("release__room", "detail")}


def _filled(filled: dict[tuple[int, str], int], newsroom: int, name: str) -> int:
    if (newsroom, name) not in filled:
        found = Address.objects.filter(newsroom_id=newsroom, stop=Stop.RELEASE, detail=name)
        filled[newsroom, name] = found.count()
    return filled[newsroom, name]
