"""Takes drafts that are complete in memory and gives them places in the tree, rows and index entries, in bulk.

The CMS's own `add_child` saves one page with some thirty queries. Here a batch costs a fixed number of statements: the
paths are counted out under the newsroom's lock, the page rows and the release rows are inserted many at a time, and the
search index is filled in one go. What is left out, and why:

- no revision: nobody has edited it yet, and a draft without one opens in the editor from its row;
- no log entry for each page: the import and its findings say where it came from;
- no reference index: an imported body has no links into the CMS, and the first edit of a page fills it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.db.models import F
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import AutocompleteField, SearchField

from dateline.releases.insert import insert
from dateline.releases.models import Contact, Newsroom, Release, ReleaseAttachment, ReleaseContact, Topic
from dateline.releases.wording import plain

OWN_WORDS = (
    "title", "draft_title", "kind", "headline", "subheadline", "place", "dated_on", "dateline", "body", "is_teaser",
)  # fmt: skip


@dataclass
class Seedling:
    """A draft with what hangs on it, complete in memory."""

    release: Release
    attachments: Sequence[ReleaseAttachment] = ()
    topics: Sequence[Topic] = ()
    contacts: Sequence[Contact] = field(default=())

    def __post_init__(self) -> None:
        self.release.release_attachments = self.attachments  # the release's words name them


@transaction.atomic
def plant(newsroom: Newsroom, seedlings: Sequence[Seedling]) -> None:
    """Save new drafts as the newsroom's last children and make them searchable. The releases have keys afterwards."""
    if not seedlings:
        return
    releases = [each.release for each in seedlings]
    _place(newsroom, releases)
    _insert(releases)
    _hang(seedlings)
    make_searchable(releases)


@transaction.atomic
def replant(seedlings: Sequence[Seedling]) -> None:
    """Write drafts that are there anew, with what hangs on them, and make them searchable under their new words."""
    releases = [each.release for each in seedlings]
    for release in releases:
        release.title = release.draft_title = _title(release)
    Release.objects.bulk_update(releases, OWN_WORDS, batch_size=100)
    ReleaseAttachment.objects.filter(release__in=releases).delete()
    ReleaseContact.objects.filter(release__in=releases).delete()
    Release.topics.through._base_manager.filter(release__in=releases).delete()
    _hang(seedlings)
    make_searchable(releases)


def make_searchable(releases: Iterable[Release]) -> None:
    """Put releases into the desk's search index, in one go."""
    get_search_backend().add_bulk(Release, [_Searchable(release) for release in releases])


def _hang(seedlings: Sequence[Seedling]) -> None:
    """Insert the rows that hang on releases."""
    contacts = []
    for each in seedlings:
        for order, row in enumerate(each.attachments):
            row.pk, row.release, row.sort_order = None, each.release, order
        contacts += [
            ReleaseContact(release=each.release, contact=contact, sort_order=order)
            for order, contact in enumerate(each.contacts)
        ]
    ReleaseAttachment.objects.bulk_create([row for each in seedlings for row in each.attachments])
    ReleaseContact.objects.bulk_create(contacts)
    link = Release.topics.through
    link._base_manager.bulk_create(
        link(release_id=each.release.pk, topic_id=topic.pk) for each in seedlings for topic in each.topics
    )


def _title(release: Release) -> str:
    """Give the CMS's title as the model's own save makes it; a test holds the two together."""
    return " ".join(release.headline.split())[:255] or "Untitled"


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
        release.title = release.draft_title = _title(release)
        release.slug = str(release.uid)
        release.url_path = f"{row.url_path}{release.slug}/"
    Page.objects.filter(pk=row.pk).update(numchild=F("numchild") + len(releases))
    newsroom.numchild = row.numchild + len(releases)  # in memory too, as add_child does


def _insert(releases: Sequence[Release]) -> None:
    """Insert the page rows, then the release rows. Django's bulk_create refuses models with a parent table."""
    insert(Page, releases)
    for release in releases:
        release.page_ptr_id = release.id
    insert(Release, releases)


class _Searchable:
    """What the search index asks of a release, answered from memory once.

    The index computes every field of a page three times, with an HTML parser each time: more than all else together.
    """

    class _meta:
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
