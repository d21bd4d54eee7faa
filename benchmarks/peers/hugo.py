"""Hugo, by its own means: taxonomies for months, years, topics and topics' years; no `where`, which would be N²."""

import json
from collections.abc import Iterable
from pathlib import Path

from ground.archive import Said

from peers.peer import GROUPED, Peer

_CONFIG = """
baseURL = "https://press.example/"
title = "Synthetic"
disableKinds = ["section"]
[taxonomies]
month = "months"
year = "years"
topic = "topics"
topicyear = "topicyears"
[outputs]
home = ["html", "rss"]
taxonomy = ["html"]
term = ["html"]
page = ["html", "json", "plain"]
[outputFormats.plain]
mediaType = "text/plain"
baseName = "release"
isPlainText = true
[services.rss]
limit = 20
"""
_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{ .Summary | plainify | truncate 200 }}">
<link rel="stylesheet" href="/site.css"></head>
<body><header><a href="/">Synthetic</a> <nav><a href="/years/">Archive</a> <a href="/topics/">Topics</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>What was said stays said.</footer></body></html>
"""
_ENTRY = (
    '<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "Jan 2, 2006" }}</time>'
    '<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary | plainify | truncate 145 }}</p></li>'
)
_TEMPLATES = {
    "_default/baseof.html": _FRAME,
    "_default/single.html": (
        '{{ define "main" }}<article><p>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> '
        '{{ end }}</p><h1>{{ .Title }}</h1><time datetime="{{ .Date.Format "2006-01-02" }}">'
        '{{ .Date.Format "January 2, 2006" }}</time>{{ .Content }}<p>###</p><p>{{ .Permalink }}</p></article>{{ end }}'
    ),
    "_default/single.json": (
        '{"headline": {{ .Title | jsonify }}, "contentCreated": {{ .Date.Format "2006-01-02" | jsonify }}, "bodies": ['
        '{"contentType": "text/html", "value": {{ .Content | jsonify }}}, {"contentType": "text/plain", "wordCount": '
        '{{ .WordCount }}, "value": {{ .Plain | jsonify }}}], "subjects": {{ .Params.topics | jsonify }}, '
        '"uri": {{ .Permalink | jsonify }}}'
    ),
    "_default/single.plain.txt": (
        '{{ .Title }}\n\n{{ .Date.Format "January 2, 2006" }}\n\n{{ .Plain }}\n\n###\n\n{{ .Permalink }}\n'
    ),
    "index.html": f'{{{{ define "main" }}}}<ol>{{{{ range first 20 .Site.RegularPages }}}}{_ENTRY}{{{{ end }}}}</ol>{{{{ end }}}}',
    "_default/terms.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}'
        '<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}'
    ),
    "_default/term.html": f'{{{{ define "main" }}}}<h1>{{{{ .Title }}}}</h1><ol>{{{{ range .Pages }}}}{_ENTRY}{{{{ end }}}}</ol>{{{{ end }}}}',
    "topics/term.html": f'{{{{ define "main" }}}}<h1>{{{{ .Title }}}}</h1><ol>{{{{ range first 20 .Pages }}}}{_ENTRY}{{{{ end }}}}</ol>{{{{ end }}}}',
}


def _write(folder: Path, releases: Iterable[Said]) -> None:
    (folder / "hugo.toml").write_text(_CONFIG)
    for name, template in _TEMPLATES.items():
        file = folder / "layouts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(template)
    content = folder / "content" / "releases"
    content.mkdir(parents=True)
    for said in releases:
        head = {
            "title": said.headline,
            "date": f"{said.day}T12:00:00Z",
            "url": f"/{said.day:%Y/%m}/{said.slug}/",
            "months": [f"{said.day:%Y-%m}"],
            "years": [f"{said.day:%Y}"],
            "topics": list(said.topics),
            "topicyears": [f"{topic} {said.day:%Y}" for topic in said.topics],
        }
        (content / f"{said.number:06}.md").write_text(f"{json.dumps(head)}\n\n" + "\n\n".join(said.paragraphs) + "\n")


HUGO = Peer(
    name="hugo",
    command=("hugo", "--quiet", "--noBuildLock"),
    public="public",
    write=_write,
    lists={
        **GROUPED,
        "texts": r"\d{4}/\d\d/[^/]+/release\.txt",
        "data": r"\d{4}/\d\d/[^/]+/index\.json",
    },
)
