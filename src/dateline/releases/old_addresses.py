"""An address of the site before Dateline, however it is written → the one form under which it is kept and asked for. Pure.

The host is left out: the old domain is pointed at this server. Path and query stay, in the normal form of RFC 3986,
section 6.2.2, as far as no old site can have told the difference: percent-encoding, the order of a query, the last
slash, what advertisers add. The form is ASCII without white space, quotes or control characters.
"""

import re
import unicodedata
from urllib.parse import quote, unquote_to_bytes

LONGEST = 1000  # characters of the form, as long as the column
TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id)=", re.IGNORECASE)

_WHOLE = re.compile(r"(?:https?:)?//[^/?#\s]+([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.IGNORECASE | re.DOTALL)
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?=/)", re.IGNORECASE)
_PATH_ALONE = re.compile(r"(/[^?#]*)(?:\?([^#]*))?(?:#.*)?", re.DOTALL)
_IN_A_PATH = "!$&'()*+,;=:@~"  # RFC 3986: what a segment may hold unencoded, beside letters, digits and -._
_IN_A_QUERY = "!'()*,;:@/?~"
_SEARCH = re.compile(r"/(?:[a-z]{2,8}(?:-[a-z0-9]{2,8})*/)?search(?:\?|$)")


def form_of(address: str) -> str:
    """Give the form of an address as a source or a person writes it ("https://old.example/press?page=5"); "" for none."""
    text = address.strip()
    if _BARE_HOST.match(text):
        text = f"//{text}"
    found = (
        _PATH_ALONE.fullmatch(text) if text.startswith("/") and not text.startswith("//") else _WHOLE.fullmatch(text)
    )
    if found is None:
        return ""
    path, query = ((part or "").encode("utf-8", "replace") for part in found.groups())
    return form_of_request(path, query)


def form_of_request(path: bytes, query: bytes) -> str:
    """Give the form of what a request asks for, as it came over the wire; "" where no page can ever have stood."""
    segments = [_decoded(segment) for segment in path.split(b"/") if segment]
    if any(segment is None or segment in (".", "..") for segment in segments):
        return ""
    parts = [_part(part) for part in query.split(b"&") if part]
    if None in parts:
        return ""
    form = "/" + "/".join(quote(segment or "", safe=_IN_A_PATH) for segment in segments)
    if told := sorted(part for part in parts if part and not TRACKING.match(part)):
        form += "?" + "&".join(told)
    return form if len(form) <= LONGEST else ""


def without_query(form: str) -> str:
    """Give the form of the page alone, whatever was asked of it."""
    return form.partition("?")[0]


def complaint_about(form: str) -> str:
    """Say why this server can never lead on from an address; "" where it can."""
    path = without_query(form)
    if form == "/":
        return "The front page stands at this address."
    if path == "/desk" or path.startswith("/desk/"):
        return "The desk stands at this address."
    return "The newsroom's search answers at this address." if _SEARCH.match(form) else ""


def _part(raw: bytes) -> str | None:
    name, is_told, value = raw.replace(b"+", b" ").partition(b"=")
    decoded = _decoded(name), _decoded(value)
    if decoded[0] is None or decoded[1] is None:
        return None
    part = quote(decoded[0], safe=_IN_A_QUERY)
    return f"{part}={quote(decoded[1], safe=f'{_IN_A_QUERY}=')}" if is_told else part


def _decoded(raw: bytes) -> str | None:
    """Decode one piece of an address; None where it holds control characters, which nobody has ever typed or linked."""
    data = unquote_to_bytes(raw)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # as sites wrote addresses before UTF-8
    # Composed and combined accents look the same, and a Mac writes files' names the other way.
    text = unicodedata.normalize("NFC", text)
    return None if any(unicodedata.category(character) == "Cc" for character in text) else text
