"""Takes the files that a release states, links and prints, and gives each once, with the address where it lies."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from dateline.reading.stated.stated import Stated

DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|zip|epub|txt|ics|mp3|mp4|mov|wav)$", re.IGNORECASE
)
"""What an office hands out; pictures are the body's own."""

_APART = re.compile(r"[\W_]+")


def files_of(stated: Stated, printed: Iterable[str]) -> dict[str, str]:
    """Give the names of files in the order of the text, each with its address or ""."""
    out: dict[str, str] = dict.fromkeys(printed, "")
    known = {_key(name): name for name in out}
    linked = [(link_name(link.address), link.address) for link in stated.body.links if is_document(link.address)]
    for name, address in (*linked, *((file.name, file.address) for file in stated.files)):
        same = known.setdefault(_key(name), name)
        out[same] = out.get(same) or address
    return out


def is_document(address: str) -> bool:
    """Tell whether a link leads to a file that an office hands out."""
    return DOCUMENT.search(_path(address)) is not None


def link_name(address: str) -> str:
    """Give the name of the file at an address, decoded."""
    return " ".join(unquote(_path(address).rsplit("/", 1)[-1]).split())


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # brackets that are no address of IPv6
        return address.partition("?")[0].partition("#")[0]


def _key(name: str) -> str:
    """WordPress writes a hyphen for each space of a name."""
    return _APART.sub("-", name.casefold())
