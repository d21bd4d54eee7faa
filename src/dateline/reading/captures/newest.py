"""Keeps which capture of each address is the newest, in some thirty bytes an address, ninety while they are put in order."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

PARTS = 256  # only one of so many is ever unfolded into a dictionary

IS_REVISIT = 4  # beside the kind, in the last three bits of what is kept


@dataclass(frozen=True, slots=True)
class Place:
    """Where a capture lies."""

    file: int  # its number among the files that are read as one
    offset: int  # of its record, in bytes
    kind: int  # as in `kinds`
    is_revisit: bool  # it only says that the page was the same as at another time

    @property
    def packed(self) -> int:
        """Give it as one number; they sort as the captures lie."""
        return self.file << 51 | self.offset << 3 | self.kind | (IS_REVISIT if self.is_revisit else 0)


def unpacked(number: int) -> Place:
    """Give the place that was packed."""
    return Place(number >> 51, number >> 3 & (1 << 48) - 1, number & 3, bool(number & IS_REVISIT))


class Newest:
    """The captures of many addresses: each is noted once, then the newest are asked for."""

    def __init__(self) -> None:
        self._parts = [(array("Q"), array("Q"), array("Q")) for _ in range(PARTS)]
        self._is_settled = False

    def note(self, key: int, moment: int, place: Place) -> None:
        """Note a capture: the key of its address, and its moment as a number that grows with time."""
        keys, moments, places = self._parts[key & PARTS - 1]
        keys.append(key)
        moments.append(moment)
        places.append(place.packed)

    def settle(self) -> None:
        """Let go of all but the newest of each address, and of revisits the newest full capture beside it."""
        for number, part in enumerate(self._parts):
            full: dict[int, tuple[int, int]] = {}
            seen_again: dict[int, tuple[int, int]] = {}
            for key, moment, place in zip(*part, strict=True):
                best = seen_again if place & IS_REVISIT else full
                if (moment, place) >= best.get(key, (0, 0)):
                    best[key] = (moment, place)
            keys, moments, places = array("Q"), array("Q"), array("Q")
            for key in full | seen_again:
                here = full.get(key, (0, 0))
                again = seen_again.get(key, (0, 0))
                # The revisit first: where what it speaks of is not here, the older full capture stands in for it.
                for moment, place in (again, here) if again > here else (here,):
                    if moment:
                        keys.append(key)
                        moments.append(moment)
                        places.append(place)
            self._parts[number] = (keys, moments, places)
        self._is_settled = True

    def of(self, key: int) -> list[Place]:
        """Give the newest capture of an address; behind a revisit the one that stands in for it."""
        keys, _, places = self._parts[key & PARTS - 1]
        try:
            at = keys.index(key)
        except ValueError:
            return []
        return [unpacked(places[n]) for n in range(at, min(at + 2, len(keys))) if keys[n] == key]

    def of_kind(self, kind: int) -> Iterator[Place]:
        """Give the newest captures of one kind, in the order in which they lie; of each address one."""
        chosen = array("Q")
        for keys, _, places in self._parts:
            chosen.extend(
                place
                for number, place in enumerate(places)
                if place & 3 == kind and (number == 0 or keys[number] != keys[number - 1])
            )
        return (unpacked(number) for number in sorted(chosen))
