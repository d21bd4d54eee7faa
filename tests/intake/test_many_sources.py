"""One release, many sources: what completes it, what stays hidden, where its sources disagree, and what each field rests on."""

import itertools
from dataclasses import replace

import pytest
from intake.building import HEADLINE, TEXT, found, only, reading, releases, said, take, teaser
from PIL import Image

from dateline.intake.models import Finding, Source
from dateline.intake.provenance import Sure, provenance_of
from dateline.reading.record import Picture as Shown
from dateline.releases.models import Attachment, OldAddress, Picture, Release

pytestmark = pytest.mark.django_db

MENDED = TEXT.replace("apartments", "flats")


def handed_out(folder, name, *records):
    return replace(reading(folder, name, *records), is_handed_out=True)


def codes(release):
    return {doubt["code"] for finding in release.findings.all() for doubt in finding.doubts}


def test_a_file_that_is_handed_out_completes_the_teaser_that_names_it(ground):
    list_ = reading(ground, "list.txt", teaser(attachments=("heat FINAL.pdf",)))
    take(ground, list_, handed_out(ground, "heat FINAL.pdf", found(None, date=None, place=None, dateline=None)))
    assert not only().is_teaser
    assert "Odalys" in said(only())
    assert only().headline == HEADLINE


def test_a_file_that_is_handed_out_makes_no_release_of_its_own(ground):
    report = found("Report on heat", "Four winters of readings from 212 apartments, in tables.\n\n" * 4, date=None)
    take(ground, reading(ground, "list.txt", found(attachments=("r.pdf",))), handed_out(ground, "r.pdf", report))
    assert only().headline == HEADLINE
    assert Finding.objects.count() == 1
    assert Source.objects.filter(name__endswith="r.pdf").exists()  # it is kept, and nothing of it is rejected
    take(ground, reading(ground, "page.txt", replace(report, date="2019-03-01")))
    assert len(releases()) == 2


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_withheld_never_becomes_public_in_whatever_order_it_comes(ground, order, at_once):
    sources = [
        reading(ground, "0.txt", found(pubstatus="withheld", address="https://old.example/?p=7")),
        reading(ground, "1.txt", teaser(pubstatus="usable")),
        reading(ground, "2.txt", found(text=MENDED)),
    ]
    hidden = "Odalys"
    batches = [[sources[n] for n in order]] if at_once else [[sources[n]] for n in order]
    met_withheld = False
    for batch in batches:
        take(ground, *batch)
        met_withheld = met_withheld or sources[0] in batch
        if met_withheld and order[0] == 0:
            assert [release.status for release in releases()] == ["draft"]
    for release in releases():
        if release.status == "public":  # before anything withheld was met; and then nothing was added to it
            assert order[0] != 0
            assert hidden not in said(release) or order.index(2) < order.index(0)
    assert not OldAddress.objects.exists()


def test_what_was_withheld_is_said_to_be(ground):
    done = take(ground, reading(ground, "a.txt", found(pubstatus="withheld")))
    assert done.published == 0
    assert "never public" in done.came.doubtful[0].sentences[0]


@pytest.mark.parametrize(
    ("other", "code", "values"),
    [
        (found("Tenants of the Dockside are warm", text=MENDED), "two-headlines", (HEADLINE, "Dockside are warm")),
        (found(text=MENDED), "two-wordings", ("apartments", "flats")),
        (found(date="2019-02-16", identifier="7"), "two-days", ("2019-02-14", "2019-02-16")),
        (found(place="Gull Point", identifier="7"), "two-places", ("Port Amber", "Gull Point")),
    ],
)
def test_where_sources_disagree_both_values_and_both_sources_are_shown(ground, other, code, values):
    take(ground, reading(ground, "one.txt", found(identifier="7")), reading(ground, "two.txt", other))
    release = only()
    assert release.status == "draft"
    (doubt,) = [d for f in release.findings.all() for d in f.doubts if d["code"] == code]
    for told in (*values, "one.txt", "two.txt"):
        assert told in doubt["sentence"]


@pytest.mark.parametrize(
    "other",
    [
        found(text=TEXT.replace("“", '"').replace("’", "'")),
        found(text="Dear all,\n\nplease find our news below.\n\n" + TEXT),
        found(place="PORT AMBER, Maine"),
        found("News: " + HEADLINE),
        teaser(),
    ],
)
def test_what_is_no_disagreement_is_no_doubt(ground, other):
    done = take(ground, reading(ground, "one.txt", found()), reading(ground, "two.txt", other))
    assert only().status == "public"
    assert done.came.doubtful == ()


def test_each_field_knows_its_source_its_place_and_how_sure_it_is(ground):
    printed = found(None, spans={"text": ((3, 400),), "date": ((0, 3),)}, date="2019-02-14")
    stated = teaser(date="2019-02-15", basis={"date": "pubDate"}, address="https://old.example/heat")
    take(ground, reading(ground, "mail.txt", printed), reading(ground, "feed.txt", stated))
    origin = provenance_of(only())
    of = {each.field: each for each in origin.fields}
    assert of["headline"].taken.source.endswith("feed.txt")
    assert of["text"].taken.source.endswith("mail.txt")
    assert of["text"].taken.spans == ((3, 400),)
    assert of["text"].taken.sure is Sure.PRINTED
    assert of["date"].taken.value == "2019-02-14"
    ((witness, ours, theirs),) = of["date"].differing
    assert (ours, theirs) == ("2019-02-14", "2019-02-15")
    assert witness.sure is Sure.DOUBTFUL
    assert not origin.is_edited
    release = only()
    release.headline = "Mended by hand"
    release.save()
    assert provenance_of(only()).is_edited
    assert len(origin.sources) == 2


