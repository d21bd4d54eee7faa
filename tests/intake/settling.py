"""What a person does with an import's records, said shortly."""

from pathlib import Path

from intake.building import NOW, take

from dateline.intake.begin import Asked
from dateline.intake.enter_act import Hand
from dateline.intake.models import Finding, Import, Outcome
from dateline.publishing.importing.keep import keep

HAND = Hand(None, NOW)  # of nobody in particular

TWO = """\
HEAT IS BACK AT DOCKSIDE
PORT AMBER, Feb. 14, 2019 - After four winters of cold kitchens, tenants of the Dockside Arms will have their heat back
by Friday, under an order that the city's housing court signed this morning.

FERRY FARES STAY WHERE THEY ARE
PORT AMBER, March 3, 2019 - The ferry board voted four to one to leave fares alone until the autumn, after two hundred
riders told it what a monthly pass costs a family of four.
"""


def imported(folder: Path, *readings, **asked) -> Import:
    """Import these readings and give the import."""
    take(folder, *readings, **asked)
    return Import.objects.latest("pk")


def read_in(folder: Path, *, was_public: bool = True) -> Import:
    """Import a folder of files as it lies there, and give the import."""
    keep(Asked((folder,), was_public), now=lambda: NOW)
    return Import.objects.latest("pk")


def doubtful(into: Import) -> list[Finding]:
    """Give the records of an import that wait for a person."""
    return list(into.findings.filter(outcome=Outcome.DOUBTFUL).order_by("pk"))


def the_doubtful(into: Import) -> Finding:
    """Give the only one."""
    (finding,) = doubtful(into)
    return finding
