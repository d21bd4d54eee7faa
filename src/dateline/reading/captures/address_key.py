"""Takes a web address and gives a number that is the same for all ways of writing it, as long as the process runs."""

import re

_64_BITS = (1 << 64) - 1
_SCHEME = re.compile(rb"https?://(?:www\.)?([^/?#]*)", re.IGNORECASE)


def address_key(address: bytes) -> int:
    """Give 64 bits for an address: http and https are one, as are "www." and none, default ports and fragments."""
    plain = address.strip(b"<> ")
    if b"#" in plain:
        plain = plain[: plain.index(b"#")]
    found = _SCHEME.match(plain)
    if found:
        host = found[1].lower().removesuffix(b":80").removesuffix(b":443")
        plain = host + (plain[found.end() :] or b"/")
    return hash(plain) & _64_BITS
