"""The public folder of the newsroom that is told, with what made which file of it, and answers of the search."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import time_machine
from django.test import override_settings
from laws.newsroom_life import files
from whole_site.told import ENDS, Look, tell

from dateline.publishing.make import Maker, make
from dateline.publishing.outputs import all_pages, every_print
from dateline.publishing.render import environment, frame
from dateline.publishing.searching.answer import answer_search
from dateline.publishing.settle import settle
from dateline.publishing.siblings import is_sibling
from dateline.publishing.turns import take_turns
from dateline.releases.models import Address, Version

# What is asked of the search: the place at which its answer is kept beside the files, the newsroom, the question.
SEARCHES = (
    ("search/index.html", "/", b""),
    ("search/found.html", "/", b"q=night+bakers&order=newest"),
    ("search/nothing.html", "/", b"q=zeppelin+bakers&year=2024"),
    ("es/search/found.html", "/es/", b"q=panaderas"),
)


@dataclass(frozen=True, repr=False)
class Published:
    """What a reader can get of the newsroom, and what made it."""

    root: Path
    files: Mapping[str, bytes]  # by path below the root
    searches: Mapping[str, bytes]  # pages of the search, by the name given above
    made_by: Mapping[str, frozenset[str]]  # kind of output → the files that it lays
    stops: Mapping[str, frozenset[str]]  # kind of stop → its addresses in the ledger
    templates: frozenset[str]  # the theme's templates that took part
    acts: frozenset[str]  # what was done to releases, by the name of the act
    kinds: frozenset[str]  # of releases
    blocks: frozenset[str]  # of which their bodies are made

    @property
    def pages(self) -> dict[str, bytes]:
        """Every page, the search's among them."""
        return {name: content for name, content in (self.files | self.searches).items() if name.endswith(".html")}


def publish_told(folder: Path, *, by: object = None, look: Look = lambda now: None) -> Published:
    """Tell the newsroom, publish it step by step into `folder`, and look around in it; `look` comes before each step is paid."""
    root = folder / "public"
    for each in (root, folder / "private"):
        each.mkdir(parents=True)
    with (
        override_settings(DATELINE_PUBLIC_ROOT=root, MEDIA_ROOT=folder / "private"),
        time_machine.travel(ENDS),
        templates_that_take_part() as templates,
    ):
        tell(partial(_pay, look), by=by)
        maker, made_by = Maker(root), dict[str, set[str]]()
        for output in [*all_pages(), *every_print()]:
            made_by.setdefault(output.kind, set()).update(make(maker, output).files)
        searches = {name: answer_search(room, query).body for name, room, query in SEARCHES}
        stops = dict[str, set[str]]()
        for path, stop in Address.objects.values_list("path", "stop"):
            stops.setdefault(stop, set()).add(path)
        versions = list(Version.objects.values_list("act", "kind", "words"))
    return Published(
        root=root,
        # Compressed siblings are tests/laws' and test_siblings.py's: here they would say all once more.
        files={name: content for name, content in files(root).items() if not is_sibling(name)},
        searches=searches,
        made_by=_frozen(made_by),
        stops=_frozen(stops),
        templates=frozenset(templates),
        acts=frozenset(act for act, _, _ in versions),
        kinds=frozenset(kind for _, kind, _ in versions),
        blocks=frozenset(block["kind"] for *_, words in versions for block in words["blocks"]),
    )


def _pay(look: Look, now: datetime) -> None:
    look(now)
    take_turns(now)
    settle()


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(each) for name, each in sets.items()}


@contextmanager
def templates_that_take_part() -> Iterator[set[str]]:
    """Note the name of every template that is rendered; its own or as a part of another."""
    seen: set[str] = set()

    def noting(name: str, render: Any, *given: Any) -> Any:
        seen.add(name)
        return render(*given)

    _forget_what_is_rendered()
    for language in ("en", "es"):
        themed = environment.environment(language)
        for name in themed.list_templates():
            template = themed.get_template(name)
            template.root_render_func = partial(noting, name, template.root_render_func)
            for block, render in template.blocks.items():
                template.blocks[block] = partial(noting, name, render)
    yield seen
    _forget_what_is_rendered()


def _forget_what_is_rendered() -> None:
    for cached in (environment.environment, frame._ends, frame._masthead, frame.contacts_part, frame.about_part):
        cached.cache_clear()
