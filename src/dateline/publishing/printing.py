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


def print_pdfs(root: Path, room: NewsroomFace, versions: Iterable[tuple[Version, ReleaseFace]]) -> dict[str, bytes]:
    """Give the PDF of each version, by its name below `root`. Raises FileNotFoundError for a lost picture."""
    made = {}
    for version, shown in versions:
        printed = version.words["printed"]["pictures"].values()
        pictures = {kept["path"]: cleaned.read(kept["sha256"]) for kept in printed}
        name = f"{shown.path[1:]}{PDF_NAME}"
        made[name] = _standing_or_set(root / name, pdf_of(room, shown, pictures), typeset_pdf)
    return made


def print_share(root: Path, room: NewsroomFace, release: ReleaseFace) -> dict[str, bytes]:
    """Give the share image, by its name below `root`."""
    name = f"{release.path[1:]}{SHARE_NAME}"
    return {name: _standing_or_set(root / name, share_of(room, release), typeset_png)}


def _standing_or_set(file: Path, manuscript: Manuscript, typeset: Callable[[Manuscript], bytes]) -> bytes:
    try:
        stands = file.read_bytes()
    except FileNotFoundError:
        return typeset(manuscript)
    return stands if manuscript.is_set_in(stands) else typeset(manuscript)
