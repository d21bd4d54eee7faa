"""A server that the public reaches: the secret and the names are said outright, cookies travel encrypted only."""

from django.core.exceptions import ImproperlyConfigured

from dateline.settings.base import *  # noqa: F403
from dateline.settings.base import ENVIRONMENT

if not ENVIRONMENT.secret_key:
    raise ImproperlyConfigured(
        "DATELINE_SECRET_KEY is not set. Set it to a long random text and keep it: it signs the desk's sessions."
    )
if not ENVIRONMENT.site_address:
    raise ImproperlyConfigured(
        "DATELINE_SITE_ADDRESS is not set. Set it to the newsroom's address, as in https://press.example."
    )

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.site_address]
