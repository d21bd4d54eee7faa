"""Two found records → whether they are one release. Pure; why it decides so is in docs/decisions/matching.md."""

from enum import StrEnum

from dateline.intake.alike import compare, headlines_contradict
from dateline.intake.likeness import DAYS_APART, UNDATED, Likeness

CERTAIN = 120  # an opening this long is not shared by two releases of one day, whatever their headlines
LIKELY = 60  # an opening this long is not shared where one of the two has no headline to tell them apart
CUT_HEADLINE = 20  # a headline that ends in dots, and at least this long, may stand for the whole one


class Relation(StrEnum):
    """How a found record stands to a known one."""

    UNRELATED = "unrelated"
    SAME = "same"  # word for word or slightly edited, as far as both are complete
    OPENS = "opens"  # the found one is a teaser or bare headline of the known one
    EXTENDS = "extends"  # the known one is a teaser or bare headline of the found one
    CONFLICT = "conflict"  # what names them agrees, what they say doesn't: a person decides


def relation(found: Likeness, known: Likeness) -> Relation:
    """Say how a found record stands to a known one.

    The headline never decides alone: with it, the day must be the same, and the texts must agree or one be missing.
    """
    if found.language and known.language and found.language != known.language:
        return Relation.UNRELATED  # the same day and name in another language is a translation
    is_one_page = is_named_alike(found, known)
    if not is_one_page and not may_be_of_one_day(found, known):
        return Relation.UNRELATED
    headline = _headlines_agree(found, known)
    if found.text and known.text:
        stands = _by_text(found, known, headline and found.day == known.day, is_one_page)
        return stands if is_one_page else _doubted(stands, found, known)
    if not headline or (found.day != known.day and not is_one_page):
        return Relation.UNRELATED
    if found.text:
        return Relation.EXTENDS
    return Relation.OPENS if known.text else Relation.SAME


def is_named_alike(one: Likeness, other: Likeness) -> bool:
    """Say whether two records have an address or identifier in common, or one is the file that the other hands out."""
    return (
        not one.names.isdisjoint(other.names)
        or bool(one.is_file and one.is_file in other.files)
        or bool(other.is_file and other.is_file in one.files)
    )


def may_be_of_one_day(one: Likeness, other: Likeness) -> bool:
    """Say whether two records may be of one day: also where one has none, or both lie next to each other."""
    return one.day == other.day or UNDATED in (one.day, other.day) or abs(one.day - other.day) <= DAYS_APART


def _doubted(stands: Relation, found: Likeness, known: Likeness) -> Relation:
    """Let what speaks against it speak: two days, two places, two headlines that say one thing of two things."""
    if stands in (Relation.UNRELATED, Relation.CONFLICT):
        return stands
    if found.day != known.day and UNDATED not in (found.day, known.day):
        if len(min(found.text, known.text, key=len)) < CERTAIN:
            return Relation.UNRELATED
        # The post of the next day, the mail of the evening before; but two printed days are two till a person says.
        return stands if found.has_stated_date or known.has_stated_date else Relation.CONFLICT
    if found.headline and known.headline and not _headlines_agree(found, known):
        if found.is_teaser and known.is_teaser and not _is_within(found.headline, known.headline):
            return Relation.UNRELATED  # a site's description of itself, printed under each of its headlines
        if headlines_contradict(found.printed_headline, known.printed_headline):
            return Relation.CONFLICT
    return Relation.CONFLICT if _places_differ(found, known) else stands


def _places_differ(one: Likeness, other: Likeness) -> bool:
    """Say whether one text went out in two towns; "Port Amber" and "Port Amber, Maine" are one."""
    return bool(one.place and other.place) and not _is_within(one.place, other.place)


def _is_within(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter in longer


def _by_text(found: Likeness, known: Likeness, headline: bool, is_one_page: bool) -> Relation:
    shorter, longer = sorted((found, known), key=lambda one: len(one.text))
    if not longer.text.startswith(shorter.text):
        return _by_likeness(found, known, headline, is_one_page)
    has_both = bool(found.headline and known.headline)
    is_named_so = headline or _headlines_agree(found, known)
    is_one = headline or is_one_page or len(shorter.text) >= (CERTAIN if has_both and not is_named_so else LIKELY)
    if not is_one:
        return Relation.UNRELATED
    if found.text == known.text:
        if found.is_teaser == known.is_teaser:
            return Relation.SAME
        return Relation.OPENS if found.is_teaser else Relation.EXTENDS
    if not shorter.is_teaser:
        # A whole release with more behind it: an update where it is a paragraph, else perhaps two, glued together.
        is_update = not longer.is_teaser and compare(found.printed_text, known.printed_text).is_one
        return Relation.SAME if is_update else Relation.CONFLICT
    return Relation.OPENS if shorter is found else Relation.EXTENDS


def _by_likeness(found: Likeness, known: Likeness, headline: bool, is_one_page: bool) -> Relation:
    """Compare texts of which neither begins with the other."""
    unlike = Relation.CONFLICT if headline else Relation.UNRELATED
    shorter, longer = sorted((found, known), key=lambda one: len(one.text))
    if not (headline or is_one_page or len(shorter.text) >= CERTAIN):
        return unlike
    if shorter.is_teaser:
        if not found.names.isdisjoint(known.names) and _headlines_agree(found, known):
            return Relation.OPENS if shorter is found else Relation.EXTENDS  # a summary that was written for a list
        opening = compare(shorter.printed_text, longer.printed_text, is_opening=True)
        if not opening.is_one:
            return unlike
        return Relation.OPENS if shorter is found else Relation.EXTENDS
    texts = compare(shorter.printed_text, longer.printed_text)
    if (texts.is_one or (headline and texts.is_grown)) and not longer.is_teaser:
        return Relation.SAME
    if is_one_page and texts.shared and not longer.is_teaser:
        return Relation.SAME  # one page, read at two times: what differs is shown as a doubt
    if texts.shared and not headline and found.day == known.day and texts.is_one_but_for_a_fact:
        return Relation.CONFLICT
    return unlike


def _headlines_agree(one: Likeness, other: Likeness) -> bool:
    if not one.headline or not other.headline:
        return False
    if one.headline == other.headline:
        return True
    return any(
        cut.headline_is_cut and len(cut.headline) >= CUT_HEADLINE and whole.headline.startswith(cut.headline)
        for cut, whole in ((one, other), (other, one))
    )
