"""A release that has been public, with all that its files show; frozen."""

from dataclasses import dataclass

from dateline.publishing.faces import CalendarFace, NewsroomFace, ReleaseFace


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A cleaned file that a version hands out or shows."""

    path: str  # its address
    sha256: str  # under which its bytes are kept


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """One version as it is shown."""

    face: ReleaseFace
    files: tuple[KeptFile, ...]  # handed out or shown
    pictures: tuple[KeptFile, ...]  # as the PDF shows them


@dataclass(frozen=True, slots=True)
class Told:
    """A release and its versions."""

    room: NewsroomFace  # the frame in which it stands
    is_withdrawn: bool
    now: ToldVersion
    earlier: tuple[ToldVersion, ...]  # oldest first
    held: tuple[str, ...]  # every address of its page, now and before
    has_removed_files: bool
    calendar: CalendarFace | None  # None where it never invited

    @property
    def face(self) -> ReleaseFace:
        """What it says now."""
        return self.now.face

    @property
    def versions(self) -> tuple[ToldVersion, ...]:
        """What it says now, and each version of what it said before."""
        return (self.now, *self.earlier)
