"""What was found in sources, and what became of it."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Nothing to set up."""

    name = "dateline.intake"
    label = "intake"
