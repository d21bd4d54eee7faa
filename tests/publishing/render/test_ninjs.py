"""The release as data: what ninjs 3.0 allows, and everything that was said.

The constraints below are those of IPTC's schema 3.0 for the fields that are used here; the schema itself is no package's.
"""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from publishing.render.every_page import ZONE, make_change, make_release, make_room, make_teaser

from dateline.publishing.render.ninjs import render_ninjs

REACH = {"type": str, "role": str, "value": str}
RENDITION = {
    "name": str,
    "href": "uri",
    "contentType": str,
    "width": int,
    "height": int,
    "sizeInBytes": int,
    "originalFilename": str,
}
VALUED = {"role": str, "contentType": str, "value": str}
SCHEMA: dict[str, Any] = {
    "standard": {"name": str, "version": str, "schema": "uri"},
    "uri": "uri",
    "type": ("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    "representationType": ("full", "partial"),
    "version": str,
    "firstCreated": "date-time",
    "versionCreated": "date-time",
    "contentCreated": "date-time",
    "pubStatus": ("usable", "withheld", "canceled"),
    "language": str,
    "edNote": str,
    "headlines": [VALUED],
    "descriptions": [VALUED],
    "bodies": [{**VALUED, "wordCount": int}],
    "by": str,
    "located": str,
    "genres": [{"name": str, "literal": str}],
    "subjects": [{"name": str, "rel": str, "literal": str}],
    "organisations": [{"name": str, "rel": str, "uri": "uri", "literal": str}],
    "people": [{"name": str, "rel": str, "contactInfo": [REACH]}],
    "infoSources": [{"name": str, "role": str, "literal": str}],
    "renditions": [RENDITION],
    "altIds": [{"role": str, "value": str}],
}
SCHEMA["associations"] = [{**SCHEMA, "name": str, "rel": str}]


def wrong(told: Any, schema: Any, where: str = "$") -> list[str]:
    """List what the schema does not allow."""
    if isinstance(schema, dict):
        if not isinstance(told, dict):
            return [f"{where} is no object"]
        unknown = [f"{where}.{name} is unknown" for name in told.keys() - schema.keys()]
        return unknown + [
            w for name in told.keys() & schema.keys() for w in wrong(told[name], schema[name], f"{where}.{name}")
        ]
    if isinstance(schema, list):
        if not isinstance(told, list) or not told:
            return [f"{where} is no list, or an empty one"]
        return [w for at, each in enumerate(told) for w in wrong(each, schema[0], f"{where}[{at}]")]
    if isinstance(schema, tuple):
        return [] if told in schema else [f"{where} is {told!r}"]
    if schema == "uri":
        return [] if re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", told) else [f"{where} is {told!r}, no URI"]
    if schema == "date-time":
        return [] if datetime.fromisoformat(told).tzinfo else [f"{where} has no zone"]
    return [] if isinstance(told, schema) and told != "" else [f"{where} is {told!r}"]


def told_of(**fields: object) -> dict[str, Any]:
    return json.loads(render_ninjs(make_room(), make_release(**fields)))


@pytest.mark.parametrize("site_address", ["https://press.valleverde.example", ""])
@pytest.mark.parametrize(
    "release",
    [
        make_release(),
        make_release(changes=(make_change(), make_change("updated"))),
        make_release(superseded_by="/2024/10/now/"),
        make_teaser(),
        make_release(language="es-MX", headline="</script>\x00“—”"),
    ],
)
def test_it_is_what_the_standard_allows(release, site_address) -> None:
    told = json.loads(render_ninjs(make_room(site_address=site_address), release))
    assert wrong(told, SCHEMA) == []
    assert all({"name", "uri"} <= each.keys() for each in told.get("associations", []))
    assert all("name" in each for each in told.get("renditions", []))
    assert all("value" in each for name in ("headlines", "bodies", "descriptions") for each in told.get(name, []))


def test_the_constraints_refuse_what_the_standard_does() -> None:
    assert wrong({"pubstatus": "usable"}, SCHEMA)
    assert wrong({"pubStatus": "public", "uri": "no uri", "versionCreated": "2024-10-09T09:00:00"}, SCHEMA)
    assert wrong({"headlines": "one", "bodies": []}, SCHEMA)


def test_everything_that_was_said_is_in_it() -> None:
    told = told_of()
    assert told["uri"] == "urn:uuid:8c7d0f3e-1111-4222-8333-944445555666"
    assert told["headlines"] == [
        {"role": "main", "value": "Car Wash Workers Win $1.4 Million in Back Wages"},
        {"role": "subheadline", "value": "Settlement covers 212 workers"},
    ]
    assert [each["value"] for each in told["descriptions"]] == [
        "Two hundred workers will be paid.",
        "The center organizes day laborers.",
    ]
    html, plain = (body["value"] for body in told["bodies"])
    assert "Now the rain is on the time card." in html and "EL MONTE, Calif., Oct. 9, 2024 —" in html
    assert 'src="https://press.valleverde.example/files/shoebox-1280.jpg"' in html
    assert "* gloves, boots and water" in plain and "The center organizes" not in plain
    assert told["by"] == "Valle Verde Workers’ Center, Clean Rinse Campaign, Iglesia del Buen Camino"
    assert told["located"] == "El Monte"
    assert told["contentCreated"] == "2024-10-09T12:00:00-07:00"
    assert [each["value"] for each in told["people"][0]["contactInfo"]] == [
        "(213) 555-0142 ext. 12",
        "prensa@valleverde.example",
    ]
    assert [(each["rel"], each["name"]) for each in told["associations"]] == [
        ("picture", "The shoebox."),
        ("attachment", "Settlement agreement.pdf"),
    ]


def test_a_picture_is_named_in_the_sizes_that_a_newsroom_and_a_list_need() -> None:
    picture = told_of()["associations"][0]
    assert picture["uri"].endswith("#shoebox.jpg") and picture["by"] == "Photo: L. Barrientos"
    assert picture["renditions"][0] == {
        "name": "main",
        "contentType": "image/jpeg",
        "width": 4000,
        "height": 2667,
        "sizeInBytes": 2_148_330,
        "href": "https://press.valleverde.example/files/shoebox.jpg",
    }
    assert [(each["name"], each["width"]) for each in picture["renditions"][1:]] == [
        ("preview", 1280),
        ("thumbnail", 640),
    ]
    assert "srcset" not in told_of()["bodies"][0]["value"] and "For print" not in told_of()["bodies"][0]["value"]


def test_its_version_and_when_it_became_that_are_told() -> None:
    told = told_of(number=3, said_at=datetime(2024, 10, 10, 15, 15, tzinfo=ZONE), changes=(make_change(),))
    assert (told["version"], told["versionCreated"]) == ("3", "2024-10-10T15:15:00-07:00")
    assert told["edNote"].startswith("Corrected, October 10, 2024, 3:15")
    assert told["edNote"].endswith(": It was eleven, not twelve.")


def test_a_teaser_is_partial_and_an_earlier_version_says_that_it_is_one() -> None:
    assert told_of(is_teaser=True)["representationType"] == "partial"
    assert told_of(superseded_by="/now/")["edNote"].endswith("https://press.valleverde.example/now/")


def test_who_has_left_is_not_in_it() -> None:
    assert b"Quintanar" not in render_ninjs(make_room(contacts=()), replace(make_release(), contacts=()))
