"""A WordPress export: what its posts become, and what never becomes a release."""

import pytest

from reading.exports.export import SITE, make_export, make_post, make_upload, meta, only, read_text, rows_of, term

LEDE = "The board voted on Monday to keep the heat on in every building of the harbor, after nine cold winters."


def read_post(tmp_path, content=LEDE, *before, **told):
    readings = rows_of(read_text(tmp_path, make_export(*before, make_post(content=content, **told))))
    return readings[-1]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_every_version_gives_headline_day_address_identity_and_topics(tmp_path, version):
    more = term("category", "Housing") + term("post_tag", "heat") + term("category", "Uncategorized")
    reading = only(read_text(tmp_path, make_export(make_post(more=more, content=LEDE), version=version)))
    (release,) = reading.releases
    assert reading.source.endswith("export.xml › post 12") and reading.format == "wordpress"
    assert (release.headline, release.date) == ("Tenants win heat for the winter", "2014-10-09")
    assert release.address == f"{SITE}/2014/10/post-12/" and release.identifier == f"{SITE}/?p=12"
    assert release.topics == ("Housing", "heat") and release.text == LEDE and not release.teaser
    assert release.pubstatus == "usable" and not release.doubts and release.language == "en"


def test_the_day_is_the_sites_own_and_not_that_of_greenwich(tmp_path):
    (release,) = read_post(tmp_path, posted="2014-10-09 21:30:00").releases
    assert release.date == "2014-10-09" and release.basis["date"] == "post_date"


def test_a_dateline_gives_the_place_and_leaves_text_and_markup(tmp_path):
    content = f"<strong>LOS ANGELES, October 8, 2014</strong> – {LEDE}\n\nThe <em>owners</em> pay &amp; mend."
    (release,) = read_post(tmp_path, content).releases
    assert (release.place, release.date) == ("LOS ANGELES", "2014-10-09") and not release.doubts
    assert release.text == f"{LEDE}\n\nThe owners pay & mend."
    assert release.markup == f"<p>{LEDE}</p><p>The <em>owners</em> pay &amp; mend.</p>"


def test_a_dateline_of_another_week_is_doubted(tmp_path):
    (release,) = read_post(tmp_path, f"LOS ANGELES, September 1, 2014 – {LEDE}").releases
    assert release.date == "2014-10-09" and [each.code for each in release.doubts] == ["dates-differ"]


@pytest.mark.parametrize("status", ["draft", "pending", "private", "future", "trash", "auto-draft", "archived"])
def test_what_was_not_public_is_withheld_and_says_why(tmp_path, status):
    (release,) = read_post(tmp_path, status=status).releases
    assert release.pubstatus == "withheld" and [each.code for each in release.doubts] == ["withheld"]


def test_what_was_behind_a_password_is_withheld_though_published(tmp_path):
    (release,) = read_post(tmp_path, post_password="<![CDATA[harbor]]>").releases
    assert release.pubstatus == "withheld" and "password" in release.doubts[0].sentence


def test_a_draft_of_an_old_version_without_a_day_has_the_one_that_it_was_kept_on(tmp_path):
    (release,) = read_post(tmp_path, posted="0000-00-00 00:00:00", status="draft").releases
    assert release.date == "2014-10-09" and release.basis["date"] == "post_date_gmt"


def test_classic_paragraphs_are_blank_lines_and_lines_are_kept(tmp_path):
    (release,) = read_post(
        tmp_path, f"{LEDE}\r\n\r\nOne line\r\nand the next.\r\n\r\n<ul>\n<li>heat</li>\n<li>rent</li>\n</ul>"
    ).releases
    assert release.markup == f"<p>{LEDE}</p><p>One line<br>and the next.</p><ul><li>heat</li><li>rent</li></ul>"


def test_marks_of_the_block_editor_are_no_words(tmp_path):
    content = (
        f'<!-- wp:paragraph {{"align":"left"}} -->\n<p>{LEDE}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n'
        '<h2 class="wp-block-heading">What comes next</h2>\n<!-- /wp:heading -->\n<!-- wp:latest-posts /-->'
    )
    reading = read_post(tmp_path, content)
    assert reading.releases[0].markup == f"<p>{LEDE}</p><h2>What comes next</h2>" and "wp:" not in reading.text


