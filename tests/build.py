"""Builders: the record that a test needs, said in keyword arguments."""

from datetime import UTC, date, datetime, time

from wagtail.models import Collection, Locale, Page, Site

from dateline.releases.models import Addressee, Newsroom, Organization, Release, ReleasePartner, Topic

AT = datetime(2024, 5, 6, 15, 0, tzinfo=UTC)  # the moment at which things happen where a test doesn't care


def make_newsroom(name="Harbor Tenants Union", language="en", *, is_default=None, **fields) -> Newsroom:
    """Make a live newsroom at the root of the tree, as the site's root where it is the first."""
    locale, _ = Locale.objects.get_or_create(language_code=language)
    first = Newsroom.objects.order_by("path").first()
    fields = {
        "place": "Port Ellery",
        "time_zone": "America/Los_Angeles",
        "boilerplate": "Harbor Tenants Union is a union of tenants.",
        "is_default": first is None if is_default is None else is_default,
        **fields,
    }
    room = Newsroom(title=name, slug=f"newsroom-{language}", locale=locale, **fields)
    if first is not None:
        room.translation_key = first.translation_key
    root = Page.get_first_root_node()
    if root is None:
        root = Page.add_root(title="Root", slug="root", locale=locale)
    root.add_child(instance=room)
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    if first is None:
        Site.objects.all().delete()
        Site.objects.create(hostname="localhost", root_page=room, is_default_site=True)
    return room


def make_release(
    room: Newsroom | None = None, *, headline="Tenants win the right to an interpreter", **fields
) -> Release:
    """Make a draft with a body of one paragraph; `topics`, `partners` by name, any field by keyword."""
    room = room or Newsroom.objects.filter(is_default=True).first() or make_newsroom()
    topics = fields.pop("topics", ())
    partners = fields.pop("partners", ())
    text = fields.pop("text", "The board voted four to one.")
    fields = {
        "dated_on": date(2024, 5, 6),
        "place": room.place,
        "dateline": "PORT ELLERY, May 6, 2024 —",
        "body": [("text", f"<p>{text}</p>")],
        "locale": room.locale,
        "live": False,
        **fields,
    }
    release = Release(headline=headline, **fields)
    for name in partners:
        organization, _ = Organization.objects.get_or_create(name=name)
        release.release_partners.add(ReleasePartner(organization=organization))
    room.add_child(instance=release)
    if topics:
        release.topics.set([_topic(room, name) for name in topics])
        release.save()
    return Release.objects.get(pk=release.pk)


def make_advisory(room: Newsroom | None = None, **fields) -> Release:
    """Make a draft that invites the press to something on May 9, 2024, at ten in the morning."""
    invites = {
        "kind": "media advisory",
        "headline": "Tenants to gather at the board",
        "event_what": "A gathering of tenants before the vote",
        "event_who": "Tenants of the harbor",
        "event_on": date(2024, 5, 9),
        "event_begins": time(10),
        "event_where": "Rent board\n1 Quay Street, Port Ellery",
    }
    return make_release(room, **{**invites, **fields})


def make_addressee(name="Senator Okafor", **fields) -> Addressee:
    """Make one to whom releases may speak, or give the one that is there."""
    fields = {"name": name, "role": "State Senator", **fields}
    return Addressee.objects.get_or_create(slug=name.lower().replace(" ", "-"), defaults=fields)[0]


def _topic(room: Newsroom, name: str) -> Topic:
    slug = name.lower().replace(" ", "-")
    return Topic.objects.get_or_create(language=room.language, slug=slug, defaults={"name": name})[0]
