"""Pelican, by its own means: period archives for months and years, tags for topics and topics' years."""

from collections.abc import Iterable
from pathlib import Path

from ground.archive import Said

from peers.peer import Peer

_SETTINGS = """
SITENAME = "Synthetic"
SITEURL = "https://press.example"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = False
ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}/index.html"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
TAG_URL = "topics/{slug}/"
TAG_SAVE_AS = "topics/{slug}/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
ARCHIVES_SAVE_AS = TAGS_SAVE_AS = CATEGORIES_SAVE_AS = AUTHORS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = "feed.atom"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
SUMMARY_MAX_LENGTH = 25
TYPOGRIFY = False
"""
_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{% block title %}{{ SITENAME }}{% endblock %}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/site.css"></head>
<body><header><a href="/">Synthetic</a> <nav><a href="/topics/">Topics</a></nav></header>
<main>{% block main %}{% endblock %}</main><footer>What was said stays said.</footer></body></html>
"""
_LIST = (
    '{{% extends "frame.html" %}}{{% block main %}}<ol>{{% for article in {articles} %}}<li><time>{{{{ article.date.date() }}}}</time>'
    '<h2><a href="/{{{{ article.url }}}}">{{{{ article.title }}}}</a></h2><p>{{{{ article.summary | striptags }}}}</p></li>'
    "{{% endfor %}}</ol>{{% endblock %}}"
)
_TEMPLATES = {
    "frame.html": _FRAME,
    "article.html": (
        '{% extends "frame.html" %}{% block title %}{{ article.title }}{% endblock %}{% block main %}<article><p>'
        '{% for tag in article.tags %}<a href="/{{ tag.url }}">{{ tag }}</a> {% endfor %}</p><h1>{{ article.title }}</h1>'
        "<time>{{ article.date.date() }}</time>{{ article.content }}<p>###</p><p>{{ SITEURL }}/{{ article.url }}</p>"
        "</article>{% endblock %}"
    ),
    "index.html": _LIST.format(articles="articles[:20]"),
    "period_archives.html": _LIST.format(articles="dates"),
    "tag.html": _LIST.format(articles="articles"),
}


def _write(folder: Path, releases: Iterable[Said]) -> None:
    (folder / "pelicanconf.py").write_text(_SETTINGS)
    (folder / "theme" / "static").mkdir(parents=True)
    (folder / "theme" / "templates").mkdir()
    for name, template in _TEMPLATES.items():
        (folder / "theme" / "templates" / name).write_text(template)
    content = folder / "content"
    content.mkdir()
    for said in releases:
        tags = [*said.topics, *(f"{topic} {said.day:%Y}" for topic in said.topics)]
        head = f"Title: {said.headline}\nDate: {said.day} 12:00\nSlug: {said.slug}\nTags: {', '.join(tags)}\n"
        (content / f"{said.number:06}.md").write_text(f"{head}\n" + "\n\n".join(said.paragraphs) + "\n")


PELICAN = Peer(
    name="pelican",
    command=("pelican", "--quiet"),
    public="public",
    write=_write,
    lists={
        "months": r"\d{4}/\d\d/index\.html",
        "years": r"\d{4}/index\.html",
        "topics": r"topics/topic-\d+/index\.html",
        "topics' years": r"topics/topic-\d+-\d{4}/index\.html",
    },
)