def test_a_reusable_block_is_read_where_it_stands(tmp_path):
    block = make_post(77, title="About", content="<p>The union speaks for 900 homes.</p>", post_type="wp_block")
    content = f'<!-- wp:paragraph --><p>{LEDE}</p><!-- /wp:paragraph --><!-- wp:block {{"ref":77}} /-->'
    assert "The union speaks for 900 homes." in read_post(tmp_path, content, block).releases[0].text


def test_a_reusable_block_in_itself_ends(tmp_path):
    block = make_post(77, title="About", content='<p>Again.</p><!-- wp:block {"ref":77} /-->', post_type="wp_block")
    content = f'<!-- wp:paragraph --><p>{LEDE}</p><!-- /wp:paragraph --><!-- wp:block {{"ref":77}} /-->'
    assert read_post(tmp_path, content, block).releases[0].text.count("Again.") == 3


CAPTIONED = (
    '[caption id="attachment_31" align="left" width="300"]<a href="/x"><img src="https://tenants.example/files/heat-300x200.jpg" '
    'alt="" /></a> The radiator in 4B[/caption]',
    '[caption id="attachment_31" caption="The radiator in 4B"]<img src="https://tenants.example/files/heat.jpg">[/caption]',
    '<!-- wp:image {"id":31} --><figure class="wp-block-image"><img src="https://tenants.example/files/heat.jpg" alt=""/>'
    "<figcaption>The radiator in 4B</figcaption></figure><!-- /wp:image -->",
)


@pytest.mark.parametrize("form", CAPTIONED)
def test_a_picture_keeps_its_caption_and_the_uploads_alt_and_size(tmp_path, form):
    upload = make_upload(31, "heat.jpg", alt="A cold radiator")
    content = f"<p>{LEDE}</p>\n{form}" if "wp:" in form else f"{LEDE}\n\n{form}"
    (release,) = read_post(tmp_path, content, upload).releases
    (picture,) = release.pictures
    assert (picture.address, picture.alt, picture.caption) == (
        f"{SITE}/files/heat.jpg",
        "A cold radiator",
        "The radiator in 4B",
    )
    assert "radiator" not in release.text and "radiator" not in release.markup


def test_a_gallery_is_its_pictures_and_what_is_missing_of_it_is_shown(tmp_path):
    uploads = [make_upload(31, "heat.jpg", caption="In 4B"), make_upload(32, "rent.jpg")]
    reading = read_post(tmp_path, f'{LEDE}\n\n[gallery ids="31,32"]', *uploads)
    assert [each.address[-8:] for each in reading.releases[0].pictures] == ["heat.jpg", "rent.jpg"]
    assert not reading.leftovers and "gallery" not in reading.releases[0].text
    lost = read_post(tmp_path, f'{LEDE}\n\n[gallery ids="31,99"]', *uploads)
    assert [each.text for each in lost.leftovers] == ['[gallery ids="31,99"]']


def test_a_gallery_without_numbers_shows_what_was_uploaded_to_its_post(tmp_path):
    reading = read_post(
        tmp_path, f"{LEDE}\n\n[gallery]", make_upload(31, "heat.jpg", 12), make_upload(32, "other.jpg", 13)
    )
    assert [each.address for each in reading.releases[0].pictures] == [f"{SITE}/files/heat.jpg"]


@pytest.mark.parametrize(
    "form",
    ["[embed]https://video.example/7[/embed]", '[video src="https://video.example/7"][/video]',
     '[audio mp3="https://video.example/7"]', '<iframe src="https://video.example/7" width="4"></iframe>',
     '<video controls src="https://video.example/7">no</video>', "[youtube https://video.example/7]"],
)  # fmt: skip
def test_film_and_sound_become_a_link(tmp_path, form):
    (release,) = read_post(tmp_path, f"{LEDE}\n\n{form}\n\nIt was warm on Tuesday.").releases
    assert '<p><a href="https://video.example/7">https://video.example/7</a></p>' in release.markup
    assert release.text.endswith("It was warm on Tuesday.") and "[" not in release.text


@pytest.mark.parametrize(
    "form",
    [
        '[contact-form-7 id="4" title="Write to us"]',
        "[gravityform id=2 /]",
        '[donate_now campaign="heat"]',
        "[sitemap]",
    ],
)
def test_an_unknown_shortcode_is_left_over_and_never_text(tmp_path, form):
    reading = read_post(tmp_path, f"{LEDE}\n\n{form}\n\nIt was warm on Tuesday.")
    assert [each.text for each in reading.leftovers] == [form]
    assert reading.releases[0].text == f"{LEDE}\n\nIt was warm on Tuesday."
    assert "[" not in reading.releases[0].markup


