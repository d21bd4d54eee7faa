"""Writes down, in the transaction that changes the record, which outputs are owed."""

import uuid
from collections.abc import Iterable

from dateline.publishing.addresses import LAST, Output
from dateline.publishing.models import Owed


def owe(outputs: Iterable[Output]) -> None:
    """Owe these outputs; owing one again renews its stamp, so that a settling under way doesn't clear it."""
    in_order = sorted(set(outputs), key=lambda output: (output.kind in LAST, output))
    rows = [Owed(output=str(output), stamp=uuid.uuid4(), is_slow=output.is_slow) for output in in_order]
    Owed.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["output"], update_fields=["stamp", "why"], batch_size=400
    )
