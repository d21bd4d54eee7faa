"""Writes down, in the transaction that changes the record, which outputs are owed."""

import uuid
from collections.abc import Iterable

from dateline.publishing.addresses import LAST, Output
from dateline.publishing.models import Owed

BATCH = 2_000  # rows in memory at once: the prints of a large archive are hundreds of thousands


def owe(outputs: Iterable[Output]) -> None:
    """Owe these outputs; owing one again renews its stamp, so that a settling under way doesn't clear it."""
    in_order = sorted(set(outputs), key=lambda output: (output.kind in LAST, output))
    for start in range(0, len(in_order), BATCH):
        rows = [Owed(output=str(o), stamp=uuid.uuid4(), is_slow=o.is_slow) for o in in_order[start : start + BATCH]]
        Owed.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["output"], update_fields=["stamp", "why"], batch_size=400
        )