@pytest.mark.parametrize("first", ["en", "es"])
@pytest.mark.parametrize("who_names", ["en", "es", "both"])
def test_versions_of_which_one_names_the_other_are_paired_whichever_comes_first(ground, first, who_names):
    addresses = {"en": "https://old.example/heat", "es": "https://old.example/es/calor"}
    other = {"en": "es", "es": "en"}
    records = {
        "en": found(address=addresses["en"]),
        "es": found("Vuelve el calor", "La corte ordenó el calor.", language="es", address=addresses["es"]),
    }
    for language, record in records.items():
        if who_names in (language, "both"):
            # An hreflang list names the page itself too, and the site's first page for everyone else.
            names = (addresses[language], addresses[other[language]], "https://old.example/")
            records[language] = replace(record, translations=names)
    for language in (first, other[first]):
        take(ground, reading(ground, f"{language}.txt", records[language]))
    one, two = Release.objects.order_by("pk")
    assert one.translation_key == two.translation_key
    assert {one.language, two.language} == {"en", "es"}


def test_a_name_in_the_same_language_pairs_nothing(ground):
    take(
        ground,
        reading(ground, "1.txt", found(address="https://old.example/a", translations=("https://old.example/b",))),
        reading(ground, "2.txt", found("Other", "Something else.", address="https://old.example/b")),
    )
    one, two = releases()
    assert one.translation_key != two.translation_key


def a_picture(path, color="white"):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (400, 300), color).save(path, "JPEG")


ADDRESS = "https://old.example/wp-content/uploads/2014/10/heat-300x200.jpg"


def test_a_picture_is_found_by_the_folders_of_its_address_and_shown_with_its_words(ground):
    a_picture(ground / "uploads/2013/02/heat.jpg", "red")
    a_picture(ground / "uploads/2014/10/heat.jpg")
    shown = Shown(ADDRESS, "Tenants at the boiler", "The boiler, at last", "Photo: Ines")
    done = take(ground, reading(ground, "a.txt", found(pictures=(shown, shown))))
    picture = Picture.objects.get()
    (block,) = [block for block in only().body.raw_data if block["type"] == "image"]
    assert block["value"] == {
        "image": picture.pk, "alt": "Tenants at the boiler", "caption": "The boiler, at last",
    }  # fmt: skip
    assert picture.credit == "Photo: Ines"
    assert picture.file.read() == (ground / "uploads/2014/10/heat.jpg").read_bytes()
    assert only().status == "public"
    assert done.came.lost_pictures == ()


@pytest.mark.parametrize(("alt", "why"), [("A boiler", "not among the files"), ("", "no description")])
def test_a_picture_that_is_not_shown_is_told(ground, alt, why):
    a_picture(ground / "uploads/2013/02/heat.jpg")
    if not alt:
        a_picture(ground / "uploads/2014/10/heat.jpg")
    done = take(ground, reading(ground, "a.txt", found(pictures=(Shown(ADDRESS, alt),))))
    assert [block["type"] for block in only().body.raw_data] == ["text"]
    (line,) = done.came.lost_pictures
    assert why in line.sentences[0]


def test_what_is_no_picture_is_none(ground):
    (ground / "uploads/2014/10").mkdir(parents=True)
    (ground / "uploads/2014/10/heat.jpg").write_bytes(b"<svg onload=alert(1)>")
    take(ground, reading(ground, "a.txt", found(pictures=(Shown(ADDRESS, "A boiler"),))))
    assert not Picture.objects.exists()


def test_a_file_that_came_inside_its_source_is_handed_out_under_its_name(ground):
    inner = ground.parent / "7"
    inner.write_bytes(b"%PDF-1.4 minutes")
    mail = replace(reading(ground, "a.eml", found(attachments=("Minutes.pdf",))), files={"Minutes.pdf": inner})
    take(ground, mail, was_public=False)
    attachment = Attachment.objects.get()
    assert attachment.name == "Minutes.pdf"
    assert attachment.file.read() == b"%PDF-1.4 minutes"


def test_markup_becomes_the_body_and_nothing_a_browser_would_execute(ground):
    markup = (
        "<h2>Heat</h2><p>By <strong>Friday</strong>, <a href='https://x.example/'>all</a>.</p><ul><li>one</li></ul>"
        "<blockquote>Cold.</blockquote><script>alert(1)</script><p onclick='x()'><a href='javascript:x()'>z</a></p>"
    )
    take(ground, reading(ground, "a.txt", found(markup=markup)))
    assert said(only()) == (
        '<p><b>Heat</b></p><p>By <strong>Friday</strong>, <a href="https://x.example/">all</a>.</p>'
        "<ul><li>one</li></ul><p>Cold.</p><p><a>z</a></p>"
    )


def test_a_large_source_is_kept_a_piece_at_a_time(ground, monkeypatch):
    from dateline.intake import kept_sources

    monkeypatch.setattr(kept_sources, "PIECE", 1000)
    big = reading(ground, "big.txt", found())
    big.path.write_bytes(b"x" * 12_345)
    take(ground, big)
    source = Source.objects.get()
    assert kept_sources.place_of(source.sha256).read_bytes() == b"x" * 12_345
    assert source.size_bytes == 12_345
