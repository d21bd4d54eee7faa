"""Every page held against the HTML standard by the Nu Html Checker, and every stylesheet against CSS."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from publishing.render.every_page import every_page, make_release, make_room

JAR = Path(sys.prefix) / "share/vnu.jar"
pytestmark = pytest.mark.skipif(
    not JAR.exists() or shutil.which("java") is None, reason="no checker of pages here: .ci/checker fetches it"
)

# What the checker says and we know better, each with its why.
KNOWN = (
    # Safari takes the list out of a list that shows no marks, unless it is told.
    re.compile(r"^The “list” role is unnecessary for element “[uo]l”\.$"),
    # Not in the checker's CSS yet (CSS Properties and Values 1; CSS Overflow 4). Browsers without them lose nothing.
    re.compile(r"^CSS: Unrecognized at-rule “@property”$"),
    re.compile(r"^CSS: “line-clamp”: Property “line-clamp” doesn't exist\.$"),
)
# On a phone the archive's chart is laid out as a grid; older browsers then take it for no table, unless each part says so.
CHART = re.compile(
    r"“(table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary|“role” attribute must not be"
)


def complaints(folder: Path) -> list[str]:
    """Give what the checker says of the pages and stylesheets in a folder, each with its place."""
    asked = [
        "java",
        "-jar",
        str(JAR),
        "--format",
        "json",
        "--stdout",
        "--skip-non-html",
        "--also-check-css",
        str(folder),
    ]
    said = subprocess.run(asked, capture_output=True, text=True, timeout=120).stdout
    return [
        f"{unquote(each['url']).partition(str(folder))[2]}:{each.get('lastLine', 0)}: {each['message']}"
        for each in json.loads(said)["messages"]
        if not any(known.search(each["message"]) for known in KNOWN)
        and not (CHART.search(each["message"]) and "archive" in each["url"])
    ]


WRONG = {
    "wrong/page.html": b"<!doctype html><html lang=en><title>x</title><p><table><tr><p>no</table><img src=x></html>",
    "wrong/sheet.css": b"p { color: fairly red }",
}


def test_every_page_and_stylesheet_is_what_the_standard_allows(told, tmp_path):
    written = {**told.pages, **{name: content for name, content in told.files.items() if name.endswith(".css")}}
    written |= {f"faces/{name}.html": page for name, page in every_page(make_room(), make_release()).items()}
    for name, content in (written | WRONG).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    found = complaints(tmp_path)
    refused = {each.partition(":")[0][1:] for each in found}
    assert WRONG.keys() <= refused  # it looks at both
    assert refused == WRONG.keys(), "\n".join(each for each in found if not each.startswith("/wrong/"))
