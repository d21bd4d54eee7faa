"""The frame around every page: its head, masthead and foot, of which the parts that do not change are made once."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from dateline.publishing.faces import LanguageLink, NewsroomFace
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment
from dateline.publishing.render.phrases import opening, sorting_key
from dateline.publishing.render.style import stylesheet

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


def render_page(template: str, room: NewsroomFace, head: Head, **variables: object) -> bytes:
    """Render a page's template in the newsroom's frame."""
    page = environment(room.language).get_template(template)
    return clean_bytes(
        page.render(
            room=room,
            head=head,
            description=opening(head.description, LONGEST_DESCRIPTION),
            assets=_assets(room),
            masthead=_masthead(room, head.languages, head.is_front),
            foot=_foot(room),
            **variables,
        )
    )


@lru_cache(maxsize=64)
def _assets(room: NewsroomFace) -> Markup:
    return _part("assets.html", room, style_path=stylesheet(room.accent)[0])


@lru_cache(maxsize=256)
def _masthead(room: NewsroomFace, languages: tuple[LanguageLink, ...], is_front: bool) -> Markup:
    shown = sorted(languages or room.languages, key=lambda link: sorting_key(link.label, room.language))
    return _part("masthead.html", room, languages=shown, is_front=is_front)


@lru_cache(maxsize=64)
def _foot(room: NewsroomFace) -> Markup:
    return _part("foot.html", room)


def _part(template: str, room: NewsroomFace, **variables: object) -> Markup:
    return Markup(environment(room.language).get_template(template).render(room=room, **variables))
