"""Takes something out of the CMS's own logs, which keep the titles of what was changed."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import ModelLogEntry, PageLogEntry, TaskState

from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import Taking
from dateline.releases.models import Release

PLACE = "logs of the desk"


def out_of_logs(release: Release, files: Sequence[Model], taking: Taking) -> None:
    """Rewrite the entries about a release and about files of it; of a file that goes, the title goes whole."""
    _rewrite(PageLogEntry.objects.filter(page_id=release.pk), taking)
    for each in files:
        entries = ModelLogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(each), object_id=str(each.pk)
        )
        if not isinstance(taking.what, Passage):
            entries.update(label=taking.mark, data={})
        else:
            _rewrite(entries, taking)
    for state in TaskState.objects.filter(revision__object_id=str(release.pk)).exclude(comment=""):
        TaskState.objects.filter(pk=state.pk).update(comment=taking.text(state.comment, PLACE))


def _rewrite(entries: Iterable[Any], taking: Taking) -> None:
    for entry in entries:
        label, data = taking.text(entry.label, PLACE), taking.anything(entry.data, PLACE)
        if (label, data) != (entry.label, entry.data):
            type(entry).objects.filter(pk=entry.pk).update(label=label, data=data)
