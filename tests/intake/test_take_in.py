"""What was found is kept once, and what a person decided stays decided."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from intake.building import (
    HEADLINE,
    NOW,
    TEXT,
    contact,
    doubted,
    found,
    many,
    only,
    reading,
    record_of_releases,
    releases,
    said,
    take,
    teaser,
    try_out,
    unreadable,
    whole_record,
)
from wagtail.models import Page

from dateline.intake import kept_sources
from dateline.intake.models import Finding, Import, Source
from dateline.releases.models import Attachment, Contact, Release, Topic
from dateline.releases.plant import _title
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


def test_what_was_public_is_published_under_its_own_day(ground):
    done = take(ground, reading(ground, "a.txt", found()))
    release = only()
    assert done.published == 1
    assert release.status == "public"
    assert release.address.startswith("/2019/02/")
    assert release.public_at == NOW
    assert release.changed_at is None
    assert release.dateline == "PORT AMBER, Feb. 14, 2019 —"


def test_without_a_word_that_it_was_public_everything_is_a_draft(ground):
    take(ground, reading(ground, "a.txt", found()), was_public=False)
    assert only().status == "draft"
    assert not only().live
    assert only().address == ""


def test_the_same_import_twice_changes_nothing(ground):
    readings = [
        reading(ground, "1.txt", *many(4), teaser(), topics_of(found(date="2020-01-01"), "Heat")),
        reading(ground, "2.txt", found(), found(headline=None, date=None), found("Bare", "", date="2017-05-05")),
    ]
    take(ground, *readings)
    before = record_of_releases()
    done = take(ground, *readings, now=NOW + timedelta(days=400))
    assert record_of_releases() == before
    assert (done.came.counts["new"], done.came.counts["fuller"], done.came.counts["merged"]) == (0, 0, 0)
    assert done.published == 0
    assert done.came.counts["same"] == done.came.records


def test_a_draft_of_an_earlier_import_is_published_once_it_is_said_to_have_been_public(ground):
    source = reading(ground, "a.txt", found())
    take(ground, source, was_public=False)
    assert take(ground, source).published == 1
    assert len(releases()) == 1


def test_pages_that_overlap_give_each_release_once(ground):
    a, b, c = many(3)
    take(ground, reading(ground, "4.txt", a, b), reading(ground, "5.txt", b, c))
    assert len(releases()) == 3


def test_a_teaser_is_completed_by_the_full_text_before_anything_is_public(ground):
    done = take(ground, reading(ground, "list.txt", teaser()), reading(ground, "page.txt", found()))
    release = only()
    assert not release.is_teaser
    assert release.versions.count() == 1
    assert "Odalys" in said(release)
    assert done.came.counts["fuller"] == 1


def test_a_public_teaser_is_completed_by_a_later_import_and_nothing_counts_as_changed(ground):
    take(ground, reading(ground, "list.txt", teaser()))
    assert only().is_teaser
    done = take(ground, reading(ground, "page.txt", found()), now=NOW + timedelta(days=3))
    release = only()
    assert done.completed == 1
    assert not release.is_teaser
    assert release.changed_at is None
    assert [version.act for version in release.versions.all()] == ["published", "completed"]
    assert "Odalys" in said(release)


def test_a_public_teaser_is_not_completed_with_what_nobody_says_was_public(ground):
    take(ground, reading(ground, "list.txt", teaser()))
    take(ground, reading(ground, "page.txt", found()), was_public=False)
    assert only().is_teaser
    assert "Odalys" not in said(only())


def test_a_doubtful_full_text_completes_no_public_teaser(ground):
    take(ground, reading(ground, "list.txt", teaser()))
    take(ground, reading(ground, "page.txt", found(doubts=doubted())))
    assert only().is_teaser


def test_a_later_teaser_adds_nothing_to_a_full_text(ground):
    take(ground, reading(ground, "page.txt", found()))
    before = record_of_releases()
    take(ground, reading(ground, "list.txt", teaser()))
    assert record_of_releases() == before


@pytest.mark.parametrize(
    "record",
    [
        found(date=None, dateline=None),
        found(date="2026-03-03"),
        found(embargo="2026-03-02T18:00"),
        found(embargo="2026-03-02T15:30:00+00:00"),
        found(headline=None),
        found(language="no"),
        found(doubts=doubted()),
        found(dateline="—" * 301),
    ],
    ids=["no day", "a day ahead", "embargo", "embargo with zone", "no headline", "strange language", "doubt", "long"],
)
def test_what_is_doubtful_is_always_a_draft(ground, record):
    done = take(ground, reading(ground, "a.txt", record))
    assert only().status == "draft"
    assert done.published == 0
    assert len(done.came.doubtful) == 1
    assert done.came.doubtful[0].sentences


def test_an_embargo_that_is_over_is_no_doubt(ground):
    assert take(ground, reading(ground, "a.txt", found(embargo="2019-02-14T06:00"))).published == 1


def test_a_day_ahead_is_counted_in_the_newsrooms_zone(ground):
    (ground / "newsroom.toml").write_text('name = "Dockside"\ntime_zone = "Pacific/Kiritimati"\n')
    done = take(ground, reading(ground, "a.txt", found(date="2026-03-03")))  # 05:00 on the 3rd there
    assert done.published == 1


def test_other_words_under_one_headline_and_day_stay_two_drafts(ground):
    other = "The city's housing court has refused to hear the owner's appeal."
    done = take(ground, reading(ground, "a.txt", found()), reading(ground, "b.txt", found(text=other)))
    assert [release.status for release in releases()] == ["draft", "draft"]
    assert done.published == 0
    assert [len(line.sentences) for line in done.came.doubtful] == [1]


def test_a_public_release_stays_as_it_is_beside_other_words(ground):
    take(ground, reading(ground, "a.txt", found()))
    before = record_of_releases()
    take(ground, reading(ground, "b.txt", found(text="Something else altogether was said.")))
    assert sorted(release.status for release in releases()) == ["draft", "public"]
    assert before[0] in record_of_releases()


def test_a_headline_never_joins_two_days(ground):
    take(ground, reading(ground, "a.txt", found(), found(date="2020-02-14")))
    assert len(releases()) == 2


def test_the_same_headline_and_day_in_two_languages_are_two_releases(ground):
    take(ground, reading(ground, "a.txt", found("CARECEN", "One."), found("CARECEN", "Uno.", language="es")))
    assert [release.status for release in releases()] == ["public", "public"]


def test_each_language_has_its_newsroom_beside_the_default_one(ground):
    take(ground, reading(ground, "a.txt", *many(3), found("Ganan los inquilinos", "El juez.", language="es")))
    spanish = Release.objects.get(locale__language_code="es")
    english = Release.objects.filter(locale__language_code="en").first()
    assert spanish.newsroom.translation_key == english.newsroom.translation_key
    assert spanish.newsroom.public_path == "/es/"
    assert english.newsroom.public_path == "/"
    assert english.newsroom.place == "Port Amber"
    assert spanish.address.startswith("/es/2019/")


def test_the_language_found_most_often_is_the_newsrooms(ground):
    take(
        ground, reading(ground, "a.txt", *(found(f"Uno {n}", f"Texto {n}.", language="es") for n in range(2)), found())
    )
    assert Release.objects.filter(locale__language_code="es").first().newsroom.is_default


def test_what_a_person_edited_is_left_alone(ground):
    take(ground, reading(ground, "list.txt", teaser()), was_public=False)
    release = only()
    release.headline = "Dockside tenants have their heat"
    release.save_revision(user=get_user_model().objects.create(username="press"))
    release.save()
    before = record_of_releases()
    take(ground, reading(ground, "page.txt", found(topics=("Heat",))))
    assert record_of_releases() == before
    assert only().status == "draft"


def test_what_a_person_saved_without_changing_a_word_is_in_that_persons_hand(ground):
    take(ground, reading(ground, "list.txt", teaser()), was_public=False)
    only().save_revision(user=get_user_model().objects.create(username="press"))
    take(ground, reading(ground, "page.txt", found()))
    assert only().is_teaser
    assert only().status == "draft"


def test_words_changed_without_a_revision_are_noticed_too(ground):
    take(ground, reading(ground, "list.txt", teaser()), was_public=False)
    Release.objects.update(place="Elsewhere")
    take(ground, reading(ground, "page.txt", found()))
    assert only().is_teaser


def test_a_draft_that_a_person_deleted_does_not_come_back(ground):
    listing, page = reading(ground, "list.txt", teaser()), reading(ground, "page.txt", found())
    take(ground, listing, page, was_public=False)
    only().delete()
    done = take(ground, listing, page)
    assert releases() == []
    assert done.came.counts["rejected"] == 2


def test_a_rejected_teaser_does_not_come_back_as_a_full_text(ground):
    take(ground, reading(ground, "list.txt", teaser()), was_public=False)
    only().delete()
    take(ground, reading(ground, "page.txt", found()))
    assert releases() == []


def test_a_release_written_in_the_desk_is_recognised_and_left_alone(ground):
    take(ground, reading(ground, "other.txt", found("Another", "Another text.", date="2010-01-01")))
    newsroom = releases()[0].newsroom
    written = Release(headline=HEADLINE, dated_on="2019-02-14", body=[{"type": "text", "value": f"<p>{TEXT}</p>"}])
    written.live = False
    newsroom.add_child(instance=written)
    done = take(ground, reading(ground, "page.txt", found(topics=("Heat",))))
    assert Release.objects.filter(headline=HEADLINE).count() == 1
    assert Release.objects.get(headline=HEADLINE).status == "draft"
    assert done.came.counts["new"] == 0
    take(ground, reading(ground, "list.txt", teaser()))
    assert Release.objects.filter(headline=HEADLINE).count() == 1


def test_markup_in_a_text_is_text(ground):
    text = 'Say <script>alert("x")</script> & <b>more</b>.\n\n<img src=x onerror=y>'
    take(ground, reading(ground, "a.txt", found("<i>Italic</i>", text)))
    release = only()
    assert "<script" not in said(release)
    assert "&lt;script&gt;" in said(release)
    (block,) = release.words.blocks
    assert "<script" not in block["html"]
    assert "&lt;img" in block["html"]
    assert release.headline == "<i>Italic</i>"


def test_a_dry_run_leaves_no_trace(ground, settings):
    (ground / "Fact Sheet.pdf").write_bytes(b"%PDF-1.4 fact sheet")
    record = found(attachments=("Fact Sheet.pdf",), topics=("Heat",))
    done = try_out(ground, reading(ground, "a.txt", record), unreadable(ground, "b.jpg"))
    assert done.came.counts["new"] == 1
    assert done.published == 1
    assert not done.came.missing_files
    assert not Import.objects.exists()
    assert not Page.objects.filter(depth__gt=1).exclude(slug="home").exists()
    assert not Topic.objects.exists()
    private, public = ground.parent / "private", ground.parent / "public"
    assert not private.exists()
    assert not public.exists()


def test_sources_are_kept_as_they_were_found(ground):
    a = reading(ground, "a.txt", found(), leftovers=["Follow us"])
    done = take(ground, a)
    source = Source.objects.get()
    assert kept_sources.place_of(source.sha256).read_bytes() == a.path.read_bytes()
    assert source.reading["leftovers"] == [{"span": [0, 9], "text": "Follow us"}]
    assert "releases" not in source.reading
    assert done.came.leftovers[0].sentences == ("Follow us",)
    assert Finding.objects.get().record == json.loads(json.dumps(a.releases[0].to_json()))


def test_a_source_that_cannot_be_read_is_told_and_the_rest_goes_on(ground):
    done = take(ground, unreadable(ground, "p.jpg"), reading(ground, "a.txt", found()))
    assert done.published == 1
    assert [(line.source, line.sentences[0]) for line in done.came.unreadable] == [("p.jpg", "This is a picture.")]


def test_a_file_of_the_name_becomes_an_attachment_and_the_original_stays_private(ground):
    (ground / "files").mkdir()
    (ground / "files" / "fact_sheet FINAL.PDF").write_bytes(b"%PDF-1.4 the facts")
    done = take(
        ground, reading(ground, "a.txt", found(attachments=("Fact Sheet Final.pdf", "lost.pdf"))), was_public=False
    )
    rows = list(only().release_attachments.all())
    assert [(row.name, bool(row.attachment)) for row in rows] == [("Fact Sheet Final.pdf", True), ("lost.pdf", False)]
    assert rows[0].attachment.file.path.startswith(str(ground.parent / "private"))
    assert [line.sentences for line in done.came.missing_files] == [("lost.pdf",)]


def test_a_file_that_turns_up_later_is_linked_to_the_draft(ground):
    source = reading(ground, "a.txt", found(attachments=("Facts.pdf",)))
    take(ground, source, was_public=False)
    (ground / "Facts.pdf").write_bytes(b"%PDF-1.4 the facts")
    take(ground, source, was_public=False)
    assert only().release_attachments.get().attachment is not None
    take(ground, source, was_public=False)
    assert Attachment.objects.count() == 1


def test_a_source_is_not_itself_an_attachment(ground):
    take(ground, reading(ground, "a.txt", found(attachments=("a.txt",))), was_public=False)
    assert only().release_attachments.get().attachment is None
    assert not Attachment.objects.exists()


def test_a_link_that_leads_out_of_the_folder_hands_out_nothing(ground):
    secret = ground.parent / "secret.pdf"
    secret.write_bytes(b"%PDF-1.4 salaries")
    (ground / "Facts.pdf").symlink_to(secret)
    take(ground, reading(ground, "a.txt", found(attachments=("Facts.pdf",))), was_public=False)
    assert not Attachment.objects.exists()


def test_topics_are_kept_and_those_of_every_source_count(ground):
    take(
        ground,
        reading(ground, "a.txt", found(topics=("Rent & Heat", "Courts"))),
        reading(ground, "b.txt", teaser(topics=("courts", "Docks"))),
    )
    assert sorted(topic.slug for topic in only().topics.all()) == ["courts", "docks", "rent-heat"]


def test_an_old_release_makes_nobody_a_contact_but_finds_one_who_is_there(ground):
    here = Contact.objects.create(name="Ines", email="Ines@dockside.example")
    Contact.objects.create(name="Gone", phone="(555) 555-0100", has_left=True)
    people = (contact("I. Q.", email="ines@dockside.example"), contact("G.", phone="555 555 0100"), contact("New"))
    take(ground, reading(ground, "a.txt", found(contacts=people)))
    assert [row.contact for row in only().release_contacts.all()] == [here]
    assert Contact.objects.count() == 2


def test_lines_that_are_meant_stay_lines(ground):
    text = "WHAT: A vigil\nWHEN: Sunday at 4 p.m.\n\nA line that a page\nhas wrapped in the middle of a sentence, once."
    take(ground, reading(ground, "a.txt", found(text=text)))
    assert said(only()) == (
        "<p>WHAT: A vigil<br/>WHEN: Sunday at 4 p.m.</p>"
        "<p>A line that a page has wrapped in the middle of a sentence, once.</p>"
    )


def test_the_title_is_made_as_the_model_makes_it(ground):
    take(ground, reading(ground, "a.txt", found("A  headline " + "so long " * 60), found(None, date="2011-01-01")))
    for release in releases():
        planted = release.title, release.draft_title, release.slug
        assert release.title == _title(release)
        release._set_core_field_defaults()
        assert planted == (release.title, release.draft_title, release.slug)


def test_a_planted_draft_can_be_edited_published_and_deleted_in_the_cms(ground):
    from dateline.publishing.publish import publish

    take(ground, reading(ground, "a.txt", *many(3)), was_public=False)
    one, two, three = releases()
    one.headline = "Edited for the harbor"
    one.save()
    publish(one, at=NOW)
    two.delete()
    three.get_parent().specific.add_child(instance=Release(headline="After", live=False))
    assert not any(Page.find_problems())
    assert Release.objects.get(pk=one.pk).status == "public"
    assert {found.pk for found in Release.objects.all().search("thermometer")} == {one.pk, three.pk}
    assert Release.objects.get(pk=one.pk).words.headline == "Edited for the harbor"


def test_a_newsroom_that_is_not_there_is_refused_by_name(ground):
    take(ground, reading(ground, "a.txt", found()), newsroom_name="Dockside")
    assert only().newsroom.title == "Dockside"
    with pytest.raises(Refused, match="Name one that there is: Dockside"):
        take(ground, reading(ground, "b.txt", found()), newsroom_name="Harbor")


def test_what_one_newsroom_was_told_is_read_from_its_file(ground):
    (ground / "newsroom.toml").write_text(
        'name = "Dockside"\nplace = "Port Amber"\ntime_zone = "America/New_York"\nlanguages = ["es", "en"]\n'
        'accent = "#8a1f11"\n[boilerplate]\nes = "Somos."\nen = "We are."\n'
        '[[contacts]]\nname = "Ines"\nemail = "i@dockside.example"\nlanguages = ["en", "es"]\n'
        '[[organizations]]\nname = "Pilots Union"\nurl = "https://pilots.example/"\n'
    )
    take(ground, reading(ground, "a.txt", found()))
    english = only().newsroom
    assert (english.title, english.boilerplate, english.is_default) == ("Dockside", "We are.", False)
    assert str(english.zone) == "America/New_York"
    assert english.newsroom_contacts.get().contact.languages == "English, Español"


def test_an_import_that_was_finished_is_finished(ground):
    take(ground, reading(ground, "a.txt", found()))
    assert Import.objects.get().finished_at == NOW
    assert whole_record()["releases"]


def topics_of(record, *topics):
    from dataclasses import replace

    return replace(record, topics=topics)
