"""Who may sign in to the desk at first: the user `press`, with a password that nobody has to think up."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model

from dateline.releases.refused import Refused

PRESS = "press"


def password_file() -> Path | None:
    """Give the file in which development keeps the password; None elsewhere: there it is kept nowhere."""
    if not os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".development"):
        return None
    return Path(settings.MEDIA_ROOT).parent / "desk-password"


def new_password(name: str = PRESS) -> str:
    """Give a user a new password, creating the user where there is nobody yet. Raises Refused for an unknown name."""
    User = get_user_model()
    user = User.objects.filter(username=name).first()
    if user is None:
        if User.objects.exists():
            known = ", ".join(User.objects.filter(is_active=True).values_list("username", flat=True)[:10])
            where = "People are added in the desk, under Settings, Users."
            raise Refused(name, [f"Nobody is called {name!r} at the desk (there: {known}). {where}"])
        user = User(username=name, is_staff=True, is_superuser=True)
    made = "-".join(secrets.token_hex(3) for _ in range(4))  # 96 bits, and can be typed from a screen
    user.set_password(made)
    user.is_active = True
    user.save()
    file = password_file()
    if file and name == PRESS:
        _keep(file, made)
    return made


def first_password() -> str | None:
    """Create the user `press` where nobody can sign in yet; give the password that is valid now, if it is known."""
    User = get_user_model()
    if not User.objects.exists():
        return new_password() if password_file() else None
    file = password_file()
    if not file or not file.exists():
        return None
    kept = file.read_text().strip()
    user = User.objects.filter(username=PRESS, is_active=True).first()
    return kept if user and user.check_password(kept) else None


def _keep(file: Path, password: str) -> None:
    """Write it so that at no moment anybody else can read it."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(password + "\n")
    beside.replace(file)
