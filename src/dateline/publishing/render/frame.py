"""The frame around every page: its head, masthead and foot, of which the parts that do not change are made once."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from dateline.publishing.faces import ContactFace, Feed, LanguageLink, NewsroomFace
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment
from dateline.publishing.render.phrases import opening, sorting_key
from dateline.publishing.render.style import stylesheet, tools_stylesheet

LONGEST_DESCRIPTION = 200  # characters: what search pages and messengers show


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself."""

    title: str
    description: str = ""
    canonical: str = ""  # the path under which it is to be known; "" for none
    languages: tuple[LanguageLink, ...] = ()  # where the masthead's language links lead
    is_indexed: bool = True
    is_front: bool = False
    is_tool: bool = False  # it needs the second stylesheet
    feed: Feed | None = None  # the page's own, beside the newsroom's
    more: str = ""  # markup: what only this kind of page says of itself


def render_page(template: str, room: NewsroomFace, head: Head, **variables: object) -> bytes:
    """Render a page's template in the newsroom's frame."""
    assets, foot = _ends(room, head.is_tool)
    templates = environment(room.language)
    main = templates.get_template(template).render(room=room, **variables)
    return clean_bytes(
        templates.get_template("frame.html").render(
            room=room,
            head=head,
            main=Markup(main),
            description=opening(head.description, LONGEST_DESCRIPTION),
            assets=assets,
            masthead=_masthead(room, head.languages, head.is_front),
            foot=foot,
        )
    )


@lru_cache(maxsize=64)
def _ends(room: NewsroomFace, is_tool: bool) -> tuple[Markup, Markup]:
    """Render what stands at the top of the head and at the foot of every page."""
    sheets = [tools_stylesheet()[0], stylesheet(room.accent)[0]] if is_tool else [stylesheet(room.accent)[0]]
    assets = _part("assets.html", room.language, room=room, style_paths=sheets)
    return assets, _part("foot.html", room.language, room=room)


@lru_cache(maxsize=256)
def _masthead(room: NewsroomFace, languages: tuple[LanguageLink, ...], is_front: bool) -> Markup:
    shown = sorted(languages or room.languages, key=lambda link: sorting_key(link.label, room.language))
    return _part("masthead.html", room.language, room=room, languages=shown, is_front=is_front)


@lru_cache(maxsize=256)
def contacts_part(language: str, contacts: tuple[ContactFace, ...]) -> Markup:
    """Render the media contacts, in a page's language, which many pages share; nothing where there are none."""
    return _part("contacts.html", language, contacts=contacts) if contacts else Markup("")


@lru_cache(maxsize=256)
def about_part(language: str, boilerplate: str, written_in: str) -> Markup:
    """Render the boilerplate, in a page's language, which many pages share; nothing where there is none."""
    if not boilerplate:
        return Markup("")
    return _part("about.html", language, boilerplate=boilerplate, written_in=written_in)


def _part(template: str, language: str, **variables: object) -> Markup:
    return Markup(environment(language).get_template(template).render(**variables))
