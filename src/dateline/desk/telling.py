"""What the desk says after a verb: where it is, who is not named, or why it was refused."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from wagtail.admin import messages

from dateline.releases.models import Release
from dateline.releases.refused import Refused

NOT_WRITTEN = (
    "It is in the record, but the public site could not be written: {}. "
    "Make room or mend the folder; it is tried again by itself."
)


def tell_refused(request: HttpRequest, refused: Refused) -> None:
    """Show a refusal's sentences unchanged."""
    for reason in refused.reasons:
        messages.error(request, reason)


def tell_public(request: HttpRequest, release: Release, opening: str) -> None:
    """Say where a release stands, and which partners are not named there."""
    address = f"{settings.DATELINE_SITE_ADDRESS}{release.address}"
    messages.success(
        request,
        format_html('{} It stands at <a href="{}">{}</a>.', opening, release.address, address),
        buttons=[messages.button(release.address, "See it", new_window=True)],
    )
    printed = {partner["name"] for partner in release.current.words["printed"]["partners"]}
    missing = [row.organization.name for row in release.release_partners.all() if row.organization.name not in printed]
    if missing:
        messages.warning(request, f"{names(missing)} not named: no yes to exactly these words is recorded.")


def tell_not_written(request: HttpRequest, error: OSError) -> None:
    """Say that the site's folder could not be written."""
    messages.error(request, NOT_WRITTEN.format(error.strerror or error))


def names(missing: Sequence[str]) -> str:
    """Give names as the subject of a sentence, with its verb: "A and B are"."""
    together = " and ".join([", ".join(missing[:-1]), missing[-1]]) if len(missing) > 1 else missing[0]
    return f"{together} {'are' if len(missing) > 1 else 'is'}"
