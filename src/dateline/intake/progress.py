"""An import's row → how far it is, how fast, and how long it will take. Pure: the moment is given."""

from dataclasses import dataclass
from datetime import datetime

from dateline.intake.models import Import, Stage

SILENT_SECONDS = 120  # a batch takes a second or two; a large file is unpacked and counted in a minute


@dataclass(frozen=True)
class Progress:
    """What a page shows of a running import."""

    stage: str
    done: int  # of `whole`: files while reading, releases while publishing
    whole: int  # 0 where it isn't known
    records: int
    per_second: float  # records read, or releases published; 0 where nothing is known yet
    seconds_gone: int
    seconds_left: int | None  # None where nothing is known yet
    is_silent: bool  # no sign of life: it was killed, or the server does not run

    @property
    def percent(self) -> int:
        """How much of the stage is done, in a hundred."""
        return min(100, 100 * self.done // self.whole) if self.whole else 0


def progress_of(into: Import, at: datetime) -> Progress:
    """Say how far an import is by the last row that it wrote."""
    is_publishing = into.stage == Stage.PUBLISHING
    done, whole = into.files_done, into.files_known
    if is_publishing:
        done, whole = into.published_count, into.publishable_count
    ran = (into.beat_at - into.running_since).total_seconds() if into.beat_at and into.running_since else 0.0
    counted = done if is_publishing else into.records_found
    left = int(ran * (whole - done) / done) if ran and 0 < done <= whole and into.stage != Stage.MAKING else None
    last = into.beat_at or into.started_at
    return Progress(
        stage=into.stage,
        done=done,
        whole=whole,
        records=into.records_found,
        per_second=counted / ran if ran >= 1 else 0.0,
        seconds_gone=max(0, int((at - into.started_at).total_seconds())),
        seconds_left=left,
        is_silent=not into.is_over and (at - last).total_seconds() > SILENT_SECONDS,
    )
