"""Which compressed forms a reader takes, best first: the value of Accept-Encoding in (RFC 9110, section 12.5.3)."""

from functools import lru_cache

from dateline.publishing.siblings import BROTLI, GZIP

CODINGS = {BROTLI: b"br", GZIP: b"gzip"}  # the sibling's ending → as HTTP calls it; at the same weight the first
LONGEST_BYTES = 256  # five times what a browser sends

Endings = tuple[str, ...]


@lru_cache(maxsize=256)
def accepted(value: bytes) -> Endings:
    """Give the endings of the siblings that a reader takes rather than the plain file, best first.

    Who refuses the plain file ("identity;q=0") and takes no sibling that there is gets it all the same, which section
    12.4.1 allows: words are better than a 406.
    """
    if len(value) > LONGEST_BYTES:
        return ()
    weights: dict[bytes, float] = {}
    for each in value.lower().split(b","):
        coding, *parameters = (part.strip() for part in each.split(b";"))
        weights[coding] = _weight(parameters)
    rest = weights.get(b"*", 0.0)
    weights.setdefault(b"gzip", weights.get(b"x-gzip", rest))  # the same, section 8.4.1.3
    plain = weights.get(b"identity", 0.0)  # taken unless refused, but after what is asked for
    taken = [(weights.get(coding, rest), ending) for ending, coding in CODINGS.items()]
    better = [(weight, ending) for weight, ending in taken if weight > 0 and weight >= plain]
    return tuple(ending for _, ending in sorted(better, key=lambda each: -each[0]))


def _weight(parameters: list[bytes]) -> float:
    for parameter in parameters:
        name, _, number = parameter.partition(b"=")
        if name.strip() == b"q":
            try:
                return float(number) if 0.0 <= float(number) <= 1.0 else 0.0
            except ValueError:
                return 0.0
    return 1.0


def accepted_in(headers: list[tuple[bytes, bytes]]) -> Endings:
    """The same, of a request's headers as the server gives them: names in small letters."""
    values = [value for name, value in headers if name == b"accept-encoding"]
    return accepted(b",".join(values)) if values else ()
