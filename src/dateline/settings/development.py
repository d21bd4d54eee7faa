"""One machine, one person, no service: what `make run` starts."""

from dateline.settings.base import *  # noqa: F403
from dateline.settings.base import ENVIRONMENT
from dateline.settings.secret import kept_secret

SECRET_KEY = ENVIRONMENT.secret_key or kept_secret(ENVIRONMENT.var / "secret-key")
