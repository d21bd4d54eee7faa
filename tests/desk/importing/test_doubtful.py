"""A doubtful record beside its source: marked, put right, joined, split from the desk."""

import pytest
from build import AT
from django.urls import reverse
from intake.building import found, reading, take
from intake.settling import TWO, doubtful, read_in

from dateline.desk.beside import beside, lines_of
from dateline.intake.models import Finding, Import
from dateline.releases.models import Release

RECORD = {
    "headline": "Heat is back",
    "text": "Tenants won.\nBorn 1 May 2001.",
    "spans": {"headline": [[5, 17]], "text": [[18, 30], [31, 50]]},
}
TEXT = "Menu\nHeat is back\nTenants won.\n  Born 1 May\n  2001.\nFoot"


def marked(shown, field):
    return "".join(piece.text for piece in shown.pieces if field in piece.fields)


def test_every_character_around_a_record_is_shown_once_and_its_fields_are_marked():
    shown = beside(TEXT, RECORD, [])
    assert "".join(piece.text for piece in shown.pieces) == TEXT
    assert marked(shown, "headline") == "Heat is back" and shown.fields == ["headline", "text"]
    assert [piece.at for piece in shown.pieces] == sorted(piece.at for piece in shown.pieces)


def test_the_passage_of_a_doubt_is_marked_however_its_white_space_was_laid_out():
    record = {**RECORD, "spans": {"text": [[18, 52]]}}
    doubt = {"code": "birth-date", "sentence": "A day.", "field": "text", "span": [18, 28]}
    shown = beside(TEXT, record, [doubt])
    assert "".join(piece.text for piece in shown.pieces if piece.is_doubted) == "1 May\n  2001"


def test_a_doubt_without_a_passage_marks_its_field():
    shown = beside(TEXT, RECORD, [{"code": "headline-unsure", "sentence": "?"}])
    assert "".join(piece.text for piece in shown.pieces if piece.is_doubted) == "Heat is back"


@pytest.mark.parametrize(
    ("record", "doubts"),
    [
        ({}, []),
        ({"spans": {"text": [[900, 950]]}}, [{"code": "no-date", "sentence": "?"}]),
        (
            {"spans": {"text": [[5, 5]]}, "text": None},
            [{"code": "x", "sentence": "?", "field": "text", "span": [0, 9]}],
        ),
        (RECORD, [{"code": "x", "sentence": "?", "field": "nothing", "span": [0, 3]}]),
        (RECORD, [{"code": "x", "sentence": "?", "field": "text", "span": [90, 99]}]),
    ],
)
def test_marks_that_lie_nowhere_mark_nothing(record, doubts):
    shown = beside(TEXT, record, doubts)
    assert not any(piece.is_doubted for piece in shown.pieces)


def test_of_a_large_source_only_what_lies_around_is_shown():
    text = "x" * 100_000 + "HEADLINE" + "y" * 100_000
    shown = beside(text, {"spans": {"headline": [[100_000, 100_008]]}}, [])
    assert (shown.before, shown.behind) == (99_600, 99_600) and marked(shown, "headline") == "HEADLINE"


def test_lines_at_which_a_second_may_begin_know_their_place():
    lines = lines_of(TEXT, 5, 52)
    assert lines[0] == (18, "Tenants won.") and TEXT[lines[1][0] :].startswith("  Born")


@pytest.fixture
def finding(ground) -> Finding:
    """A record that has a doubt, in a text that was read in earnest."""
    (ground / "two.txt").write_text(TWO)
    into = read_in(ground, was_public=False)
    Finding.objects.update(outcome="doubtful", doubts=[{"code": "no-place", "sentence": "Look <b>."}], first_doubt="x")
    return doubtful(into)[0]


def page_of(client, finding) -> str:
    return client.get(reverse("desk_doubtful", args=[finding.pk])).content.decode()


@pytest.mark.django_db
def test_the_page_shows_the_source_beside_the_release(finding, sign_in, django_assert_max_num_queries):
    client = sign_in("director")
    page_of(client, finding)
    with django_assert_max_num_queries(45):
        page = page_of(client, finding)
    assert 'class="desk-marked"' in page and "four winters of cold kitchens" in page
    assert 'value="2019-02-14"' in page and "Look &lt;b&gt;." in page


@pytest.mark.django_db
def test_a_source_is_never_obeyed_as_markup(ground, sign_in):
    (ground / "a.txt").write_text("<script>alert(1)</script> IS BACK\nPORT AMBER, Feb. 30, 2019 - Tenants won <b>.\n")
    finding = doubtful(read_in(ground))[0]
    assert "<script>alert" not in page_of(sign_in("director"), finding)


