"""How far a gathering goes, and at what pace: what a person asked for, and what no site may exceed."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits of one gathering."""

    pages: int = 1_000  # lists and releases; their files are counted apart
    minutes: float = 120.0  # of one run; a run that is taken up again has them anew
    allow_private: bool = False  # addresses inside this machine's own network may be fetched
    also_from: tuple[str, ...] = ()  # further hosts from which files and pictures are fetched, never pages
    delay_seconds: float = 1.0  # between two requests; the site's own crawl-delay and slowness make it longer
    page_bytes: int = 20_000_000  # as long as a captured page that is read
    file_bytes: int = 100_000_000  # what nobody mails to a reporter is no attachment
    whole_bytes: int = 4_000_000_000  # of all answers together, as they came
    seconds_an_answer: float = 60.0  # from the request to the last byte: a slow drip ends here
    tries: int = 4  # of one address, where the server is busy or the line breaks
    longest_wait_seconds: float = 60.0  # between two tries, whatever the server asks for

    def to_json(self) -> str:
        """Give them as the process that fetches takes them."""
        return json.dumps(asdict(self))


def bounds_from(text: str) -> Bounds:
    """Read bounds that `to_json` wrote."""
    told = json.loads(text)
    return Bounds(**{**told, "also_from": tuple(told["also_from"])})