def test_a_shortcode_within_a_sentence_leaves_the_sentence_whole(tmp_path):
    reading = read_post(tmp_path, f'{LEDE}\n\nCall [phone_number office="main"] today, <b>all</b> of you.')
    assert reading.releases[0].text.endswith("\n\nCall today, all of you.")
    assert reading.releases[0].markup.endswith("<p>Call today, <strong>all</strong> of you.</p>")


def test_what_a_page_builder_encloses_is_text(tmp_path):
    reading = read_post(tmp_path, f'[vc_row][vc_column width="1/2"]{LEDE}[/vc_column][/vc_row]')
    assert reading.releases[0].text == LEDE and not reading.leftovers


@pytest.mark.parametrize("words", ["It was cold [sic] here.", "“[Laughter] We won,” she said.", "See [1] and [Name]."])
def test_what_the_press_sets_in_brackets_stays(tmp_path, words):
    assert read_post(tmp_path, f"{LEDE}\n\n{words}").releases[0].text.endswith(words)


def test_files_come_from_uploads_links_blocks_and_fields(tmp_path):
    uploads = [make_upload(30, "2014/10/Board-Letter-FINAL.pdf", 12), make_upload(31, "2014/10/Figures.xlsx")]
    content = (
        f'<!-- wp:paragraph --><p>{LEDE}</p><!-- /wp:paragraph --><!-- wp:file --><div class="wp-block-file">'
        '<a href="/files/Other%20letter.pdf">The other letter</a><a href="/files/Other%20letter.pdf" '
        'class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->'
    )
    reading = read_post(tmp_path, content, *uploads, more=meta("press_file", "31"))
    (release,) = reading.releases
    assert release.attachments == ("Other letter.pdf", "Figures.xlsx", "Board-Letter-FINAL.pdf")
    assert release.files_at["Other letter.pdf"] == f"{SITE}/files/Other%20letter.pdf"
    assert release.files_at["Board-Letter-FINAL.pdf"] == f"{SITE}/files/2014/10/Board-Letter-FINAL.pdf"
    assert "Download" not in release.text and not reading.leftovers


def test_the_featured_picture_comes_with_its_words(tmp_path):
    upload = make_upload(31, "heat.jpg", alt="A radiator", caption="In 4B")
    (release,) = read_post(tmp_path, LEDE, upload, more=meta("_thumbnail_id", "31")).releases
    (picture,) = release.pictures
    assert (picture.address, picture.alt, picture.caption) == (f"{SITE}/files/heat.jpg", "A radiator", "In 4B")


def test_contacts_and_end_mark_are_read_out_of_the_body(tmp_path):
    content = f"{LEDE}\n\nMedia contact: Rosa Medina, (213) 555-0148, press@tenants.example\n\n###"
    (release,) = read_post(tmp_path, content).releases
    assert [(c.name, c.phone, c.email) for c in release.contacts] == [
        ("Rosa Medina", "(213) 555-0148", "press@tenants.example")
    ]
    assert release.text == LEDE


def test_polylang_pairs_know_each_other_and_their_language(tmp_path):
    group = term("post_translations", "pll_5f", "pll_5f")
    english = make_post(12, content=LEDE, more=group + term("language", "English", "en"))
    spanish = make_post(13, title="Ganan", content="Breve.", more=group + term("language", "Español", "es"))
    one, other = (r.releases[0] for r in rows_of(read_text(tmp_path, make_export(english, spanish))))
    assert one.translations == (f"{SITE}/2014/10/post-13/",) and other.translations == (f"{SITE}/2014/10/post-12/",)
    assert (one.language, other.language) == ("en", "es") and one.topics == ()


def test_wpml_pairs_know_each_other_and_their_language(tmp_path):
    def told(code):
        return meta("_wpml_import_translation_group", "g7") + meta("_wpml_import_language_code", code)

    rows = make_post(12, content=LEDE, more=told("en")), make_post(13, content="Breve.", more=told("es"))
    one, other = (r.releases[0] for r in rows_of(read_text(tmp_path, make_export(*rows))))
    assert one.translations == (f"{SITE}/2014/10/post-13/",) and other.language == "es"


def test_a_spanish_post_on_an_english_site_is_spanish(tmp_path):
    content = (
        "La junta votó el lunes para mantener la calefacción en todos los edificios del puerto durante el invierno."
    )
    assert read_post(tmp_path, content, title="Las inquilinas ganan").releases[0].language == "es"


