"""How long does the public search take at 10,000 and 100,000 releases, for any question?

    .venv/bin/python benchmarks/searching.py [10000 100000] [--postgres URL]

Writes releases of about 2,500 characters (a vocabulary as in speech: few words often, most of them rarely), puts
them into the record as public, and asks whole pages: the question read, the index asked, the page rendered. Prints
p50/p95 in ms for each class of question (and, of the 95th, what this process itself computed), growth from the first size to the last, what adding one release costs, and in
the same run the peer: the whole texts in plain FTS5 or tsvector, every match ranked, without a page. Runs on SQLite,
then on PostgreSQL where one answers; its database, `dateline_search_bench`, is made and dropped.
"""

import argparse
import itertools
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

HERE = Path(__file__).resolve()
POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres"
DATABASE = "dateline_search_bench"
VOCABULARY = 30_000
WORDS_A_TEXT = 390  # about 2,500 characters
QUESTIONS = 40  # of each class
GOAL_MS = 50
KINDS = ("press release", "statement", "media advisory", "open letter")


def main() -> None:
    """Run each database in a process of its own: settings are read once a process."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    options.add_argument("--postgres", default=POSTGRES, help="a server on which a database may be made")
    options.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.here:
        measure(asked.sizes)
        return
    scratch = Path(tempfile.mkdtemp(prefix="dateline-searching-"))
    environment = os.environ | {
        "DATELINE_VAR": str(scratch / "var"),
        "DJANGO_SETTINGS_MODULE": "dateline.settings.development",
    }
    environment.pop("DATABASE_URL", None)
    again = [sys.executable, str(HERE), "--here", *map(str, asked.sizes)]
    subprocess.run(again, env=environment, check=True)
    if has_postgres(asked.postgres):
        environment["DATABASE_URL"] = asked.postgres.rpartition("/")[0] + f"/{DATABASE}"
        subprocess.run(again, env=environment, check=True)
        on_server(asked.postgres, f"DROP DATABASE IF EXISTS {DATABASE}")
    shutil.rmtree(scratch)


def has_postgres(url: str) -> bool:
    """Make the database anew; say so where no server answers."""
    import psycopg

    try:
        on_server(url, f"DROP DATABASE IF EXISTS {DATABASE}")
        on_server(url, f"CREATE DATABASE {DATABASE}")
    except psycopg.OperationalError as error:
        print(f"PostgreSQL skipped: {error}")
        return False
    return True


def on_server(url: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute(statement)


def measure(sizes: list[int]) -> None:
    """Grow one archive through the sizes, asking at each."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    sys.path.insert(0, str(HERE.parent.parent / "tests"))
    from build import make_newsroom

    call_command("migrate", verbosity=0)
    room = make_newsroom("Harbor Tenants Union")
    make_newsroom("Unión de Inquilinos", "es")
    words = Speech()
    make_peer(connection)
    before, results = 0, []
    for size in sizes:
        began = time.perf_counter()
        write(room, words, before, size)
        fill_peer(connection)
        wrote = time.perf_counter() - began
        results.append(ask_everything(connection, words, size, wrote))
        before = size
    if len(results) > 1:
        print(f"{connection.vendor}: growth of p95, {sizes[0]:,} → {sizes[-1]:,} releases")
        for name, last in results[-1].items():
            print(f"  {name:<22}{last / results[0][name]:6.2f}")


class Speech:
    """Words as they are spoken: the n-th most frequent 1/n as often (Zipf), each with a plural."""

    def __init__(self) -> None:
        syllables = ["ba", "con", "der", "fi", "gar", "lom", "mi", "nel", "por", "rus", "sat", "tev", "vin", "zo", "lu"]
        drawn = random.Random(1)
        words = dict.fromkeys("".join(drawn.choices(syllables, k=drawn.randint(2, 4))) for _ in range(VOCABULARY * 6))
        self.words = list(words)[:VOCABULARY]
        self.weights = list(itertools.accumulate(1 / (at + 8) for at in range(len(self.words))))
        self.drawn = random.Random(2)

    def text(self, count: int) -> list[str]:
        drawn = self.drawn.choices(self.words, cum_weights=self.weights, k=count)
        return [word + "s" if self.drawn.random() < 0.2 else word for word in drawn]


