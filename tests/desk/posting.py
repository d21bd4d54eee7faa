"""What the desk's forms send, written by hand: a form may be sent by anyone, with anything in it."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from dateline.releases.models import Release


def release_form(release: Release | None = None, **changed) -> dict[str, str]:
    """Give what the editing page of a release sends; any field by keyword, `text` for the one paragraph."""
    text = changed.pop("text", "The board voted four to one.")
    partners = [
        {"id": row.pk or "", "organization": row.organization_id, "ORDER": at, "DELETE": ""}
        for at, row in enumerate(release.release_partners.all() if release else (), 1)
    ]
    contacts = changed.pop("contacts", [])
    attachments = changed.pop("attachments", [])
    partners = changed.pop("partners", partners)
    fields = {
        "kind": release.kind if release else "press release",
        "headline": release.headline if release else "Tenants win the right to an interpreter",
        "subheadline": release.subheadline if release else "",
        "place": release.place if release else "Port Ellery",
        "dated_on": release.dated_on.isoformat() if release and release.dated_on else "2024-05-06",
        "dateline": release.dateline if release else "PORT ELLERY, May 6, 2024 —",
        "address_slug": release.address_slug if release else "",
        "topics": [topic.pk for topic in release.topics.all()] if release else [],
        "addressees": [addressee.pk for addressee in release.addressees.all()] if release else [],
        "body": streamfield([("text", rich_text(f"<p>{text}</p>", features=["bold", "italic", "link"]))]),
        "release_attachments": _rows(attachments),
        "release_contacts": _rows(contacts),
        "release_partners": _rows(partners),
        "comments": inline_formset([]),
        **changed,
    }
    ticked = {name: fields.pop(name) for name in ("topics", "addressees")}
    return {**nested_form_data(fields), **ticked}


def _rows(rows: list[dict]) -> dict:
    return inline_formset(rows, initial=sum(1 for row in rows if row.get("id")))
