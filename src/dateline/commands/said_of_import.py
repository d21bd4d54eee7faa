"""What came of an import → the lines that the command prints. Pure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.intake.outcome import Came, Line

if TYPE_CHECKING:
    from dateline.publishing.importing.keep import Done

SHOWN = 20  # lines of one kind: the rest is counted, and stands in the desk


def lines_of(came: Came, done: "Done", *, is_dry_run: bool, was_public: bool) -> Iterator[str]:
    """Say what was found, what became of it, and then what asks for a person, one release or source a line."""
    counts = came.counts
    yield f"{came.sources:,} sources read, {came.records:,} releases found."
    yield (
        f"  {counts['new']:,} new, {counts['same']:,} the same as before, {counts['fuller']:,} fuller than before, "
        f"{counts['merged']:,} with something to add, {counts['doubtful']:,} doubtful."
    )
    if counts["rejected"]:
        yield f"  {counts['rejected']:,} rejected before, and left out again."
    if was_public:
        verb = "would be published" if is_dry_run else "published"
        yield f"  {done.published:,} {verb} under their own dates" + (
            f", {done.completed:,} public openings completed." if done.completed else "."
        )
    elif counts["new"] or counts["doubtful"]:
        yield "  All new ones are drafts. Say --was-public to publish what has been public before."
    for no in done.refused:
        yield f"  Stays a draft: {no.release}. {' '.join(no.reasons)}"
    yield from _list("Doubtful, so a draft until a person has looked:", came.doubtful)
    yield from _list("Could not be read:", came.unreadable)
    yield from _list("Belongs to no release, and is kept with its source:", came.leftovers)
    yield from _list("Named, but no file of that name lies in the folder:", came.missing_files)
    yield from _list("Pictures that no release shows:", came.lost_pictures)
    yield from _list("Addresses of the older site that two releases have:", came.contested)
    if is_dry_run:
        yield "Nothing was kept: this was a dry run."


def _list(heading: str, lines: tuple[Line, ...]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield f"{heading} ({len(lines):,})"
    for line in lines[:SHOWN]:
        where = f" [{line.source}]" if line.source and line.source != line.about else ""
        yield f"  {line.about}{where}"
        for sentence in line.sentences[:SHOWN]:
            yield f"    {sentence if len(sentence) <= 160 else sentence[:159] + '…'}"
    if len(lines) > SHOWN:
        yield f"  and {len(lines) - SHOWN:,} more; the desk shows them all."
