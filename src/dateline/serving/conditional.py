"""Whether what a reader already has is still right (RFC 9110, section 13)."""

from collections.abc import Iterable
from email.utils import parsedate_to_datetime

from dateline.serving.folder import Kept


def is_still_right(kept: Kept, request_headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Say whether the request names the file as it now is, so that 304 is enough."""
    since = None
    for name, value in request_headers:
        if name == b"if-none-match":
            named = {tag.strip().removeprefix(b"W/") for tag in value.split(b",")}
            return kept.etag in named or b"*" in named
        if name == b"if-modified-since":
            since = value
    if since is None:
        return False
    try:
        return kept.modified_at <= parsedate_to_datetime(since.decode("latin-1")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return False
