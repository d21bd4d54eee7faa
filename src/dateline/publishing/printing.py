"""What a release is besides its page and is set in type: made where it does not stand already, of exactly the same."""

from collections.abc import Callable
from pathlib import Path

from dateline.publishing import cleaned
from dateline.publishing.addresses import PDF_NAME, SHARE_NAME
from dateline.publishing.faces import NewsroomFace
from dateline.publishing.gather.told import Told, ToldVersion
from dateline.publishing.render.pdf import pdf_of
from dateline.publishing.render.share import share_of
from dateline.publishing.render.typeset import Manuscript, typeset_pdf, typeset_png


def standing_rightly(root: Path, told: Told) -> list[str]:
    """Name the PDFs and the share image of a release that stand and show what they should."""
    manuscripts = [_share(told), *(_pdf(told.room, version) for version in told.versions)]
    return [
        name
        for name, manuscript in manuscripts
        if (root / name).exists() and manuscript.is_set_in((root / name).read_bytes())
    ]


def print_pdfs(root: Path, told: Told) -> dict[str, bytes]:
    """Give the PDF of each version, by its name below `root`. Raises FileNotFoundError for a lost picture."""
    made = {}
    for version in told.versions:
        name, manuscript = _pdf(told.room, version)
        made[name] = _standing_or_set(root / name, manuscript, typeset_pdf)
    return made


def print_share(root: Path, told: Told) -> dict[str, bytes]:
    """Give the share image, by its name below `root`."""
    name, manuscript = _share(told)
    return {name: _standing_or_set(root / name, manuscript, typeset_png)}


def _share(told: Told) -> tuple[str, Manuscript]:
    return f"{told.face.path[1:]}{SHARE_NAME}", share_of(told.room, told.face)


def _pdf(room: NewsroomFace, version: ToldVersion) -> tuple[str, Manuscript]:
    pictures = {kept.path: cleaned.read(kept.sha256) for kept in version.pictures}
    return f"{version.face.path[1:]}{PDF_NAME}", pdf_of(room, version.face, pictures)


def _standing_or_set(file: Path, manuscript: Manuscript, typeset: Callable[[Manuscript], bytes]) -> bytes:
    try:
        stands = file.read_bytes()
    except FileNotFoundError:
        return typeset(manuscript)
    return stands if manuscript.is_set_in(stands) else typeset(manuscript)
