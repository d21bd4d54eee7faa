"""The desk's own style and scripts, collected into one folder once for each version of the CMS."""

from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from dateline.publishing.pack import lay_siblings, names_below, pack
from dateline.serving.desk_static import desk_packs


def collect_desk_static() -> bool:
    """Collect them where they are not there yet or of another version; say whether that was needed."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / ".collected"
    wanted = " ".join(f"{name} {version(name)}" for name in ("wagtail", "django", "dateline"))
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=root.exists())
    lay_siblings(pack(root, names_below(root, desk_packs)))
    stamp.write_text(wanted)
    return True
