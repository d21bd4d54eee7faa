"""The one place that makes Jinja's environment: one a language, its templates compiled into memory."""

from collections.abc import Callable, MutableMapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from dateline.publishing.render import dates, files, links, phrases
from dateline.publishing.render.catalogue import catalogue, mark
from dateline.publishing.render.removals import removed_on

TEMPLATES = Path(__file__).parents[2] / "site" / "templates"
LIST_LEDE = 145  # characters: two lines in the list's column
KINDS = {
    "press release": mark("Press release"),
    "statement": mark("Statement"),
    "media advisory": mark("Media advisory"),
    "open letter": mark("Open letter"),
}

KIND_NAMES = {
    "press release": mark("Press releases"),
    "statement": mark("Statements"),
    "media advisory": mark("Media advisories"),
    "open letter": mark("Open letters"),
}


class _Fixing(NodeTransformer):
    """Puts the furniture's words into a template while it is compiled: there is one environment a language."""

    def __init__(self, gettext: Callable[[str], str], furniture: Markup) -> None:
        self.gettext = gettext
        self.furniture = furniture

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """Make _('…') a constant."""
        if isinstance(node.node, nodes.Name) and node.node.name == "_":
            return nodes.Const(self.gettext(node.args[0].as_const()), lineno=node.lineno)
        return self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        """Make the furniture's lang attribute a constant."""
        return nodes.Const(self.furniture, lineno=node.lineno) if node.name == "furniture" else node


class _Environment(Environment):
    """Jinja's environment with what never changes fixed at compile time."""

    fixing: _Fixing

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give a template's globals as one plain dictionary, which is copied four times as fast as Jinja's chain of two."""
        return {**self.globals, **(d or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = self.fixing.visit(super()._parse(source, name, filename))
        return tree


@lru_cache(maxsize=64)
def environment(language: str) -> Environment:
    """Make the environment whose pages are in a language (BCP 47)."""
    words = catalogue(language)
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.globals.update(gettext=words.gettext, ngettext=words.ngettext, **_furnishings(language))
    made.fixing = _Fixing(words.gettext, _borrowed(language))
    for name in made.list_templates():
        made.get_template(name)
    return made


def kind_title(kind: str, language: str) -> str:
    """Name a kind of release in a language."""
    return catalogue(language).gettext(KINDS[kind])


def _borrowed(language: str) -> Markup:
    """Give the lang attribute of elements that hold only furniture, where it speaks another language."""
    spoken = catalogue(language).language
    return Markup(' lang="{}"').format(spoken) if spoken != language.split("-")[0].lower() else Markup("")


def _furnishings(language: str) -> dict[str, object]:
    """Give what templates may call, bound to the page's language."""
    words = catalogue(language)
    # A date is in the page's language even where the furniture around it had to be borrowed.
    own = Markup(' lang="{}"').format(language) if _borrowed(language) else Markup("")
    kinds = {kind: kind_title(kind, language) for kind in KINDS}

    def timed(iso: str, shown: str) -> Markup:
        return Markup('<time datetime="{}"{}>{}</time>').format(iso, own, shown)

    @lru_cache(maxsize=16384)
    def long_day(day: date) -> Markup:
        return timed(day.isoformat(), dates.long_day(day, language))

    @lru_cache(maxsize=16384)
    def short_day(day: date) -> Markup:
        return timed(day.isoformat(), dates.short_day(day, language))

    @lru_cache(maxsize=16384)
    def day_and_month(day: date) -> Markup:
        return timed(day.isoformat(), dates.day_and_month(day, language))

    @lru_cache(maxsize=16384)
    def day_alone(day: date) -> Markup:
        return timed(day.isoformat(), str(day.day))

    @lru_cache(maxsize=4096)
    def moment(at: datetime) -> Markup:
        return timed(at.isoformat(), dates.long_moment(at, language))

    @lru_cache(maxsize=4096)
    def event_time(starts_at: datetime, ends_at: datetime | None) -> Markup:
        told, until = dates.event_time(starts_at, ends_at, language)
        began = timed(starts_at.isoformat(), told)
        if ends_at is None:
            return began
        return Markup("{} – {}").format(began, timed(ends_at.isoformat(), until))

    @lru_cache(maxsize=256)
    def lang(other: str) -> Markup:
        return Markup("") if other == language else Markup(' lang="{}"').format(escape(other))

    return {
        "lang": lang,  # the lang attribute of what an organization said
        "kind_label": kinds.__getitem__,
        "long_day": long_day,
        "short_day": short_day,
        "day_and_month": day_and_month,
        "day_alone": day_alone,  # where the month stands above it
        "moment": moment,
        "event_time": event_time,
        "removed_on": lambda removal: removed_on(removal, words),
        "month_and_year": lambda day: dates.month_and_year(day, language),
        "month_name": lambda month: dates.month_name(month, language),
        "year_number": lambda day: day.year,
        "month_letter": lambda month: dates.month_letter(month, language),
        "language_name": lambda tag: dates.language_name(tag),
        "list_opening": lambda text: phrases.opening(text, LIST_LEDE),
        "breakable": phrases.breakable,
        "in_one_line": phrases.in_one_line,
        "paragraphs_of": phrases.paragraphs_of,
        "quoted": phrases.quoted,
        "conjunction": lambda name, word: phrases.conjunction(name, words.language, word),
        "file_type": files.file_type,
        "file_size": lambda size: files.file_size(size, language),
        "picture_facts": lambda picture: files.picture_facts(picture, language),
        "tel_address": links.tel_address,
        "mail_address": links.mail_address,
        "web_address": links.web_address,
    }
