"""Answers that no file gives → the files from which nginx, Caddy and the embedded server know them. Pure.

Addresses come from sources that anyone may have written, and these files are read as configuration. Keys are in the
form of `releases.old_addresses` (no white space, quotes, braces or control characters); values are paths of ours.
Whatever is not plainly so is left out: the web server then asks dateline, which knows it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from dateline.publishing.leads import Answer
from dateline.releases.old_addresses import without_query

FOLDER = "_maps"
FIRST, THEN, ASKED = (
    "first",
    "then",
    "asked",
)  # before a file is looked for · where there is none · not without dateline
SERVER_FILE = f"{FOLDER}/first.txt"

_KEY = re.compile(r"/[A-Za-z0-9!&'()*+,./:;=?@_~%-]*")
_VALUE = re.compile(r"/[A-Za-z0-9./_~-]*")
_LONGEST = 1_000  # characters; nginx sizes each place of its table for the longest
_NO_PAGE_OF_OURS = re.compile(
    r"^/_|/\.|%"
)  # what the embedded server takes for no path of ours: it asks only if told to


def render_maps(answers: Mapping[str, Answer]) -> dict[str, bytes]:
    """Render every file of the maps, given answers by their address in the form of old addresses, sorted."""
    queried = {form: answer for form, answer in answers.items() if "?" in form}
    alone = {form: answer for form, answer in answers.items() if "?" not in form}
    tables = {FIRST: _pairs(queried), THEN: _pairs(alone), ASKED: _asked(queried)}
    files = {f"{FOLDER}/nginx/{name}.map": _lines(pairs, ";") for name, pairs in tables.items()}
    files |= {f"{FOLDER}/caddy/{name}.map": _lines(pairs, "") for name, pairs in tables.items()}
    first = [form for form in answers if "?" in form or _NO_PAGE_OF_OURS.search(form)]
    return files | {SERVER_FILE: "".join(f"{form}\n" for form in first).encode()}


def _pairs(answers: Mapping[str, Answer]) -> dict[str, str]:
    values = (
        (form, f"/{answer.file}" if answer.status == 410 else answer.location) for form, answer in answers.items()
    )
    return _told_apart(_both_ways(values))


def _asked(forms: Iterable[str]) -> dict[str, str]:
    """Name the pages at which a query meant something: one that isn't written as we do may be known all the same."""
    paths = dict.fromkeys(map(without_query, forms), "/")
    return dict.fromkeys(_told_apart(_both_ways(paths.items())), "1")


def _both_ways(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give each address without and, but for a file's, with its last slash."""
    for form, value in pairs:
        path, mark, query = form.partition("?")
        yield form, value
        if "." not in path.rpartition("/")[2] and path != "/":
            yield f"{path}/{mark}{query}", value


def _told_apart(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Leave out what can't be written, and addresses that differ in capitals only: nginx takes these for the same."""
    by_letters: dict[str, dict[str, str]] = {}
    for key, value in pairs:
        if len(key) <= _LONGEST and _KEY.fullmatch(key) and _VALUE.fullmatch(value):
            by_letters.setdefault(key.lower(), {})[key] = value
    return {key: value for alike in by_letters.values() if len(alike) == 1 for key, value in alike.items()}


def _lines(pairs: Mapping[str, str], end: str) -> bytes:
    return "".join(f'"{key}" "{value}"{end}\n' for key, value in sorted(pairs.items())).encode()
