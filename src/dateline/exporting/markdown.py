"""One release → one Markdown file (https://commonmark.org) with front matter. Pure.

The front matter is YAML of which every value is written as JSON, which YAML 1.2 includes: nothing in a headline can
break out of it.
"""

import html
import json
import re
from typing import Any

_MARKED = re.compile(r"([\\`*_\[\]<>#])")
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_HREF = re.compile(r'href="([^"]*)"')


def release_file(release: dict[str, Any]) -> bytes:
    """Write a release as it stands now; of a withdrawn one, that it was withdrawn and why."""
    now = release["versions"][-1]
    words = now["words"]
    front = {
        "headline": words["headline"], "subheadline": words["subheadline"], "kind": words["kind"],
        "pubstatus": release["pubstatus"], "date": words["dated_on"], "located": words["place"],
        "language": words["language"], "address": release["address"], "uid": release["uid"],
        "public_at": release["public_at"], "changed_at": release["changed_at"], "version": now["version"],
        "infosource": words["printed"]["newsroom"], "partners": [p["name"] for p in words["printed"]["partners"]],
        "topics": [slug for _, slug in release["topics"]],
        "files": [kept["path"] for kept in words["printed"]["files"]],
        "ednote": [
            f"{v['act']}, {v['versioncreated']}: {v['ednote']}" for v in release["versions"] if v["ednote"]
        ],
    }  # fmt: skip
    return written(front, words, boilerplate=words["printed"]["boilerplate"])


def written(front: dict[str, Any], words: dict[str, Any], *, boilerplate: str = "", above: str = "") -> bytes:
    """Write front matter and words; `above` stands before everything that is said."""
    lines = ["---", *(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in front.items() if v not in ("", [], None))]
    parts = ["\n".join([*lines, "---"]), above, f"# {_text(words['headline'])}"]
    if words["subheadline"]:
        parts.append(f"**{_text(words['subheadline'])}**")
    if words["dateline"]:
        parts.append(_text(words["dateline"]))
    parts += [_event(words["event"])] if "event" in words else []
    parts += [_block(block, words.get("printed", {}).get("pictures", {})) for block in words["blocks"]]
    parts.append(_text(boilerplate))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _event(event: dict[str, str]) -> str:
    told = [f"- {name}: {_text(value)}" for name, value in event.items() if value]
    return "\n".join(line.replace("\n", "\n  ") for line in told)


def _block(block: dict[str, Any], pictures: dict[str, Any]) -> str:
    match block["kind"]:
        case "text":
            return _marked_up(block["html"])
        case "quote":
            said = "\n".join(f"> {_text(line)}".rstrip() for line in block["words"].split("\n"))
            return f"{said}\n>\n> — {_text(', '.join(filter(None, (block['speaker'], block['title']))))}"
        case "list":
            return "\n".join(f"- {_text(line)}" for line in block["lines"])
        case "image":
            path = pictures.get(block["picture"], {}).get("press", {}).get("path", "")
            credit = "  \n".join(_text(line) for line in (block["caption"], block["credit"]) if line)
            return f"![{_text(block['alt'])}](<{path}>)" + (f"\n\n{credit}" if credit else "")
    raise ValueError(f"A version has no block of the kind {block['kind']!r}.")


def _marked_up(markup: str) -> str:
    """Turn the markup that a version can hold (releases.wording.ALLOWED_TAGS) into Markdown."""
    out, links, lists, at = "", list[str](), list[int](), 0
    for tag in _TAG.finditer(markup):
        out += _text(html.unescape(markup[at : tag.start()]))
        at = tag.end()
        closes, name = bool(tag[1]), tag[2]
        match name:
            case "strong" | "b":
                out += "**"
            case "em" | "i":
                out += "*"
            case "br":
                out += "\\\n"
            case "p":
                out += "\n\n" if closes else ""
            case "a" if closes:
                out += f"](<{links.pop()}>)" if links else ""
            case "a":
                found = _HREF.search(tag[3])
                links.append(html.unescape(found[1]) if found else "")
                out += "["
            case "ul" | "ol" if closes:
                lists.pop()
                out += "" if lists else "\n"
            case "ul" | "ol":
                lists.append(0 if name == "ol" else -1)
                out = out.rstrip() + ("\n" if len(lists) > 1 else "\n\n" if out.strip() else "")
            case "li" if not closes:
                ordered = bool(lists) and lists[-1] >= 0
                if ordered:
                    lists[-1] += 1
                mark = f"{lists[-1]}." if ordered else "-"
                out = f"{out.rstrip(' ')}{'   ' * max(len(lists) - 1, 0)}{mark} "
            case "li":
                out = out.rstrip() + "\n"
    return (out + _text(html.unescape(markup[at:]))).strip()


def _text(text: str) -> str:
    return _MARKED.sub(r"\\\1", text)
