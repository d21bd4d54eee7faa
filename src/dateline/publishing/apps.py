"""The public site, made from the record."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Answers what releases ask of upper rooms, and hears when what surrounds releases has changed."""

    name = "dateline.publishing"
    label = "publishing"

    def ready(self) -> None:
        """Register the answers."""
        from importlib import import_module  # models exist only now

        import_module("dateline.publishing.answers").register()
