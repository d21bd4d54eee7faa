"""Lists of one kind, of one addressee ("what have we said to her, and when"), of one organization; and their indexes."""

from collections.abc import Sequence
from itertools import groupby

from dateline.publishing.faces import AddresseeFace, Entry, Narrowed, NewsroomFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, render_page
from dateline.publishing.render.phrases import sorting_key


def render_narrowed(
    room: NewsroomFace, narrowed: Narrowed, entries: Sequence[Entry], years: Sequence[tuple[int, str]]
) -> bytes:
    """Render the newest of a narrowed list, in the order given; `years` are its pages by year."""
    return _render(room, narrowed, entries, years, year=None)


def render_narrowed_year(
    room: NewsroomFace,
    narrowed: Narrowed,
    year: int,
    entries: Sequence[Entry],
    years: Sequence[tuple[int, str]],
    *,
    is_all: bool = True,
) -> bytes:
    """Render the headlines of one year of a narrowed list, by month; where they are not all, the page says where all are."""
    return _render(room, narrowed, entries, years, year=year, is_all=is_all)


def render_addressees(room: NewsroomFace, addressees: Sequence[AddresseeFace]) -> bytes:
    """Render the index of those to whom something was said."""
    links = [(each.name, each.role, each.path) for each in addressees]
    return _index(room, catalogue(room.language).gettext("Addressed"), room.addressees_path, links)


def render_organizations(room: NewsroomFace, organizations: Sequence[Narrowed]) -> bytes:
    """Render the index of organizations in whose name something stands."""
    links = [(each.name, "", each.path) for each in organizations]
    return _index(room, catalogue(room.language).gettext("Organizations"), room.organizations_path, links)


def _index(room: NewsroomFace, title: str, path: str, links: Sequence[tuple[str, str, str]]) -> bytes:
    shown = sorted(links, key=lambda link: (sorting_key(link[0], room.language), link[2]))
    head = Head(title=f"{title} — {room.name}", canonical=path, is_indexed=bool(links))
    return render_page("names.html", room, head, title=title, links=shown)


def _render(
    room: NewsroomFace,
    narrowed: Narrowed,
    entries: Sequence[Entry],
    years: Sequence[tuple[int, str]],
    year: int | None,
    *,
    is_all: bool = True,
) -> bytes:
    words = catalogue(room.language)
    above, index_path = {
        "kind": (words.gettext("Archive"), room.archive_path),
        "addressee": (words.gettext("Addressed"), room.addressees_path),
        "organization": (words.gettext("Organizations"), room.organizations_path),
    }[narrowed.of]
    name = narrowed.name or above
    head = Head(
        title=" — ".join((name, *([str(year)] if year else []), room.name)),
        canonical=dict(years).get(year, "") if year else narrowed.path,
        is_indexed=bool(entries),
    )
    months = [(month, list(group)) for month, group in groupby(entries, key=lambda entry: entry.dated_on.month)]
    return render_page(
        "narrowed.html",
        room,
        head,
        narrowed=narrowed,
        name=name,
        above=above,
        index_path=index_path,
        year=year,
        years=years,
        entries=entries,
        is_all=is_all,
        months=months if year else [],
    )
