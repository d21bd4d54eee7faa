"""The record of what was said."""

from django.apps import AppConfig
from django.core.checks import Error, register

from dateline.releases.status import check_lifecycle


class ReleasesConfig(AppConfig):
    """Checks, at every start, that the lifecycle has no way back to draft."""

    name = "dateline.releases"
    label = "releases"
    verbose_name = "Releases"

    def ready(self) -> None:
        """Register the lifecycle's check."""
        register(lambda app_configs, **kwargs: [Error(sentence) for sentence in check_lifecycle()])
