"""Ways to a newsroom's releases, a new one, or its settings, from a menu that doesn't know which newsroom is meant."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from dateline.desk.newsrooms import newsrooms_for
from dateline.desk.telling import tell_not_written
from dateline.publishing.models import Owed
from dateline.publishing.settle import settle_pages


def releases(request: HttpRequest) -> HttpResponse:
    """Go to the releases of the newsroom, or ask which."""
    return _way(request, "Releases", "explore", lambda room: reverse("wagtailadmin_explore", args=[room.pk]))


def write(request: HttpRequest) -> HttpResponse:
    """Begin a release in the newsroom, or ask in which."""

    def new(room):
        return reverse("wagtailadmin_pages:add", args=["releases", "release", room.pk])

    return _way(request, "Write a release", "add", new)


def newsroom(request: HttpRequest) -> HttpResponse:
    """Go to the newsroom's name, place and contacts, or ask which newsroom's."""
    return _way(request, "Newsroom", "publish", lambda room: reverse("wagtailadmin_pages:edit", args=[room.pk]))


@require_POST
def make_now(request: HttpRequest) -> HttpResponse:
    """Make what the public site is owed, at once."""
    Owed.objects.slow().update(why="")  # PDFs that could not be made: the worker tries them again
    try:
        made = settle_pages()
    except OSError as error:
        tell_not_written(request, error)
    else:
        messages.success(request, f"Done: {made} pages made." if made else "Another process is making them already.")
    return redirect("wagtailadmin_home")


def _way(request: HttpRequest, title: str, act: str, to) -> HttpResponse:
    rooms = newsrooms_for(request.user, act)
    if len(rooms) == 1:
        return redirect(to(rooms[0]))
    ways = [{"room": room, "to": to(room)} for room in rooms]
    return render(request, "desk/which_newsroom.html", {"title": title, "ways": ways})
