"""Who may do what with an import: who writes takes in and settles, who publishes also lets out, undoes and discards."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from dateline.desk.newsrooms import newsrooms_for
from dateline.intake.models import Import
from dateline.releases.models import Newsroom


def may_ask(person) -> bool:
    """Say whether a person may begin an import; where there is no newsroom yet, only who has every right."""
    return bool(newsrooms_for(person, "add")) or (person.is_superuser and not Newsroom.objects.exists())


def may_ask_public(person) -> bool:
    """Say whether a person may say that what is imported was public, which publishes it."""
    return bool(newsrooms_for(person, "publish")) or (person.is_superuser and not Newsroom.objects.exists())


def may(person, into: Import, act: str) -> bool:
    """Say whether a person may "add" to or "publish" from an import: in its newsroom, or with every right."""
    if into.newsroom_id is None:
        return person.is_superuser or (act == "add" and into.asked_by_id == person.pk and may_ask(person))
    return any(room.pk == into.newsroom_id for room in newsrooms_for(person, act))


def import_for(request: HttpRequest, pk: int, act: str = "add") -> Import:
    """Give an import in which the signed-in person may act. Raises Http404 or PermissionDenied."""
    into = get_object_or_404(Import.objects.select_related("newsroom__locale", "asked_by"), pk=pk)
    if not may(request.user, into, act):
        raise PermissionDenied
    return into
