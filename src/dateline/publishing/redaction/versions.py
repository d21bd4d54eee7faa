"""Takes something out of every version of a release, through the one door that versions have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.publishing.redaction.taking import HandedOut, Shown, Taking
from dateline.publishing.said import files_in
from dateline.releases.models import Release, Version
from dateline.releases.taking_out import taking_out
from dateline.releases.wording import lede_of
from dateline.releases.words import Words, fingerprint_of

CHANGED = ["words", "fingerprint", "headline", "lede", "note"]


@dataclass(frozen=True)
class NoLongerPrinted:
    """Files that no version of the release prints any more."""

    hashes: frozenset[str]  # of the cleaned copies
    paths: frozenset[str]  # at which they stood


def out_of_versions(
    release: Release, taking: Taking, moved: Mapping[str, str], mapped: dict[str, str]
) -> NoLongerPrinted:
    """Rewrite what each version kept, addresses as the ledger has moved them; say what is printed no longer.

    `mapped` is told which fingerprint became which: consents stand under the words without the passage, to which they
    were given too.
    """
    versions: Sequence[Version] = list(release.versions.order_by("number"))
    before = _printed(versions)
    for version in versions:
        place = "text" if version.pk == release.current_id else "earlier versions"
        words = words_without(version.words, taking, moved, place)
        note = taking.text(version.note, "notes")
        if words == version.words and note == version.note:
            continue
        said = Words(**{key: value for key, value in words.items() if key != "printed"})
        mapped[version.fingerprint] = fingerprint = fingerprint_of(words)
        version.words, version.note, version.fingerprint = words, note, fingerprint
        version.headline, version.lede = said.headline, lede_of(said)
        with taking_out(release.pk):
            version.save(update_fields=CHANGED)
    after = _printed(versions)
    gone = {path for path in before if moved.get(path, path) not in after}
    return NoLongerPrinted(
        hashes=frozenset(set(before.values()) - set(after.values())),
        paths=frozenset(moved.get(path, path) for path in gone),
    )


def words_without(words: dict[str, Any], taking: Taking, moved: Mapping[str, str], place: str) -> dict[str, Any]:
    """Give what a version keeps without what is taken."""
    rest = {key: value for key, value in words.items() if key not in ("blocks", "handouts", "printed")}
    made = taking.anything(rest, place)
    made["blocks"] = taking.blocks(words["blocks"], place)
    made["handouts"] = [taking.handout(handout, "attachments") for handout in words["handouts"]]
    made["printed"] = _printed_without(words["printed"], taking, moved)
    return made


def _printed_without(printed: dict[str, Any], taking: Taking, moved: Mapping[str, str]) -> dict[str, Any]:
    what = taking.what
    rest = {key: value for key, value in printed.items() if key not in ("files", "pictures")}
    files = [
        {**_moved(file, moved), "name": taking.text(file["name"], "attachments")}
        for file in printed["files"]
        if not (isinstance(what, HandedOut) and (what.is_named(file["name"]) or file["sha256"] in what.cleaned))
    ]
    pictures = {
        uid: {"press": _moved(picture["press"], moved), "shown": [_moved(copy, moved) for copy in picture["shown"]]}
        for uid, picture in printed["pictures"].items()
        if not (isinstance(what, Shown) and uid == what.uid)
    }
    return {**taking.anything(rest, "printed beside the text"), "files": files, "pictures": pictures}


def _moved(kept: dict[str, Any], moved: Mapping[str, str]) -> dict[str, Any]:
    return {**kept, "path": moved.get(kept["path"], kept["path"])}


def _printed(versions: Sequence[Version]) -> dict[str, str]:
    """Give the address of every file that these versions print, with the hash of what stands there."""
    return {kept["path"]: kept["sha256"] for version in versions for kept in files_in(version.words["printed"])}
