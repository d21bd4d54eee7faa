"""Eleventy, by its own means: collections for months, years, topics and topics' years, each paginated into its pages."""

import json
from collections.abc import Iterable
from pathlib import Path

from ground.archive import Said

from peers.peer import GROUPED, Peer

_CONFIG = """
module.exports = function (config) {
  const groups = {
    months: (page) => [page.data.month], years: (page) => [page.data.year],
    topicpages: (page) => page.data.topics, topicyears: (page) => page.data.topicyears,
  };
  for (const [name, keys] of Object.entries(groups)) {
    config.addCollection(name, (api) => {
      const found = new Map();
      for (const page of api.getFilteredByTag("release").reverse())
        for (const key of keys(page)) { if (!found.has(key)) found.set(key, []); found.get(key).push(page); }
      return [...found].map(([key, pages]) => ({ key, pages }));
    });
  }
  config.addFilter("opening", (text) => (text.length > 145 ? text.slice(0, 145) + "…" : text));
  return { dir: { input: "content", output: "public" }, markdownTemplateEngine: false };
};
"""
_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/site.css"></head>
<body><header><a href="/">Synthetic</a> <nav><a href="/topics/">Topics</a></nav></header>
<main>{{ content | safe }}</main><footer>What was said stays said.</footer></body></html>
"""
_RELEASE = (
    "---\nlayout: frame.njk\n---\n<article><p>{% for topic in topics %}<a>{{ topic }}</a> {% endfor %}</p><h1>{{ title }}</h1>"
    "<time>{{ day }}</time>{{ content | safe }}<p>###</p><p>https://press.example{{ page.url }}</p></article>"
)
_ENTRY = (
    '<li><time>{{ each.data.day }}</time><h2><a href="{{ each.url }}">{{ each.data.title }}</a></h2>'
    "<p>{{ each.data.lede | opening }}</p></li>"
)


def _list(collection: str, permalink: str, length: int = 0) -> str:
    head = {
        "layout": "frame.njk",
        "title": "Synthetic",
        "pagination": {"data": f"collections.{collection}", "size": 1, "alias": "group"},
        "permalink": permalink,
    }
    pages = f"group.pages.slice(0, {length})" if length else "group.pages"
    return f"---json\n{json.dumps(head)}\n---\n<ol>{{% for each in {pages} %}}{_ENTRY}{{% endfor %}}</ol>"


_PAGES = {
    "_includes/frame.njk": _FRAME,
    "_includes/release.njk": _RELEASE,
    "months.njk": _list("months", "/months/{{ group.key }}/"),
    "years.njk": _list("years", "/years/{{ group.key }}/"),
    "topics.njk": _list("topicpages", "/topics/{{ group.key | slugify }}/", length=20),
    "topicyears.njk": _list("topicyears", "/topicyears/{{ group.key | slugify }}/"),
    "index.njk": (
        "---\nlayout: frame.njk\ntitle: Synthetic\n---\n<ol>{% for each in collections.release | reverse %}"
        f"{{% if loop.index <= 20 %}}{_ENTRY}{{% endif %}}{{% endfor %}}</ol>"
    ),
    "feed.njk": (
        "---\npermalink: /feed.atom\n---\n<feed>{% for each in collections.release | reverse %}{% if loop.index <= 20 %}"
        "<entry><title>{{ each.data.title }}</title><content>{{ each.content }}</content></entry>{% endif %}{% endfor %}</feed>"
    ),
}


def _write(folder: Path, releases: Iterable[Said]) -> None:
    (folder / "eleventy.config.cjs").write_text(_CONFIG)
    content = folder / "content"
    (content / "_includes").mkdir(parents=True)
    for name, page in _PAGES.items():
        (content / name).write_text(page)
    for said in releases:
        head = {
            "layout": "release.njk",
            "tags": ["release"],
            "title": said.headline,
            "date": f"{said.day}",
            "day": f"{said.day}",
            "month": f"{said.day:%Y-%m}",
            "year": f"{said.day:%Y}",
            "topics": list(said.topics),
            "topicyears": [f"{topic} {said.day:%Y}" for topic in said.topics],
            "lede": said.paragraphs[0],
            "permalink": f"/{said.day:%Y/%m}/{said.slug}/",
        }
        text = f"---json\n{json.dumps(head)}\n---\n" + "\n\n".join(said.paragraphs) + "\n"
        (content / f"{said.number:06}.md").write_text(text)


ELEVENTY = Peer(
    name="eleventy",
    command=("eleventy", "--quiet", "--config=eleventy.config.cjs"),
    public="public",
    write=_write,
    lists=GROUPED,
)
