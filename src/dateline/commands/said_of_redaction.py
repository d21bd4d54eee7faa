"""What a redaction removed, or would → the lines that the command prints. Never the thing itself. Pure."""

from collections.abc import Iterator

from dateline.publishing.redact import Redacted

LOOK_YOURSELF = (
    "These can't be looked into for certain. Look yourself; --attachment or --picture removes what says the words:"
)
SHOWN = 20  # other releases named; the rest is counted


def lines_of(redacted: Redacted, site_address: str, *, is_dry_run: bool) -> Iterator[str]:
    """Say where it stood, what went whole with it, what a person must still look into, and who else says it."""
    times = sum(count for _, count in redacted.places)
    verb = "Would be removed" if is_dry_run else "Removed"
    yield f"{verb}: a {redacted.removed}, in {times:,} place{'s' if times != 1 else ''}."
    for place, count in redacted.places:
        yield f"  {count:>5,}  {place}"
    if is_dry_run and redacted.examples:
        yield "What stands around it:"
        yield from (f"  {' '.join(example.split())}" for example in redacted.examples)
    yield from _list("Files that go whole, since the words stand in them:", redacted.files)
    yield from _list("Kept sources that go whole, since nothing can be taken out of their format:", redacted.sources)
    yield from _list(LOOK_YOURSELF, redacted.unread_files)
    others = [
        f"{site_address}{other.address}" if other.address else f"a draft, {other.pk}" for other in redacted.others
    ]
    more = [f"and {len(others) - SHOWN:,} more"] if len(others) > SHOWN else []
    yield from _list(
        f"Other releases that say it ({len(others):,}); --everywhere takes it out of them too:",
        [*others[:SHOWN], *more],
    )
    if is_dry_run:
        yield "Nothing was changed: this was a dry run."


def _list(heading: str, lines: tuple[str, ...] | list[str]) -> Iterator[str]:
    if lines:
        yield heading
        yield from (f"  {line}" for line in lines)