@pytest.mark.django_db
def test_a_field_is_put_right_from_the_page(finding, sign_in):
    client, where = sign_in("writer"), reverse("desk_doubtful", args=[finding.pk])
    sent = {"headline": "Heat", "date": "2019-02-15", "place": "Port Amber", "kind": "statement", "language": "en"}
    client.post(where, sent)
    release = Release.objects.get(pk=finding.release_id)
    assert (release.headline, str(release.dated_on), release.kind) == ("Heat", "2019-02-15", "statement")
    told = client.post(where, {**sent, "headline": ""}, follow=True)
    assert "needs a headline" in told.content.decode()
    client.post(where, {**sent, "kind": "tweet"})
    assert Release.objects.get(pk=finding.release_id).kind == "statement"


@pytest.mark.django_db
def test_all_alike_are_shown_first_and_changed_when_that_is_confirmed(finding, sign_in):
    client = sign_in("writer")
    now = {"headline": finding.release.headline, "date": str(finding.release.dated_on), "kind": "press release"}
    sent = {**now, "place": "Port Ellery", "language": "en", "alike": "1"}
    told = client.post(reverse("desk_doubtful", args=[finding.pk]), sent, follow=True)
    assert "Port Ellery" in told.content.decode() and told.redirect_chain[-1][0].startswith("/desk/imports/records/")
    places = set(Release.objects.values_list("place", flat=True))
    assert places == {"Port Ellery", "PORT AMBER"}  # the record itself was put right, the other was only shown
    wrong = {"field": "place", "value": "Port Ellery", "shown": "x"}
    client.post(reverse("desk_alike", args=[finding.pk]), wrong)
    assert set(Release.objects.values_list("place", flat=True)) == places
    client.post(reverse("desk_alike", args=[finding.pk]), {**wrong, "shown": told.context["stamp"]})
    assert set(Release.objects.values_list("place", flat=True)) == {"Port Ellery"}


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?field=headline&value=x", "?field=status&value=public", "?field=date&value=x"])
def test_an_address_that_asks_for_what_can_not_be_applied_leads_back_with_the_reason(finding, sign_in, query):
    told = sign_in("writer").get(reverse("desk_alike", args=[finding.pk]) + query, follow=True)
    assert told.redirect_chain[-1][0] == reverse("desk_doubtful", args=[finding.pk])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "sent", "status"),
    [
        ("desk_join", {}, 404),
        ("desk_join", {"release": "x"}, 404),
        ("desk_split", {}, 302),
        ("desk_split", {"at": "-5"}, 302),
        ("desk_split", {"at": "9" * 30}, 302),
        ("desk_settle_one", {"act": "anything"}, 404),
        ("desk_settle_one", {}, 404),
    ],
)
def test_nonsense_changes_nothing(finding, sign_in, name, sent, status):
    before = list(Finding.objects.values()), list(Release.objects.values("headline", "status"))
    assert sign_in("director").post(reverse(name, args=[finding.pk]), sent).status_code == status
    assert (list(Finding.objects.values()), list(Release.objects.values("headline", "status"))) == before


@pytest.mark.django_db
def test_settled_one_leads_on_to_the_next_and_the_last_to_the_import(finding, sign_in):
    client = sign_in("writer")
    _, second = doubtful(finding.found_in)
    told = client.post(reverse("desk_settle_one", args=[finding.pk]), {"act": "accept"})
    assert told.url == reverse("desk_doubtful", args=[second.pk])
    told = client.post(reverse("desk_settle_one", args=[second.pk]), {"act": "reject"})
    assert told.url == reverse("desk_import", args=[finding.found_in_id])


@pytest.mark.django_db
def test_two_that_are_one_are_joined_from_the_page(ground, sign_in):
    take(ground, reading(ground, "1.txt", found()), reading(ground, "2.txt", found(text="Quite other words.")))
    finding = doubtful(Import.objects.get())[0]
    client = sign_in("writer")
    page = page_of(client, finding)
    other = Release.objects.exclude(pk=finding.release_id).get()
    assert f'name="release" value="{other.pk}"' in page
    client.post(reverse("desk_join", args=[finding.pk]), {"release": other.pk})
    assert Release.objects.count() == 1 and other.pk == Release.objects.get().pk


@pytest.mark.django_db
def test_a_record_whose_source_was_discarded_is_still_shown(finding, sign_in):
    Import.objects.update(discarded_at=AT)
    assert "The raw source was discarded" in page_of(sign_in("writer"), finding)
