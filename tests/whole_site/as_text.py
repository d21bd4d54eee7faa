"""A public folder as text that a person can review: pages as they are, a PDF as its reader finds it, a picture as its size.

Bytes of PDFs and pictures come from other people's libraries and would change with each of them, so they are not kept.
"""

import difflib
import io
import re
from collections.abc import Mapping

from pdfs import links_of, page_count, tags_of, text_of, told_of_itself
from PIL import Image
from whole_site.published import Published

from dateline.publishing.addresses import PDF_NAME

_STYLE = re.compile(rb"/assets/([a-z]+)-[0-9a-f]{12}\.css")
BINARY = (".png", ".jpg")


def as_text(published: Published) -> dict[str, bytes]:
    """Give what is kept of a published newsroom, by the name under which it is kept."""
    kept = dict(published.searches)
    others = []
    for name, content in published.files.items():
        if name.startswith("assets/"):
            others.append(re.sub(r"-[0-9a-f]{12}", "-HASH", name))
        elif name.endswith(BINARY):
            with Image.open(io.BytesIO(content)) as picture:
                others.append(f"{name}  {picture.format} {picture.width} × {picture.height}")
        elif name.endswith(f"/{PDF_NAME}"):
            kept[f"{name}.txt"] = _printed(content)
        elif name.endswith(".pdf"):
            others.append(f"{name}  PDF {page_count(content)} page(s)")
        else:
            kept[name] = content
    kept["OTHERS.txt"] = "".join(f"{each}\n" for each in sorted(others)).encode()
    # The name of a stylesheet tells its bytes, which are reviewed at their source: else one colour changes every page.
    return {name: _STYLE.sub(rb"/assets/\1-HASH.css", content) for name, content in sorted(kept.items())}


def _printed(pdf: bytes) -> bytes:
    """Write out what a reader of a PDF finds, and a screen reader."""
    told = told_of_itself(pdf)
    lines = [f"{told['/Title']} [{told['language']}]", f"{page_count(pdf)} page(s)"]
    lines += ["", text_of(pdf), "", _outline(tags_of(pdf)), "", *sorted(links_of(pdf))]
    return "\n".join([*lines, ""]).encode()


def _outline(tags: list[tuple[str, str]]) -> str:
    return " ".join(f"{name}({alt})" if alt else name for name, alt in tags)


def differences(kept: Mapping[str, bytes], now: Mapping[str, bytes], lines: int = 12) -> list[str]:
    """Tell what differs, as a reviewer reads it: files that came and went, and the first lines of each other difference."""
    told = [f"- {name} is no longer made" for name in sorted(kept.keys() - now.keys())]
    told += [f"+ {name} is new" for name in sorted(now.keys() - kept.keys())]
    for name in sorted(kept.keys() & now.keys()):
        if kept[name] != now[name]:
            told += _first_lines(name, kept[name], now[name], lines)
    return told


def _first_lines(name: str, before: bytes, after: bytes, lines: int) -> list[str]:

    texts = [content.decode("utf-8", "backslashreplace").splitlines() for content in (before, after)]
    told = list(difflib.unified_diff(*texts, f"kept/{name}", f"made/{name}", lineterm="", n=0))
    return told[:lines] + ([f"… {len(told) - lines} more lines"] if len(told) > lines else [])
