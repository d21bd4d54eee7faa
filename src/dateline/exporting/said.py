"""What a version keeps → what of it is public. Pure.

A withdrawn release's words answer nowhere any more (410), so they go out no more; its headline, its notes and its
times do, since the notice and the log of corrections show them.
"""

from typing import Any

from dateline.publishing.said import files_in
from dateline.releases.words import fingerprint_of

_SILENT: dict[str, Any] = {"subheadline": "", "dateline": "", "place": "", "blocks": [], "handouts": []}
_NOTHING_PRINTED: dict[str, Any] = {"partners": [], "files": [], "pictures": {}, "boilerplate": ""}


def public_words(words: dict[str, Any], *, headline: str, is_withdrawn: bool) -> dict[str, Any]:
    """Give the words that may go out: as they are kept, or no more than that they were withdrawn, under `headline`."""
    if not is_withdrawn:
        return words
    kept = {key: value for key, value in words.items() if key != "event"}
    return {**kept, **_SILENT, "headline": headline, "printed": {**words["printed"], **_NOTHING_PRINTED}}


def version_record(version: dict[str, Any], *, headline: str, is_withdrawn: bool) -> dict[str, Any]:
    """Give a version as it goes out; `headline` is what its release is called now."""
    words = public_words(version["words"], headline=headline, is_withdrawn=is_withdrawn)
    return {
        "version": version["number"],
        "act": version["act"],
        "versioncreated": version["made_at"],
        "ednote": version["note"],
        "lede": "" if is_withdrawn else version["lede"],
        # Words that don't say all can't stand under the fingerprint of those that did.
        "fingerprint": fingerprint_of(words) if is_withdrawn else version["fingerprint"],
        "words": words,
    }


def files_of(release: dict[str, Any]) -> dict[str, str]:
    """Give the files that a release hands out or shows in any version: path → hash, both as a version keeps them."""
    return {
        kept["path"]: kept["sha256"]
        for version in release["versions"]
        for kept in files_in(version["words"]["printed"])
        if kept["path"]
    }
