"""What a release is besides its page and is set in type: made where it does not stand already, of exactly the same."""

from collections.abc import Callable, Iterable
from pathlib import Path

from dateline.publishing import cleaned
from dateline.publishing.addresses import PDF_NAME, SHARE_NAME
from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render.pdf import pdf_of
from dateline.publishing.render.share import share_of
from dateline.publishing.render.typeset import Manuscript, typeset_pdf, typeset_png
from dateline.releases.models import Version


def standing_rightly(
    root: Path, room: NewsroomFace, release: ReleaseFace, versions: Iterable[tuple[Version, ReleaseFace]]
) -> list[str]:
    """Name the PDFs and the share image of a release that stand and show what they should."""
    manuscripts = [_share(room, release), *(_pdf(room, version, shown) for version, shown in versions)]
    return [
        name
        for name, manuscript in manuscripts
        if (root / name).exists() and manuscript.is_set_in((root / name).read_bytes())
    ]


def print_pdfs(root: Path, room: NewsroomFace, versions: Iterable[tuple[Version, ReleaseFace]]) -> dict[str, bytes]:
    """Give the PDF of each version, by its name below `root`. Raises FileNotFoundError for a lost picture."""
    made = {}
    for version, shown in versions:
        name, manuscript = _pdf(room, version, shown)
        made[name] = _standing_or_set(root / name, manuscript, typeset_pdf)
    return made


def print_share(root: Path, room: NewsroomFace, release: ReleaseFace) -> dict[str, bytes]:
    """Give the share image, by its name below `root`."""
    name, manuscript = _share(room, release)
    return {name: _standing_or_set(root / name, manuscript, typeset_png)}


def _share(room: NewsroomFace, release: ReleaseFace) -> tuple[str, Manuscript]:
    return f"{release.path[1:]}{SHARE_NAME}", share_of(room, release)


def _pdf(room: NewsroomFace, version: Version, shown: ReleaseFace) -> tuple[str, Manuscript]:
    printed = version.words["printed"]["pictures"].values()
    widest = [picture["shown"][-1] for picture in printed]  # as render.pdf shows them
    pictures = {kept["path"]: cleaned.read(kept["sha256"]) for kept in widest}
    return f"{shown.path[1:]}{PDF_NAME}", pdf_of(room, shown, pictures)


def _standing_or_set(file: Path, manuscript: Manuscript, typeset: Callable[[Manuscript], bytes]) -> bytes:
    try:
        stands = file.read_bytes()
    except FileNotFoundError:
        return typeset(manuscript)
    return stands if manuscript.is_set_in(stands) else typeset(manuscript)