def write(room, words: Speech, start: int, stop: int) -> None:
    """Put public releases start to stop into the record as they would stand there, then make the index.

    Straight into the tables: the desk's own search, the ledger and the debts of 100,000 releases are no question here.
    """
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    from dateline.publishing.searching.index import index_everything
    from dateline.releases.insert import insert
    from dateline.releases.models import Address, Release, Topic, Version

    topics = [Topic.objects.get_or_create(name=f"Topic {n}", slug=f"topic-{n}", language="en")[0] for n in range(20)]
    at = datetime(2025, 1, 2, tzinfo=UTC)
    content_type = ContentType.objects.get_for_model(Release)
    year_rows = [Address(path=f"/{year}/", stop="year", newsroom=room, detail=f"{year}") for year in range(2000, 2025)]
    topic_rows = [Address(path=f"/topics/{t.slug}/", stop="topic", newsroom=room, detail=t.slug) for t in topics]
    Address.objects.bulk_create([*year_rows, *topic_rows], ignore_conflicts=True)
    for first in range(start, stop, 1000):
        releases, versions, links = [], [], []
        for number in range(first, min(first + 1000, stop)):
            paragraphs = [" ".join(words.text(WORDS_A_TEXT // 5)).capitalize() + "." for _ in range(5)]
            html = "".join(f"<p>{text}</p>" for text in paragraphs)
            release = Release(
                headline=f"{' '.join(words.text(8)).capitalize()} {number}",
                kind=KINDS[number % 7] if number % 7 < 4 else KINDS[0],
                dated_on=date(2024, 12, 31) - timedelta(days=number % 9000),
                place="Port Ellery", locale=room.locale, body=[], status="public", live=True, room="/", public_at=at,
                address=f"/release/{number}/", path=Page._get_path(room.path, 3, number + 1), depth=3, numchild=0,
                content_type=content_type, title="x",
            )  # fmt: skip
            release.slug = str(release.uid)
            releases.append(release)
            said = {
                "kind": release.kind, "headline": release.headline, "subheadline": "", "dateline": "PORT ELLERY —",
                "place": "Port Ellery", "dated_on": release.dated_on.isoformat(), "language": "en",
                "is_teaser": False, "blocks": [{"kind": "text", "html": html}], "handouts": [],
                "printed": {"newsroom": "", "boilerplate": "", "partners": [], "files": [], "pictures": {}},
            }  # fmt: skip
            versions.append(
                Version(
                    number=1,
                    act="published",
                    made_at=at,
                    words=said,
                    fingerprint="",
                    kind=release.kind,
                    headline=release.headline,
                    lede=paragraphs[0],
                    dated_on=release.dated_on,
                )
            )
        insert(Page, releases)
        for release in releases:
            release.page_ptr_id = release.id
        insert(Release, releases)
        link = Release.topics.through
        for number, (release, version) in enumerate(zip(releases, versions, strict=True), first):
            version.release_id = release.pk
            links += [
                link(release_id=release.pk, topic_id=topics[at].pk)
                for at in (number % 20, (number + 1 + number % 7) % 20)
            ]
        insert(Version, versions)
        link._base_manager.bulk_create(links)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE releases_release SET current_id = (SELECT v.id FROM releases_version v "
            "WHERE v.release_id = releases_release.page_ptr_id) WHERE current_id IS NULL"
        )
    began = time.perf_counter()
    assert not index_everything(), "a release could not be read"
    print(f"  the whole index of {stop:,} releases made in {time.perf_counter() - began:.0f} s", flush=True)


def ask_everything(connection, words: Speech, size: int, wrote: float) -> dict[str, float]:
    """Ask every class of question; print and give p95."""
    from dateline.publishing.models import Findable
    from dateline.publishing.searching.answer import answer_search
    from dateline.publishing.searching.index import index_release

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        print(f"{connection.vendor} {cursor.fetchone()[0]}, {size:,} releases (written in {wrote:.0f} s)")
    p95 = {}
    for name, asked in questions(words, size).items():
        times, own, peers = [], [], []
        for fields in asked:
            began, began_own = time.perf_counter(), time.process_time()
            answered = answer_search("/", urlencode(fields).encode())
            times.append((time.perf_counter() - began) * 1000)
            own.append((time.process_time() - began_own) * 1000)
            assert answered.status == 200, answered.body
            if peers is not None and len(peers) < 10:
                took = ask_peer(connection, fields)
                peers = None if took is None else [*peers, took]
        p95[name] = percentile(times, 95)
        peer = f"{statistics.median(peers):8.1f} /{percentile(peers, 95):8.1f}" if peers else "       –"
        print(
            f"  {name:<22}{statistics.median(times):7.1f} /{p95[name]:7.1f} ms  (own {percentile(own, 95):6.1f})   peer {peer}",
            flush=True,
        )
    uids = [str(uid) for uid in Findable.objects.order_by("-order").values_list("uid", flat=True)[:60]]
    p95["adding a release"] = percentile(timed(index_release, uids), 95)
    print(
        f"  adding a release      {statistics.median(timed(index_release, uids)):7.1f} /{p95['adding a release']:7.1f} ms"
    )
    worst = max(value for name, value in p95.items() if name != "adding a release")
    print(f"  worst p95 {worst:.1f} ms (goal {GOAL_MS})", flush=True)
    return p95


def timed(verb, arguments: list[str]) -> list[float]:
    times = []
    for argument in arguments:
        began = time.perf_counter()
        verb(argument)
        times.append((time.perf_counter() - began) * 1000)
    return times


def questions(words: Speech, size: int) -> dict[str, list[dict[str, object]]]:
    """Make questions of each class, the same in every run."""
    drawn = random.Random(size)
    ranks = {"rare": (9_000, 29_000), "mid": (600, 2_000), "common": (0, 25)}

    def word(which: str) -> str:
        return words.words[drawn.randrange(*ranks[which])]

    def many(make) -> list[dict[str, object]]:
        return [make() for _ in range(QUESTIONS)]

    return {
        "a rare word": many(lambda: {"q": word("rare")}),
        "a mid word": many(lambda: {"q": word("mid")}),
        "a common word": many(lambda: {"q": word("common")}),
        "common, last page": many(lambda: {"q": word("common"), "page": 20}),
        "two common words": many(lambda: {"q": f"{word('common')} {word('common')}"}),
        "common and rare": many(lambda: {"q": f"{word('common')} {word('rare')}"}),
        "two mid words": many(lambda: {"q": f"{word('mid')} {word('mid')}"}),
        "five words": many(lambda: {"q": " ".join(word(which) for which in ("common",) * 4 + ("mid",))}),
        "a phrase of two": many(lambda: {"q": f'"{word("common")} {word("common")}"'}),
        "a phrase of three": many(lambda: {"q": f'"{word("common")} {word("common")} {word("common")}"'}),
        "a phrase, rare": many(lambda: {"q": f'"{word("common")} {word("mid")}"'}),
        "common, one year": many(lambda: {"q": word("common"), "year": drawn.randrange(2001, 2025)}),
        "mid, kind and topic": many(lambda: {"q": word("mid"), "kind": "statements", "topic": "topic-3"}),
        "common, all filters": many(
            lambda: {"q": word("common"), "year": 2010, "kind": "open-letters", "topic": "topic-7", "language": "en"}
        ),
        "newest first": many(lambda: {"q": word("mid"), "order": "newest"}),
        "nothing": many(lambda: {"q": f"qqq{drawn.randrange(1000)} {word('common')}"}),
        "only stop words": many(lambda: {"q": "the of and"}),
        "ten thousand characters": many(lambda: {"q": f"{word('common')} " * 1500}),
    }


def percentile(times: list[float], share: int) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * share // 100)]


def make_peer(connection) -> None:
    """Make the plain way: whole texts in the database's own search."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE VIRTUAL TABLE peer USING fts5(headline, body, tokenize='porter unicode61')")
        else:
            cursor.execute("CREATE TABLE peer (id bigint PRIMARY KEY, headline text, body text, said tsvector)")
            cursor.execute("CREATE INDEX ON peer USING gin (said)")


def fill_peer(connection) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM peer")
            cursor.execute(
                "INSERT INTO peer (rowid, headline, body) SELECT r.page_ptr_id, v.headline, "
                "json_extract(v.words, '$.blocks[0].html') FROM releases_release r "
                "JOIN releases_version v ON v.id = r.current_id"
            )
        else:
            cursor.execute(
                "TRUNCATE peer; INSERT INTO peer SELECT r.page_ptr_id, v.headline, v.words->'blocks'->0->>'html', "
                "to_tsvector('english', v.headline || ' ' || (v.words->'blocks'->0->>'html')) FROM releases_release r "
                "JOIN releases_version v ON v.id = r.current_id"
            )


def ask_peer(connection, fields: dict[str, object]) -> float | None:
    """Rank every match; give ms, None where the peer has no such question."""
    if len(fields) > 1 or len(str(fields["q"])) > 200 or fields["q"] == "the of and":
        return None
    text = str(fields["q"])
    began = time.perf_counter()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT rowid, headline, snippet(peer, 1, '<mark>', '</mark>', '…', 40) FROM peer "
                "WHERE peer MATCH %s ORDER BY rank LIMIT 15",
                [text],
            )
        else:
            cursor.execute(
                "SELECT id, headline FROM peer, websearch_to_tsquery('english', %s) q WHERE said @@ q "
                "ORDER BY ts_rank(said, q) DESC LIMIT 15",
                [text],
            )
        cursor.fetchall()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
