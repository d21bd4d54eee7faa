"""Settings that hold everywhere; what a machine may say differently comes from `env`."""

from pathlib import Path

import dj_database_url

from dateline.settings.env import read_environment

ENVIRONMENT = read_environment()
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)

INSTALLED_APPS = [
    "dateline.desk",
    "dateline.intake",
    "dateline.publishing",
    "dateline.releases",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "modelsearch",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "dateline.desk.refusals.Refusals",
]

ROOT_URLCONF = "dateline.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.database_url)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL lets the desk write while pages are read. "immediate" takes the write lock at the start of a transaction,
    # so that two writers wait for each other instead of failing in the middle.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# Nothing under MEDIA_ROOT is public: originals and their desk-size pictures are shown to people of the desk only.
MEDIA_ROOT = ENVIRONMENT.var / "private"
MEDIA_URL = "/desk/kept/"
STATIC_ROOT = ENVIRONMENT.var / "static"
STATIC_URL = "/desk/static/"
STATICFILES_DIRS: list[Path] = []

# Larger uploads wait in files on the disk that keeps everything, not in a small memory-backed /tmp.
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000

LOGIN_URL = "/desk/login/"
SESSION_COOKIE_PATH = "/desk/"
CSRF_COOKIE_PATH = "/desk/"
SESSION_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = (
    "same-origin"  # "no-referrer" makes browsers send "Origin: null", and every form of the desk fails
)
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "SAMEORIGIN"  # the desk shows its own preview beside the text
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long release has many blocks

WAGTAIL_SITE_NAME = "Dateline"
WAGTAILADMIN_BASE_URL = ENVIRONMENT.site_address or "http://127.0.0.1:8000"
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("pt", "Português"),
    ("de", "Deutsch"),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("es", "Español")]
WAGTAIL_ENABLE_UPDATE_CHECK = False  # asks a third party
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # asks a third party
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAIL_WORKFLOW_ENABLED = False  # approval is a row of ours, bound to the words
WAGTAIL_FINISH_WORKFLOW_ACTION = "dateline.desk.workflow_end.refuse"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "releases.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "releases.Attachment"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "jpg", "jpeg", "png", "webp", "txt", "csv", "docx", "xlsx", "pptx", "odt"]
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]

# The index is the app "modelsearch" itself, not the CMS's wrapper of it, and reads its setting under this name.
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "dateline.desk.search"}}

DATELINE_PUBLIC_ROOT = ENVIRONMENT.var / "public"
DATELINE_SITE_ADDRESS = ENVIRONMENT.site_address
DATELINE_IMPORT_FOLDERS = ENVIRONMENT.import_folders
DATELINE_UPLOAD_BYTES = ENVIRONMENT.upload_bytes
DATELINE_HUB = ENVIRONMENT.hub
