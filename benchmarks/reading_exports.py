"""How fast are exports and feeds read, on one core, and in how much memory? Peers: a bare lxml iterparse, and feedparser.

    python benchmarks/reading_exports.py [ROWS]

A bare iterparse only finds the tags: no HTML, no date, no contact, nothing mended. feedparser reads feeds as a whole into
memory and gives no place of a word; what it drops is counted. CPU seconds; memory is the peak of each whole process.
"""

import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from benchmarks.ground.wordpress_export import write_export, write_feed  # noqa: E402

ROWS = 10_000  # 100,000 is the goal's size: give it where the machine is quiet
PARSED = """
from lxml import etree
for _, row in etree.iterparse({file!r}, tag="item", huge_tree=True):
    count += 1
    row.clear()
    while row.getprevious() is not None:
        del row.getparent()[0]
"""
READ = """
from pathlib import Path
from dateline.reading import read_paths
for reading in read_paths([Path({file!r})]):
    count += reading.source.rpartition(" ")[2].strip("()").isdigit()
    words += len(" ".join(release.text for release in reading.releases).split())
    assert reading.error is None
"""
FED = """
import re
import feedparser
for entry in feedparser.parse({file!r}).entries:
    count += 1
    words += len(re.sub("<[^>]*>", " ", entry.content[0].value if "content" in entry else entry.summary).split())
"""
AROUND = """
import resource, time
count = words = 0
began = time.process_time()
{work}
took = time.process_time() - began
print(count, words, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def measure(name: str, work: str, file: Path) -> float:
    """Run the work in a process of its own, print what it came to, and give its seconds."""
    code = AROUND.format(work=work.format(file=str(file)))
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    count, words, seconds, mib = int(said[0]), int(said[1]), float(said[2]), float(said[3])
    each = seconds / max(count, 1) * 1e6
    print(f"  {name:<24} {seconds:7.1f} s  {count:>7} rows  {each:6.0f} µs a row  {words:>10} words  {mib:6.0f} MiB")
    return seconds


def speed() -> float:
    """Give the seconds of ten million additions, by which runs on busy and quiet machines compare."""
    began, total = time.process_time(), 0
    for number in range(10_000_000):
        total += number
    return time.process_time() - began


def main() -> None:
    """Print seconds, rows and memory of Dateline and its peers, on an export and on a feed."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    before = speed()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.xml"
        write_export(file, rows)
        print(f"WordPress export of {rows} rows, {file.stat().st_size / 1e6:.0f} MB")
        bare = measure("lxml iterparse, bare", PARSED, file)
        own = measure("Dateline", READ, file)
        print(f"  {own / bare:.0f} times the time of the bare parser; {100_000 * own / rows:.0f} s for 100,000 rows")
        feed = Path(folder) / "feed.xml"
        write_feed(feed, rows // 10)
        print(f"RSS of {rows // 10} entries, {feed.stat().st_size / 1e6:.1f} MB")
        peer = measure("feedparser", FED, feed)
        own = measure("Dateline", READ, feed)
        print(f"  {peer / own:.1f} times as fast as feedparser {version('feedparser')}")
    print(f"ten million additions took {before:.2f} s before and {speed():.2f} s after")
    print(f"Python {platform.python_version()}, {platform.machine()}, lxml {version('lxml')}")


if __name__ == "__main__":
    main()
