"""Takes a web address and gives a number that is the same for all ways of writing it."""

import re
from hashlib import blake2b

_SCHEME = re.compile(rb"https?://(?:www\.)?([^/?#]*)", re.IGNORECASE)


def address_key(address: bytes) -> int:
    """Give 64 bits for an address: http and https are one, as are "www." and none, default ports and fragments."""
    plain = address.strip(b"<> ").partition(b"#")[0]
    found = _SCHEME.match(plain)
    if found:
        host = found[1].lower().removesuffix(b":80").removesuffix(b":443")
        plain = host + (plain[found.end() :] or b"/")
    return int.from_bytes(blake2b(plain, digest_size=8).digest(), "little")