def test_a_page_is_a_release_only_where_it_reads_as_one(tmp_path):
    about = read_post(tmp_path, "We are a union of tenants. " * 9, title="About us", post_type="page")
    assert not about.releases and about.leftovers
    said = read_post(tmp_path, f"FRESNO, Calif., Oct. 9, 2014 — {LEDE}\n\n###", post_type="page")
    assert said.releases[0].place == "FRESNO, Calif." and [d.code for d in said.releases[0].doubts] == ["page"]


def test_a_type_of_the_sites_own_for_the_press_is_read_as_posts_are(tmp_path):
    assert read_post(tmp_path, post_type="press_release").releases[0].doubts == ()
    assert not read_post(tmp_path, post_type="product").releases


@pytest.mark.parametrize("kind", ["nav_menu_item", "revision", "custom_css", "wp_template", "acf-field", "feedback"])
def test_rows_that_nobody_read_are_no_releases_and_say_why(tmp_path, kind):
    reading = read_post(tmp_path, post_type=kind, status="publish")
    assert not reading.releases and not reading.leftovers and "heat" in reading.text


def test_an_uploaded_document_that_no_post_has_is_shown_to_a_person(tmp_path):
    (orphan,) = rows_of(read_text(tmp_path, make_export(make_upload(30, "061214 Release FINAL.pdf"))))
    (owned,) = rows_of(read_text(tmp_path, make_export(make_upload(30, "Release.pdf", 12))))
    assert orphan.leftovers and not owned.leftovers


def test_comments_are_peoples_and_never_read_into_the_release(tmp_path):
    comment = (
        "<wp:comment><wp:comment_author>Neighbor</wp:comment_author><wp:comment_author_email>n@home.example"
        "</wp:comment_author_email><wp:comment_content><![CDATA[I live in 4B.]]></wp:comment_content></wp:comment>"
    )
    reading = read_post(tmp_path, more=comment)
    assert "4B" not in reading.releases[0].text and "4B" not in (reading.releases[0].markup or "")
    assert any(m.why == "a reader's comment" and "4B" in reading.text[slice(*m.span)] for m in reading.marks)
    assert not reading.leftovers and "n@home.example" not in reading.text


def test_a_field_that_a_person_wrote_is_left_over_and_a_programs_is_not(tmp_path):
    more = meta("side_note", "Ask the owners about the boiler first") + meta("views", "1203") + meta("_edit_last", "1")
    reading = read_post(tmp_path, more=more + meta("subtitle", "Nine cold winters end"))
    assert [each.text for each in reading.leftovers] == ["Ask the owners about the boiler first"]
    assert reading.releases[0].subheadline == "Nine cold winters end"


def test_a_post_whose_text_a_plugin_keeps_is_read_from_there(tmp_path):
    (release,) = read_post(tmp_path, "", more=meta("release_body", f"<p>{LEDE}</p><p>{LEDE.upper()}</p>")).releases
    assert release.text.startswith(LEDE) and release.basis["text"] == "the field release_body"


def test_a_post_with_an_excerpt_alone_is_a_teaser(tmp_path):
    (release,) = read_post(tmp_path, "", excerpt="The board voted on Monday.").releases
    assert release.teaser and release.text == "The board voted on Monday."


def test_an_empty_row_is_no_release(tmp_path):
    assert not read_post(tmp_path, "", title="", status="auto-draft").releases


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)" onclick="x()">now</a>',
        "<img src=x onerror=alert(1)>",
    ],
)
def test_nothing_that_a_browser_runs_is_in_the_markup(tmp_path, attack):
    markup = read_post(tmp_path, f"<p>{LEDE}</p>{attack}").releases[0].markup
    assert "script" not in markup and "onclick" not in markup and "onerror" not in markup


def test_each_row_keeps_its_own_bytes(tmp_path):
    readings = rows_of(read_text(tmp_path, make_export(make_post(12), make_post(13, title="Another"))))
    assert [b"Another" in reading.data for reading in readings] == [False, True]
    assert all(reading.data.startswith(b"<item>") and reading.data.endswith(b"</item>") for reading in readings)


def test_accounts_and_categories_of_the_site_are_marks(tmp_path):
    readings = read_text(tmp_path, make_export(make_post()))
    frame = readings[-1]
    assert frame.source.endswith("export.xml › the site") and not frame.releases and not frame.leftovers
    assert {m.why for m in frame.marks} >= {
        "about the site",
        "an account of the site",
    } and "News & statements" in frame.text
