"""How a person names a release on the command line: its address, its uid, or its number at the desk."""

import uuid
from urllib.parse import urlsplit

from django.contrib.auth import get_user_model
from django.db.models import Model

from dateline.releases.models import Address, Release
from dateline.releases.models.address import Stop
from dateline.releases.refused import Refused

HOW = "Name it by its public address, its uid, or the number in its address at the desk (/desk/pages/NUMBER/edit/)."
NONE = "There is no release “{}”. " + HOW
NOBODY = "Nobody of the name “{}” can sign in at the desk."


def release_named(name: str) -> Release:
    """Find a release. Raises Refused where there is none, with the ways to name one."""
    found = Release.objects.select_related("current", "locale")
    if name.isdecimal():
        release = found.filter(pk=int(name)).first()
    elif uid := _uid(name):
        release = found.filter(uid=uid).first()
    else:
        path = "/" + urlsplit(name.strip()).path.strip("/") + "/"
        known = Address.objects.filter(path=path, stop=Stop.RELEASE).values_list("release_id", flat=True).first()
        release = found.filter(pk=known).first() if known else None
    if release is None:
        raise Refused(name, [NONE.format(name)])
    return release


def person_named(name: str) -> Model | None:
    """Find the person of the desk in whose name something is done; None where no name is given. Raises Refused."""
    if not name:
        return None
    users = get_user_model()
    person = users.objects.filter(**{users.USERNAME_FIELD: name}, is_active=True).first()
    if person is None:
        raise Refused(name, [NOBODY.format(name)])
    return person


def _uid(name: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(name)
    except ValueError:
        return None
