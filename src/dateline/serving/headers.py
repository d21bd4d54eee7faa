"""What is said with an answer: a file's place in, its headers out."""

import mimetypes
import re
from urllib.parse import quote

Headers = list[tuple[bytes, bytes]]

# A reader's copy is asked about each time (304 where it still holds): what is corrected or withdrawn is so at once.
ASK_AGAIN = b"public, no-cache"

# A public page loads its own style and pictures, and nothing from anywhere; no script runs, none is needed. Its one
# form is the search's.
STRICT: Headers = [
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
        b"form-action 'self'; frame-ancestors 'none'",
    ),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]

# The same on every machine: Python would otherwise read the machine's own list of types.
_TYPES = mimetypes.MimeTypes()
for _ending, _type in {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rss": "application/rss+xml",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}.items():
    _TYPES.add_type(_type, _ending)

# Types that a browser executes, or takes for a page: ours are shown, anything handed out is saved.
_EXECUTED = {
    "application/javascript",
    "application/x-shockwave-flash",
    "application/xhtml+xml",
    "application/xml",
    "image/svg+xml",
    "message/rfc822",
    "text/html",
    "text/javascript",
    "text/xml",
}
_IN_UTF_8 = {
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/rss+xml",
    "application/xml",
    "image/svg+xml",
}
_HASHED = re.compile(r"^assets/.*-[0-9a-f]{8,}\.\w+$")


def media_type(file: str) -> str:
    """Give the type of a file by its name, with its charset where it is text."""
    if file.rpartition("/")[2] == "feed.json":  # its ending alone says less
        return "application/feed+json; charset=utf-8"
    guessed, packed = _TYPES.guess_type("/" + file)
    if guessed is None or packed:
        return "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") or guessed in _IN_UTF_8 else guessed


def is_ours(file: str) -> bool:
    """Say whether we made this file, as a page or a part of the site; everything else was handed to us."""
    folder, _, name = file.rpartition("/")
    return name in {"index.html", "404.html"} or folder == "" or file.startswith(("_", "assets/"))


def public_headers(file: str) -> Headers:
    """Give the headers of a public file."""
    kind = media_type(file)
    headers: Headers = [
        (b"content-type", kind.encode()),
        (b"cache-control", b"public, max-age=31536000, immutable" if _HASHED.match(file) else ASK_AGAIN),
        *STRICT,
    ]
    if kind.partition(";")[0] in _EXECUTED and not is_ours(file):
        saved_as = quote(file.rpartition("/")[2])
        headers.append((b"content-disposition", f"attachment; filename*=UTF-8''{saved_as}".encode()))
    return headers


def desk_headers(file: str) -> Headers:
    """Give the headers of a part of the desk: the CMS names each with its version, so it may be kept long."""
    return [
        (b"content-type", media_type(file).encode()),
        (b"cache-control", b"public, max-age=604800"),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
    ]
