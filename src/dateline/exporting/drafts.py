"""What is not public yet, for who asks for it: each file says in its name and in its first lines that it is not public.

Nothing of it lies in the record, and an import takes none of it in.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import Q

from dateline.exporting.markdown import written
from dateline.exporting.shape import NOT_PUBLIC, WARNING, line_of
from dateline.releases.models import Release
from dateline.releases.status import Status

Keep = Callable[[str, Iterator[bytes]], None]  # is given a path below the export's folder and what to write there

BATCH = 200
_UNSAFE = re.compile(r"[^\w. -]+")


def write_drafts(keep: Keep) -> int:
    """Write every draft as a line, a Markdown file and its originals; give how many there were."""
    counted = [0]
    keep(f"{NOT_PUBLIC}/{NOT_PUBLIC}-drafts.jsonl", _lines(counted, keep))
    return counted[0]


def _lines(counted: list[int], keep: Keep) -> Iterator[bytes]:
    # Changes to what is public, saved at the desk and not said yet, are as little public as a draft.
    found = Release.objects.filter(Q(status=Status.DRAFT) | Q(has_unpublished_changes=True))
    found = found.order_by("uid").select_related("locale")
    for saved in found.iterator(chunk_size=BATCH):
        draft = saved.get_latest_revision_as_object() if saved.latest_revision_id else saved
        words = draft.words.as_json()
        counted[0] += 1
        record = {"record": "draft", "not_public": WARNING, "uid": str(draft.uid), "words": words}
        front = {"not_public": WARNING, "headline": words["headline"], "language": words["language"]}
        name = f"{NOT_PUBLIC}/{NOT_PUBLIC}-{draft.uid}"
        keep(f"{name}.md", iter([written(front, words, above=f"**{WARNING}**")]))
        for number, row in enumerate(draft.release_attachments.all(), 1):
            if row.attachment is not None:
                keep(f"{name}-{number}-{_plain(row.attachment.name)}", _original(row.attachment))
        yield line_of(record)


def _original(attachment: Any) -> Iterator[bytes]:
    with attachment.open_file() as opened:
        yield from opened.chunks()


def _plain(name: str) -> str:
    return _UNSAFE.sub("_", name)[-100:].lstrip(".") or "file"
