"""The people's side: asks the verbs, decides nothing itself."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Lays out the editing forms and closes the CMS's own doors to what is public."""

    name = "dateline.desk"
    label = "desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        """Give the models their forms, and stand at the doors."""
        from importlib import import_module  # models exist only now

        import_module("dateline.desk.panels").lay_out()
        import_module("dateline.desk.beginning").register()
        import_module("dateline.desk.last_door").close()
