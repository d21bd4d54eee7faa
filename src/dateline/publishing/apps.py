"""The public site, made from the record."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PublishingConfig(AppConfig):
    """Answers what releases ask of upper rooms, and hears when what surrounds releases has changed."""

    name = "dateline.publishing"
    label = "publishing"

    def ready(self) -> None:
        """Register the answers; see that the search has its table once the models have theirs."""
        from importlib import import_module  # models exist only now

        import_module("dateline.publishing.answers").register()
        store = import_module("dateline.publishing.searching.store")
        post_migrate.connect(store.after_migrating, sender=self, dispatch_uid="publishing-search-table")
