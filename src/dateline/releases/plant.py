"""Takes drafts that are complete in memory and gives them places in the tree, rows and index entries, in bulk.

The CMS's own `add_child` saves one page with some thirty queries. Here a batch costs a fixed number of statements: the
paths are counted out under the newsroom's lock, the page rows and the release rows are inserted many at a time, and the
search index is filled in one go. What is left out, and why:

- no revision: nobody has edited it yet, and a draft without one opens in the editor from its row;
- no log entry for each page: the import and its findings say where it came from;
- no reference index: an imported body has no links into the CMS, and the first edit of a page fills it.
"""

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import connection, models, transaction
from django.db.models import F, QuerySet
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import AutocompleteField, SearchField

from dateline.releases.models import Newsroom, Release, ReleaseAttachment, Topic
from dateline.releases.wording import plain


@transaction.atomic
def plant(
    newsroom: Newsroom,
    releases: Sequence[Release],
    *,
    attachments: Sequence[Sequence[ReleaseAttachment]] = (),
    topics: Sequence[Sequence[Topic]] = (),
) -> None:
    """Save new drafts under a newsroom and make them searchable.

    `attachments` and `topics`, where given, go beside `releases`, one sequence each. The releases have keys afterwards.
    """
    if not releases:
        return
    _place(newsroom, releases)
    _insert(releases)
    for release, rows in zip(releases, attachments, strict=False):
        for order, row in enumerate(rows):
            row.release, row.sort_order = release, order
    ReleaseAttachment.objects.bulk_create([row for rows in attachments for row in rows])
    link = Release.topics.through
    link._base_manager.bulk_create(
        link(release_id=release.pk, topic_id=topic.pk)
        for release, of_release in zip(releases, topics, strict=False)
        for topic in of_release
    )
    get_search_backend().add_bulk(Release, [_Searchable(release) for release in releases])


def _place(newsroom: Newsroom, releases: Sequence[Release]) -> None:
    """Count out the next free paths, as treebeard's add_child would one by one."""
    row = Page.objects.select_for_update().get(pk=newsroom.pk)  # nobody else may count meanwhile
    last = row.get_last_child()
    step = last._get_lastpos_in_path() if last else 0
    content_type = ContentType.objects.get_for_model(Release)
    for number, release in enumerate(releases, step + 1):
        release.depth = row.depth + 1
        release.path = Page._get_path(row.path, release.depth, number)
        release.numchild = 0
        release.content_type = content_type
        release.live = False
        release.has_unpublished_changes = False
        release.locale_id = row.locale_id
        release.title = release.draft_title = " ".join(release.headline.split())[:255] or "Untitled"
        release.slug = str(release.uid)
        release.url_path = f"{row.url_path}{release.slug}/"
    Page.objects.filter(pk=row.pk).update(numchild=F("numchild") + len(releases))
    newsroom.numchild = row.numchild + len(releases)


def _insert(releases: Sequence[Release]) -> None:
    """Insert the page rows, then the release rows. Django's bulk_create refuses models with a parent table."""
    page_fields = [field for field in Page._meta.local_concrete_fields if not field.primary_key]
    for batch in _batches(page_fields, releases):
        keys = QuerySet(Page)._insert(batch, fields=page_fields, returning_fields=[Page._meta.pk])
        for release, (key,) in zip(batch, keys, strict=True):
            release.pk = release.id = release.page_ptr_id = key
    own_fields = Release._meta.local_concrete_fields
    for batch in _batches(own_fields, releases):
        QuerySet(Release)._insert(batch, fields=own_fields)
    for release in releases:
        release._state.adding = False
        release._state.db = connection.alias


class _Searchable:
    """What the search index asks of a release, answered from memory once.

    The index computes every field of a page three times, with an HTML parser each time: more than all else together.
    """

    class _meta:  # noqa: N801 (the index asks the model for a field first, then the object for an attribute)
        @staticmethod
        def get_field(name: str) -> None:
            raise FieldDoesNotExist(name)

    def __init__(self, release: Release) -> None:
        self.pk = release.pk
        self.title = release.title
        self.headline = release.headline
        self.body = "\n".join(plain(block["value"]) for block in release.body.raw_data if block["type"] == "text")

    @staticmethod
    def get_search_fields() -> list[SearchField | AutocompleteField]:
        return _SEARCH_FIELDS


_SEARCH_FIELDS = [field for field in Release.get_search_fields() if isinstance(field, SearchField | AutocompleteField)]


def _batches(fields: Sequence[models.Field], releases: Sequence[Release]) -> list[Sequence[Release]]:
    size = connection.ops.bulk_batch_size(fields, releases)
    return [releases[start : start + size] for start in range(0, len(releases), size)]
