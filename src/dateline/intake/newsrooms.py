"""Which newsroom a language has, and the making of those that don't exist yet.

A newsroom exists once per language in one tree: the translations of the default one, side by side under the root. The
default one is the site's root page, so that the desk's explorer opens on it and its sisters.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale, Page, Site

from dateline.intake.newsroom_told import Told
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models import Contact, Newsroom, NewsroomContact, Organization
from dateline.releases.refused import Refused

UNNAMED = "Newsroom"
WELCOME = "Welcome to your new Wagtail site!"  # the CMS's own first page, which is nobody's


def default_newsroom(name: str = "") -> Newsroom | None:
    """Give the newsroom of this name, or the default one where no name is asked for; None where there is none yet.

    Raises Refused where there are newsrooms and none has that name.
    """
    newsrooms = list(Newsroom.objects.select_related("locale").order_by("-is_default", "path"))
    if not newsrooms:
        return None
    for newsroom in newsrooms:
        if not name or newsroom.title == name:
            return newsroom
    known = ", ".join(dict.fromkeys(newsroom.title for newsroom in newsrooms))
    raise Refused(name, [f"There is no newsroom “{name}” here. Name one that there is: {known}."])


def newsroom_for(language: str, default: Newsroom) -> Newsroom:
    """Give the newsroom of a language; make it, with the default one's settings, where there is none."""
    if language == default.language:
        return default
    sisters = Newsroom.objects.filter(locale__language_code=language).select_related("locale").order_by("path")
    if sisters:  # a language has one newsroom, whoever made it
        return sisters[0]
    made = Newsroom(
        title=default.title,
        slug=f"{default.slug}-{language}",
        translation_key=default.translation_key,
        locale=Locale.objects.get_or_create(language_code=language)[0],
        organization=default.organization,
        place=default.place,
        time_zone=default.time_zone,
        accent=default.accent,
    )
    root_of_tree().add_child(instance=made)
    NewsroomContact.objects.bulk_create(
        NewsroomContact(newsroom=made, contact_id=row.contact_id, sort_order=row.sort_order)
        for row in default.newsroom_contacts.all()
    )
    return made


def make_newsroom(told: Told, found: Iterable[dict[str, Any]], name: str = "") -> Newsroom:
    """Make the default newsroom of what was told, else of what is most frequent among found records."""
    found = list(found)
    languages = told.languages or (_most_frequent(r["language"] for r in found if r["language"] in LANGUAGE_NAMES),)
    title = name or told.name or UNNAMED
    organization = Organization.objects.get_or_create(name=title)[0] if title != UNNAMED else None
    made = Newsroom(
        title=title,
        slug="newsroom",
        locale=Locale.objects.get_or_create(language_code=languages[0] or "en")[0],
        organization=organization,
        place=(told.place or _most_frequent(r["place"] for r in found))[:120],
        time_zone=told.time_zone or "UTC",
        boilerplate=told.boilerplate.get(languages[0], ""),
        is_default=True,
    )
    if told.accent:
        made.accent = told.accent
    root_of_tree().add_child(instance=made)
    make_site(made)
    _make_contacts(told, made)
    for each in told.organizations:
        Organization.objects.get_or_create(name=each["name"], defaults={"url": each["url"]})
    for language in languages[1:]:
        sister = newsroom_for(language, made)
        if text := told.boilerplate.get(language):
            sister.boilerplate = text
            sister.save()
    return made


def _make_contacts(told: Told, newsroom: Newsroom) -> None:
    for order, each in enumerate(told.contacts):
        rest = {key: value for key, value in each.items() if key not in ("name", "email")}
        contact, _ = Contact.objects.get_or_create(name=each["name"], email=each["email"], defaults=rest)
        NewsroomContact.objects.create(newsroom=newsroom, contact=contact, sort_order=order)


def make_site(newsroom: Newsroom) -> None:
    """Let the CMS's site begin at the default newsroom, and take its own first page away."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    site.root_page = newsroom
    site.site_name = newsroom.title
    site.save()
    welcome = Page.objects.filter(depth=2, slug="home", title=WELCOME, numchild=0, latest_revision=None).first()
    if welcome is not None:
        welcome.delete()


def root_of_tree() -> Page:
    """Give the tree's root, fresh: its count of children changes under us."""
    return Page.objects.get(depth=1)


def _most_frequent(values: Iterable[str | None]) -> str:
    """Give the most frequent value, the first in the alphabet among equals; "" where there is none."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else ""
