"""A draft put right by a person who is not in its editor: its row and its newest revision, under that person's name."""

from collections.abc import Callable

from dateline.intake.enter_act import Hand
from dateline.intake.newsrooms import newsroom_for
from dateline.releases.models import Newsroom, Release
from dateline.releases.refused import Refused

IS_PUBLIC = "“{}” is public. Correct it there: a correction is added to what was said, and never replaces it unseen."
IS_LOCKED = "“{}” is locked by someone who works on it. Wait until it is unlocked."
GONE = "Its draft is no longer there, so nothing of it can be put right. Import its source again, or reject it."


def draft_in_hand(release_id: int | None) -> Release:
    """Give a draft as a person would find it in the editor. Raises Refused where there is none to write in."""
    release = Release.objects.select_for_update(of=("self",)).filter(pk=release_id).first() if release_id else None
    if release is None:
        raise Refused("a record", [GONE])
    if release.has_been_public:
        raise Refused(release, [IS_PUBLIC.format(release.headline)])
    if release.locked:
        raise Refused(release, [IS_LOCKED.format(release.headline)])
    return release.get_latest_revision_as_object()


def rewrite(release: Release, change: Callable[[Release], None], hand: Hand) -> Release:
    """Change a draft and keep it as a revision: from then on a person has it in hand, and no import writes it anew."""
    change(release)
    release.save()
    release.save_revision(user=hand.by)
    return release


def move_to(release: Release, language: str) -> Release:
    """Move a draft into the newsroom of a language, which is made where there is none; give it as it stands there."""
    room = newsroom_for(language, release.newsroom)
    if room.locale_id == release.locale_id:
        return release
    Release.objects.filter(pk=release.pk).update(locale=room.locale)
    Release.objects.get(pk=release.pk).move(Newsroom.objects.get(pk=room.pk), pos="last-child")
    moved = Release.objects.get(pk=release.pk)
    for name in ("headline", "subheadline", "place", "dated_on", "dateline", "body", "kind", "is_teaser"):
        setattr(moved, name, getattr(release, name))
    return moved
