"""Makes what belongs to one release: its pages and data, its files, its prints."""

from collections.abc import Callable

from dateline.publishing import cleaned
from dateline.publishing.addresses import CALENDAR, DATA_NAME, PDF_NAME, SHARE_NAME, TEXT_NAME, Output
from dateline.publishing.gather.told import Told
from dateline.publishing.leads import GONE, removed_notice
from dateline.publishing.make.maker import Maker, index
from dateline.publishing.press import Sheet
from dateline.publishing.printing import print_pdfs, print_share, standing_rightly
from dateline.publishing.render.advisory import render_calendar
from dateline.publishing.render.ninjs import render_ninjs
from dateline.publishing.render.notice import render_withdrawn
from dateline.publishing.render.release import render_release
from dateline.publishing.render.removed import render_removed
from dateline.publishing.render.text import render_text


def make_release(maker: Maker, output: Output) -> Sheet:
    """Make a release's pages, data and files, or the notice that it was withdrawn; nothing for a draft."""
    if (told := maker.told(output.detail)) is None:
        return Sheet({})
    room, face = told.room, told.face
    owns = tuple(f"{path[1:]}" for path in told.held) + tuple(f"{GONE}{path}" for path in told.held)
    if told.is_withdrawn:
        return Sheet({f"{GONE}{face.path}index.html": render_withdrawn(room, face)}, owns)
    files = {f"{face.path[1:]}{TEXT_NAME}": render_text(room, face)}
    if told.has_removed_files:
        files[removed_notice(face.path)] = render_removed(room, face)
    if told.calendar:
        files[f"{face.path[1:]}{CALENDAR}"] = render_calendar(room, told.calendar)
    for version in told.versions:
        shown = version.face
        files[index(shown.path)] = render_release(room, shown)
        files[f"{shown.path[1:]}{DATA_NAME}"] = render_ninjs(room, shown)
        for kept in version.files:
            if kept.path:
                files[kept.path[1:]] = cleaned.read(kept.sha256)
    # A print of before stands until it is made anew, so that no address says 404; but not where it may say what was
    # removed to protect a person.
    if face.removals:
        spares = standing_rightly(maker.root, told)
    else:
        spares = [f"{face.path[1:]}{SHARE_NAME}", *(f"{v.face.path[1:]}{PDF_NAME}" for v in told.versions)]
    return Sheet(files, owns, tuple(spares))


def make_pdf(maker: Maker, output: Output) -> Sheet:
    """Make the PDF of each version."""
    return _printed(maker, output, lambda told: print_pdfs(maker.root, told))


def make_share(maker: Maker, output: Output) -> Sheet:
    """Make the share image."""
    return _printed(maker, output, lambda told: print_share(maker.root, told))


def _printed(maker: Maker, output: Output, print_it: Callable[[Told], dict[str, bytes]]) -> Sheet:
    told = maker.told(output.detail)
    return Sheet({} if told is None or told.is_withdrawn else print_it(told))
