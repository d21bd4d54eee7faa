"""How long do compressed siblings take, and how small are they? Peers: gzip -9, brotli and zopfli on the same files.

    .venv/bin/python benchmarks/packing.py [--releases 300] [--rounds 3]

The files are what `dateline publish --pages-only` makes of the synthetic archive (`ground/archive.py`), those that have
siblings. Dateline writes both siblings of each, looked at and renamed into place; each peer is one process of the command line,
as deploy scripts run it. Prints seconds of the processor (its own and the system's) a file, size against the plain files,
and the ratio of times to `gzip -9`.
Needs Debian's `gzip`, `brotli` and `zopfli`; what isn't there is said to be missing. zopfli is given a tenth of the files.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from dateline.publishing.pack import lay_siblings, names_below, pack
from dateline.publishing.siblings import SIBLINGS, without_siblings

PEERS = {
    "gzip -9": (["gzip", "-9", "-n", "-k", "-f"], ".gz", 1),
    "brotli -q 5": (["brotli", "-q", "5", "-k", "-f"], ".br", 1),
    "brotli -q 11": (["brotli", "-q", "11", "-k", "-f"], ".br", 1),
    "zopfli": (["zopfli", "--gzip"], ".gz", 10),
}
HERE = Path(__file__).parent


def main() -> None:
    """Print every tool's speed and size."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--releases", type=int, default=300)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = _published(Path(folder), asked.releases)
        names = without_siblings(root, names_below(root))
        plain = sum((root / name).stat().st_size for name in names)
        print(
            f"{asked.releases:,} releases: {len(names):,} files, {plain / 2**20:.1f} MiB; median of {asked.rounds} rounds"
        )
        gzipped = 0.0
        for name, (command, ending, part) in PEERS.items():
            if not shutil.which(command[0]):
                print(f"  {name}: not on this machine (apt-get install {command[0]})")
                continue
            some = names[::part]
            took = _median(root, some, asked.rounds, lambda command=command, some=some: _run(command, root, some))
            gzipped = gzipped or took
            _print(name, root, some, [ending], took, gzipped)
        took = _median(root, names, asked.rounds, lambda: lay_siblings(pack(root, names)))
        _print("dateline", root, names, list(SIBLINGS), took, gzipped)


def _published(folder: Path, releases: int) -> Path:
    var = folder / "var"
    environment = {**os.environ, "DATELINE_VAR": str(var), "DJANGO_SETTINGS_MODULE": "dateline.settings.development"}
    own = Path(sys.executable).parent / "dateline"
    for command in (
        [sys.executable, HERE / "publishing.py", "--fill", str(releases)],
        [own, "publish", "--pages-only"],
    ):
        subprocess.run(command, env=environment, check=True, capture_output=True)
    return var / "public"


def _median(root: Path, names: list[str], rounds: int, work: Callable[[], object]) -> float:
    """Give the seconds that a file takes."""
    times = []
    for _ in range(rounds):
        for name in names:
            for ending in SIBLINGS:
                (root / f"{name}{ending}").unlink(missing_ok=True)
        began = _processor_seconds()
        work()
        times.append((_processor_seconds() - began) / len(names))
    return statistics.median(times)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _run(command: list[str], root: Path, names: list[str]) -> None:
    for at in range(0, len(names), 1000):
        subprocess.run([*command, *names[at : at + 1000]], cwd=root, check=True)


def _print(name: str, root: Path, names: list[str], endings: list[str], took: float, gzipped: float) -> None:
    plain = sum((root / each).stat().st_size for each in names)
    sizes = {e: sum((root / f"{each}{e}").stat().st_size for each in names) / plain for e in endings}
    said = ", ".join(f"{ending} {size:.3f}" for ending, size in sizes.items())
    ratio = f"{took / gzipped:6.2f} of gzip -9" if gzipped else ""
    print(
        f"  {name:<13}{1000 * took:8.3f} ms a file {1 / took:8,.0f} files a second  {ratio}   of the plain size: {said}"
    )


if __name__ == "__main__":
    main()
