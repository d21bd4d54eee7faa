"""What is printed with the words: the newsroom's name and boilerplate, partners who said yes, files and pictures."""

import uuid
from collections.abc import Iterable
from typing import Any

from dateline.publishing import cleaned
from dateline.publishing.addresses import file_path, slug_of
from dateline.publishing.clean.record import CannotClean
from dateline.publishing.pictures import print_picture
from dateline.publishing.said import copies_in
from dateline.releases.models import Address, Newsroom, Organization, Picture, Release
from dateline.releases.models.address import Stop
from dateline.releases.refused import Refused
from dateline.releases.words import Words

# Pixels. The text is 608 wide, and on a phone of 320 the screen has two or three for each of 280: the first is sharp
# there and on a plain screen, the second on a dense one, and as the PDF sets it (117 mm: 278 to the inch).
PAGE_WIDTHS = (640, 1280)


def printed_with(
    release: Release, words: Words, newsroom: Newsroom, address: str, *, is_past: bool = False
) -> dict[str, Any]:
    """Give what a version prints beside its words, cleaning files on the way; `is_past` as in `names_printed`.

    Raises Refused, with a sentence for each file, where one can't be made safe to hand out.
    """
    taken = dict[str, str]()  # address → hash of the bytes that stand there
    if release.current_id:  # it has been public, and so have its files
        known = Address.objects.filter(release=release, stop=Stop.ATTACHMENT)
        taken.update(known.values_list("path", "detail"))
    wrong: list[str] = []
    files, pictures = [], {}
    for row in release.release_attachments.all():
        if row.attachment is None:
            continue
        name = row.name or row.attachment.name
        try:
            with row.attachment.open_file() as opened:
                kept = cleaned.keep_file(opened.read())
        except CannotClean as error:
            wrong.append(f"“{name}” can't be handed out. {error}")
            continue
        except FileNotFoundError:
            wrong.append(f"“{name}” is missing from the private folder. Attach it again.")
            continue
        path = _address(address, name, kept.sha256, taken)
        files.append(
            {
                "name": name,
                "path": path,
                "media_type": kept.media_type,
                "size_bytes": kept.size_bytes,
                "sha256": kept.sha256,
            }
        )
    stand = _standing_pictures(release, address)
    for number, picture in enumerate(_pictures(words), 1):
        uid = str(picture.uid)
        if printed := stand.get((uid, picture.get_file_hash())):
            pictures[uid] = printed
            continue
        try:
            with picture.open_file() as opened:
                pictures[uid] = print_picture(
                    opened.read(),
                    PAGE_WIDTHS,
                    f"picture-{number}",
                    lambda name, sha256: _address(address, name, sha256, taken),
                )
        except CannotClean as error:
            wrong.append(f"The picture “{picture.title}” can't be shown. {error}")
        except OSError:  # the CMS's own, where the file is not there
            wrong.append(f"The picture “{picture.title}” is missing from the private folder. Choose it again.")
    if wrong:
        raise Refused(release, wrong)
    for organization in _agreed(release, words):
        _fix_slug(organization)
    return {**names_printed(release, words, newsroom, is_past=is_past), "files": files, "pictures": pictures}


def names_printed(release: Release, words: Words, newsroom: Newsroom, *, is_past: bool = False) -> dict[str, Any]:
    """Give the names under which the words stand: a partner's only where it said yes to exactly these.

    What has been public keeps the name and the boilerplate that were printed with it, whatever happens to it later. What
    was said before Dateline (`is_past`) has its boilerplate in its own text or none: today's is not put under it.
    """
    stood = release.current.words["printed"] if release.current_id else None
    return {
        "newsroom": stood["newsroom"] if stood else newsroom.title,
        "boilerplate": stood["boilerplate"] if stood else "" if is_past else newsroom.boilerplate.strip(),
        "partners": [
            {"name": organization.name, "url": organization.url, "slug": organization.slug}
            for organization in _agreed(release, words)
        ],
        **({"zone": newsroom.time_zone} if words.event else {}),  # in which an advisory's hours are told
    }


def _agreed(release: Release, words: Words) -> list[Organization]:
    asked = list(release.release_partners.all())
    if not asked or not release.pk:
        return []
    agreed = set(release.consents.filter(fingerprint=words.fingerprint).values_list("organization_id", flat=True))
    return [row.organization for row in asked if row.organization_id in agreed]


def _fix_slug(organization: Organization) -> None:
    """Give an organization its part of an address when its name is first printed; it keeps it under any name."""
    if organization.slug:
        return
    slug = wanted = slug_of(organization.name)
    number = 1
    while Organization.objects.filter(slug=slug).exists():  # all of these have been public
        number += 1
        slug = f"{wanted}-{number}"
    organization.slug = slug
    Organization.objects.filter(pk=organization.pk).update(slug=slug)


def _address(release: str, name: str, sha256: str, taken: dict[str, str]) -> str:
    # The same bytes keep their address; other bytes never take one that was public.
    for path, detail in taken.items():
        if detail == sha256 and path.startswith(release):
            return path
    path = file_path(release, name, taken)
    taken[path] = sha256
    return path


def _standing_pictures(release: Release, address: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Give the pictures that it shows now, by uid and their original's hash: they need not be made again."""
    if not release.current_id:
        return {}
    words = release.current.words
    blocks = [block for block in words["blocks"] if block["kind"] == "image"]
    found = [
        (block["picture"], block["sha256"], words["printed"]["pictures"].get(block["picture"])) for block in blocks
    ]
    return {
        (uid, sha256): printed
        for uid, sha256, printed in found
        if printed
        and all(copy["path"].startswith(address) and cleaned.is_kept(copy["sha256"]) for copy in copies_in([printed]))
    }


def _pictures(words: Words) -> Iterable[Picture]:
    uids = [uuid.UUID(block["picture"]) for block in words.blocks if block["kind"] == "image" and block["picture"]]
    found = Picture.objects.in_bulk(uids, field_name="uid") if uids else {}
    return [found[uid] for uid in dict.fromkeys(uids) if uid in found]
