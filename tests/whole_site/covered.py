"""The one table of all that the public site consists of, each with a file of the newsroom that is told and its tests.

Laws 2, 3 and 6 are tried on the whole folder of that newsroom (`test_laws.py`). What it has not, they don't reach: so
whoever makes a new kind of output, address, page or file adds it to `told.py` and here.
"""

from dataclasses import dataclass

LAWS = {
    2: "whole_site/test_laws.py::test_law_2_what_is_not_public_changes_no_byte_of_any_output",
    3: "whole_site/test_laws.py::test_law_3_every_output_is_step_by_step_what_it_is_from_nothing",
    6: "whole_site/test_laws.py::test_law_6_every_address_that_was_ever_public_answers",
}
BAKERS = "2024/05/bakers-win-a-nights-rest-a-door-that-opens"

# Kind of output (`publishing.addresses.Output`) → a file that it lays.
OUTPUTS = {
    "release": f"{BAKERS}/index.html",
    "pdf": f"{BAKERS}/versions/1/release.pdf",
    "share": f"{BAKERS}/share.png",
    "front": "es/index.html",
    "archive": "archive/index.html",
    "feed": "topics/heat/feed.atom",
    "sitemaps": "sitemap-pages.xml",
    "sitemap": "sitemap-es-2024-05.xml",
    "news": "sitemap-news.xml",
    "month": "2024/05/index.html",
    "year": "2023/index.html",
    "topic": "topics/night-work/2024/index.html",
    "topics": "topics/index.html",
    "kind": "es/kinds/comunicados-de-prensa/index.html",
    "addressee": "addressed/senator-okafor/index.html",
    "addressees": "addressed/index.html",
    "organization": "organizations/harbor-tenants-union/index.html",
    "organizations": "organizations/index.html",
    "coverage": "coverage/2024/index.html",
    "press": "press/logo-black.jpg",
    "missing": "es/404.html",
    "maps": "_maps/nginx/then.map",
    "assets": "assets/*.css",
}
# Owed like outputs, but no file: which test shows that the laws hold of them.
OWED_ONLY = {
    "room": LAWS[3],  # its outputs, one by one
    "prints": "publishing/test_slow_outputs.py::test_the_first_start_leaves_the_slow_ones_to_the_worker_and_loses_none",
    "places": LAWS[3],  # which newsroom lists what
    "search": "laws/test_law2_nothing_before_its_time.py::test_the_index_holds_no_word_of_what_is_not_public",
    "findable": "laws/test_law2_nothing_before_its_time.py::test_the_index_holds_no_word_of_what_is_not_public",
}
# Kind of stop in the ledger → an address of it; "" for one that no row has: it shares the fate of what it lies beneath.
STOPS = {
    "release": f"/{BAKERS}/",
    "version": "",
    "attachment": f"/{BAKERS}/agreement.txt",
    "month": "/2024/05/",
    "year": "/2023/",
    "topic": "/topics/night-work/",
    "kind": "/kinds/statements/",
    "addressee": "/addressed/senator-okafor/2024/",
    "organization": "/organizations/harbor-tenants-union/",
    "coverage": "/coverage/2024/",
    "press": "/press/logo-black.jpg",
    "newsroom": "",
}


@dataclass(frozen=True)
class Ending:
    """Files of one ending: the test that holds them against their format."""

    example: str
    held_by: str


ENDINGS = {
    "html": Ending("index.html", "whole_site/test_html.py::test_every_page_and_stylesheet_is_what_the_standard_allows"),
    "css": Ending(
        "assets/*.css", "whole_site/test_html.py::test_every_page_and_stylesheet_is_what_the_standard_allows"
    ),
    "atom": Ending(
        "feed.atom", "whole_site/test_feeds_and_sitemaps.py::test_every_file_in_xml_is_what_its_specification_allows"
    ),
    "rss": Ending(
        "feed.rss", "whole_site/test_feeds_and_sitemaps.py::test_every_file_in_xml_is_what_its_specification_allows"
    ),
    "xml": Ending(
        "sitemap.xml", "whole_site/test_feeds_and_sitemaps.py::test_every_file_in_xml_is_what_its_specification_allows"
    ),
    "json": Ending(
        f"{BAKERS}/release.json", "whole_site/test_data.py::test_every_release_as_data_is_what_ninjs_allows"
    ),
    "ics": Ending("*/advisory.ics", "whole_site/test_data.py::test_every_calendar_file_is_what_rfc_5545_allows"),
    "map": Ending(
        "_maps/nginx/then.map", "serving/test_behind_web_servers.py::test_every_address_answers_as_the_program_does"
    ),
    "txt": Ending(f"{BAKERS}/release.txt", "whole_site/test_data.py::test_no_plain_text_has_markup_in_it"),
    "pdf": Ending(f"{BAKERS}/release.pdf", "whole_site/test_pdfs.py::test_every_pdf_can_be_read_by_a_screen_reader"),
    "png": Ending(
        f"{BAKERS}/share.png",
        "whole_site/test_pdfs.py::test_every_picture_shows_something_and_says_nothing_of_its_camera",
    ),
    "jpg": Ending(
        f"{BAKERS}/picture-1.jpg",
        "whole_site/test_pdfs.py::test_every_picture_shows_something_and_says_nothing_of_its_camera",
    ),
}
# The theme: which page of the newsroom shows a template, whole or as a part; typst's sheets the same.
TEMPLATES = {
    "about.html": f"{BAKERS}/index.html",
    "archive.html": "archive/index.html",
    "assets.html": "index.html",
    "atom.xml": "feed.atom",
    "blocks.html": f"{BAKERS}/index.html",
    "contacts.html": "index.html",
    "coverage.html": "coverage/index.html",
    "entries.html": "index.html",
    "event.html": "2024/05/tenants-to-gather-at-the-board/index.html",
    "feed_text.html": "feed.rss",
    "foot.html": "index.html",
    "for_print.html": f"{BAKERS}/index.html",
    "frame.html": "index.html",
    "front.html": "index.html",
    "masthead.html": "index.html",
    "month.html": "2024/05/index.html",
    "names.html": "addressed/index.html",
    "narrowed.html": "kinds/statements/index.html",
    "neighbours.html": "2024/05/index.html",
    "newest_only.html": "kinds/statements/2024/index.html",
    "not_found.html": "404.html",
    "press.html": "press/index.html",
    "release.html": f"{BAKERS}/index.html",
    "release_head.html": f"{BAKERS}/index.html",
    "removals.html": "2024/05/to-those-who-decide/index.html",
    "removed.html": "_gone/2024/05/to-those-who-decide/removed/index.html",
    "reports.html": f"{BAKERS}/index.html",
    "rss.xml": "es/feed.rss",
    "search.html": "search/found.html",
    "search_box.html": "archive/index.html",
    "sitemap.xml": "sitemap-en-2024-05.xml",
    "sitemap_index.xml": "sitemap.xml",
    "sitemap_news.xml": "sitemap-news.xml",
    "topic.html": "topics/night-work/index.html",
    "topics.html": "topics/index.html",
    "withdrawn.html": "_gone/2024/05/ovens-are-cold/index.html",
    "year.html": "2024/index.html",
    "years.html": "topics/night-work/index.html",
}
SHEETS = {
    "letter.typ": "",  # asks whether the fonts have a letter; lays no file
    "loss.typ": "",  # the desk's report of an import; nothing public
    "release.typ": f"{BAKERS}/release.pdf",
    "share.typ": f"{BAKERS}/share.png",
}
