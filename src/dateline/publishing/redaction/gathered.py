"""What was fetched from addresses for an import that has not come to its end holds any word: it goes with a redaction."""

from pathlib import Path

from django.conf import settings

from dateline.publishing.redaction.erasing import owe_private

GATHERED = "gathered"  # below the private folder; the next import of the address fetches it anew


def out_of_gathered() -> None:
    """Owe the removal of every file that was gathered: compressed as they are, none can be looked into for certain."""
    root = Path(settings.MEDIA_ROOT)
    for file in sorted((root / GATHERED).rglob("*")):
        if file.is_file():
            owe_private(str(file.relative_to(root)))
