"""Every door by which the CMS could make a release live, not live, moved, copied or deleted, a superuser's included."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from desk.invariants import nothing_is_lost, record_is_whole, said
from desk.posting import release_form
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Page, Revision, Workflow, WorkflowContentType, WorkflowState

from dateline.publishing.everything import publish_everything
from dateline.publishing.publish import publish
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Newsroom, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db

CANARY = "Zibeline"
TOMORROW = datetime.now(UTC) + timedelta(days=1)
YESTERDAY = datetime.now(UTC) - timedelta(days=1)


def draft() -> Release:
    return make_release(headline=f"{CANARY} draft")


def public() -> Release:
    release = make_release()
    publish(release, at=AT)
    return Release.objects.get(pk=release.pk)


def changed() -> Release:
    release = public()
    release.headline = f"{CANARY} changed"
    release.save_revision()
    return Release.objects.get(pk=release.pk)


def withdrawn() -> Release:
    release = public()
    withdraw(release, "It was wrong.", at=AT)
    return Release.objects.get(pk=release.pk)


STATES = [draft, public, changed, withdrawn]


def post(client: Client, name: str, *args, data=None, **query):
    address = reverse(name, args=args)
    return client.post(address, data or {}, query_params=query)


def bulk(action: str, **data):
    def door(client, release):
        return post(
            client, "wagtail_bulk_action", "wagtailcore", "page", action,
            data={"include_descendants": "on", **data}, id=[release.pk, release.get_parent().pk], next="/desk/",
        )  # fmt: skip

    return door


def edit(**fields):
    def door(client, release):
        latest = release.get_latest_revision_as_object()
        return post(client, "wagtailadmin_pages:edit", release.pk, data={**release_form(latest), **fields})

    return door


def api(action: str, **data):
    def door(client, release):
        address = f"/desk/api/main/pages/{release.pk}/action/{action}/"
        return client.post(address, {k: v() if callable(v) else v for k, v in data.items()}, "application/json")

    return door


def other_room() -> int:
    return Newsroom.objects.get(is_default=False).pk


def revert(client, release):
    revision = release.get_latest_revision() or release.save_revision()
    older = Release.objects.get(pk=release.pk)
    older.headline = f"{CANARY} again"
    older.save_revision()
    data = {**release_form(revision.as_object()), "action-publish": "1"}
    return post(client, "wagtailadmin_pages:revisions_revert", release.pk, revision.pk, data=data)


def copy(**fields):
    def door(client, release):
        data = {"new_title": "x", "new_slug": "x", "new_parent_page": release.get_parent().pk, **fields}
        return post(client, "wagtailadmin_pages:copy", release.pk, data=data)

    return door


def create(client, release):
    room = release.get_parent().pk
    data = {**release_form(headline=f"{CANARY} new"), "go_live_at": TOMORROW.isoformat()}
    return post(client, "wagtailadmin_pages:add", "releases", "release", room, data=data)


def create_live(client, release):
    data = {**release_form(headline="Written and out"), "action-publish": "1", "live": "on"}
    return post(client, "wagtailadmin_pages:add", "releases", "release", release.get_parent().pk, data=data)


def row_saved(**fields):
    def door(client, release):
        row = Page.objects.get(pk=release.pk)
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()

    return door


def revision_with(**fields):
    def door(client, release):
        latest = release.get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(latest, name, value)
        latest.save_revision().publish()

    return door


def scheduled(client, release):
    revision = release.get_latest_revision() or release.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=YESTERDAY)
    call_command("publish_scheduled")


def expired(client, release):
    Page.objects.filter(pk=release.pk).update(expire_at=YESTERDAY)
    try:
        call_command("publish_scheduled")
    finally:
        Page.objects.filter(pk=release.pk).update(expire_at=None)


def workflow(client, release):
    flow = Workflow.objects.create(name="Approval")
    WorkflowContentType.objects.filter(workflow=flow).delete()
    state = WorkflowState(
        content_object=release,
        content_type=release.get_content_type(),
        base_content_type=release.get_base_content_type(),
        workflow=flow,
        requested_by=client.person,
    )
    state.save()
    state.finish(user=client.person)


DOORS: dict[str, Callable] = {
    "edit and save": edit(headline=f"{CANARY} edited"),
    "edit and publish": edit(**{"action-publish": "1"}),
    "edit other words and publish": edit(**{"action-publish": "1"}),
    "edit with a schedule": edit(go_live_at=TOMORROW.isoformat(), expire_at=TOMORROW.isoformat(), live="on"),
    "edit and submit": edit(**{"action-submit": "1"}),
    "edit and unpublish": edit(**{"action-unpublish": "1"}),
    "create with a schedule": create,
    "create and publish": create_live,
    "revert and publish": revert,
    "unpublish": lambda client, release: post(
        client, "wagtailadmin_pages:unpublish", release.pk, data={"include_descendants": "on"}
    ),
    "unpublish the newsroom": lambda client, release: post(
        client, "wagtailadmin_pages:unpublish", release.get_parent().pk, data={"include_descendants": "on"}
    ),
    "delete": lambda client, release: post(client, "wagtailadmin_pages:delete", release.pk),
    "delete the newsroom": lambda client, release: post(
        client,
        "wagtailadmin_pages:delete",
        release.get_parent().pk,
        data={"confirm_site_name": settings.WAGTAIL_SITE_NAME},
    ),
    "move": lambda client, release: post(client, "wagtailadmin_pages:move_confirm", release.pk, other_room()),
    "move to the root": lambda client, release: post(client, "wagtailadmin_pages:move_confirm", release.pk, 1),
    "reorder": lambda client, release: post(client, "wagtailadmin_pages:set_page_position", release.pk, position=0),
    "copy": copy(),
    "copy and publish": copy(publish_copies="on"),
    "copy elsewhere": lambda client, release: copy(new_parent_page=other_room())(client, release),
    "alias": copy(alias="on"),
    "copy the newsroom": lambda client, release: post(
        client,
        "wagtailadmin_pages:copy",
        release.get_parent().pk,
        data={"new_title": "x", "new_slug": "x", "new_parent_page": 1, "publish_copies": "on", "copy_subpages": "on"},
    ),
    "convert an alias": lambda client, release: post(client, "wagtailadmin_pages:convert_alias", release.pk),
    "privacy": lambda client, release: post(
        client, "wagtailadmin_pages:set_privacy", release.pk, data={"restriction_type": "login"}
    ),
    **{f"bulk {action}": bulk(action) for action in ("publish", "unpublish", "delete")},
    "bulk move": lambda client, release: bulk("move", chooser=other_room())(client, release),
    **{
        f"API {action}": api(action)
        for action in ("publish", "unpublish", "delete", "convert_alias", "create_alias", "copy")
    },
    "API copy and keep live": api("copy", keep_live=True),
    "API move": api("move", destination_page_id=other_room, position="last-child"),
    "API translate": api("copy_for_translation", locale="es", copy_parents=True),
    "API translate as alias": api("copy_for_translation", locale="de", copy_parents=True, alias=True),
    "page.publish": lambda client, release: release.publish(release.save_revision()),
    "revision.publish": lambda client, release: (release.get_latest_revision() or release.save_revision()).publish(),
    "revision.publish of other words": revision_with(headline=f"{CANARY} by revision"),
    "revision.publish with a schedule": revision_with(go_live_at=TOMORROW),
    "page.unpublish": lambda client, release: release.unpublish(),
    "row.unpublish": lambda client, release: Page.objects.get(pk=release.pk).unpublish(),
    "row made live": row_saved(live=True),
    "row taken down": row_saved(live=False),
    "page.delete": lambda client, release: release.delete(),
    "row.delete": lambda client, release: Page.objects.get(pk=release.pk).delete(),
    "query delete": lambda client, release: Release.objects.filter(pk=release.pk).delete(),
    "newsroom.delete": lambda client, release: release.get_parent().delete(),
    "newsroom row unpublished": lambda client, release: release.get_parent().unpublish(),
    "page.move": lambda client, release: release.move(Newsroom.objects.get(pk=other_room()), pos="last-child"),
    "row.move": lambda client, release: Page.objects.get(pk=release.pk).move(
        Newsroom.objects.get(pk=other_room()), pos="last-child"
    ),
    "page.copy": lambda client, release: release.copy(keep_live=True),
    "page.create_alias": lambda client, release: release.create_alias(),
    "publish_scheduled": scheduled,
    "publish_scheduled of what expired": expired,
    "a workflow's end": workflow,
}


CASES = [(door, state, "superuser") for door in DOORS for state in STATES]
CASES += [(door, state, "director") for door in DOORS for state in (draft, changed)]


@pytest.mark.parametrize(("door", "state", "role"), CASES, ids=lambda part: getattr(part, "__name__", part))
def test_whatever_door_is_tried_the_record_stays_whole(door, state, role, sign_in):
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    release = state()
    client = sign_in(role)
    before = said()
    try:
        with transaction.atomic():
            response = DOORS[door](client, release)
    except (Refused, PermissionDenied, ProtectedError):
        response = None
    if isinstance(response, HttpResponse):
        assert response.status_code < 500
    nothing_is_lost(before)
    record_is_whole()
    if state is changed and Release.objects.get(pk=release.pk).current.fingerprint in {v[2] for v in before.versions}:
        assert_canary_is_nowhere()


@pytest.mark.parametrize("about", ["release", "newsroom"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_address_of_the_desk_breaks_the_record_or_the_desk(state, about, sign_in):
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    release = state()
    room = release.get_parent().specific
    page = release if about == "release" else room
    revision = page.get_latest_revision() or page.save_revision()
    client = sign_in("superuser")
    fill = {"pk": page.pk, "page_id": page.pk, "revision_id": revision.pk, "parent_page_id": room.pk,
            "page_to_move_id": page.pk, "destination_id": other_room(), "revision_id_a": "live",
            "revision_id_b": "latest", "consent_pk": 1, "object_id": page.pk}  # fmt: skip
    everything = {**release_form(release), "title": room.title, "time_zone": "UTC", "accent": room.accent,
                  "newsroom_contacts-TOTAL_FORMS": 0, "newsroom_contacts-INITIAL_FORMS": 0,
                  "newsroom_pictures-TOTAL_FORMS": 0, "newsroom_pictures-INITIAL_FORMS": 0,
                  "new_parent_page": room.pk, "new_title": "x", "new_slug": "x", "alias": "on",
                  "publish_copies": "on", "action-publish": "1", "include_descendants": "on"}  # fmt: skip
    tried = 0
    for name, kwargs in sorted(desk_addresses(fill)):
        for send in (client.get, client.post):
            before = said()
            try:
                with transaction.atomic():
                    response = send(reverse(name, kwargs=dict(kwargs)), everything)
            except ProtectedError:
                continue
            assert response.status_code < 500, (name, send)
            nothing_is_lost(before)
            record_is_whole()
            tried += 1
    assert Release.objects.filter(pk=release.pk).exists()
    assert tried > 50


def desk_addresses(fill):
    """Name every address about a page in the CMS, as far as `fill` can fill it in."""
    for namespace, pattern in _walk(get_resolver()):
        wanted = set(pattern.pattern.converters) | set(pattern.pattern.regex.groupindex)
        if wanted and wanted <= set(fill) and ("wagtailadmin_pages" in namespace or pattern.name.startswith("desk_")):
            if pattern.name in {"delete"}:
                continue  # among the doors above; here it would end the walk
            yield ":".join([*namespace, pattern.name]), tuple(sorted((key, fill[key]) for key in wanted))


def _walk(resolver: URLResolver, namespace: tuple[str, ...] = ()):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            if entry.name:
                yield namespace, entry
        else:
            yield from _walk(entry, (*namespace, entry.namespace) if entry.namespace else namespace)


def assert_canary_is_nowhere() -> None:
    """Publish everything from nothing and look for the word of the draft."""
    publish_everything()
    for file in Path(settings.DATELINE_PUBLIC_ROOT).rglob("*"):
        if file.is_file():
            assert CANARY.encode() not in file.read_bytes(), file
            assert CANARY.lower() not in str(file)
