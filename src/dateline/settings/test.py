"""The suite's settings: a throw-away folder, and PostgreSQL where DATABASE_URL says so."""

import tempfile
from pathlib import Path

from dateline.settings.base import *  # noqa: F403

_SCRATCH = Path(tempfile.mkdtemp(prefix="dateline-test-"))

SECRET_KEY = "only-for-the-suite"  # noqa: S105
ALLOWED_HOSTS = ["*"]
MEDIA_ROOT = _SCRATCH / "private"
STATIC_ROOT = _SCRATCH / "static"
DATELINE_PUBLIC_ROOT = _SCRATCH / "public"
DATELINE_SITE_ADDRESS = "https://press.example"
DATELINE_HUB = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the suite signs in often
