"""A synthetic WordPress export of any size, always the same: releases of the benchmarks' archive with what exports hold beside them."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.ground.archive import Said, archive

_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Harbor Tenants Union</title><link>https://tenants.example</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
"""
_PLACES = ("LOS ANGELES", "FRESNO, Calif.", "OAKLAND", "SACRAMENTO")
_CALLED = ("Rosa Medina", "Omar Haddad", "Lucía Paredes", "Ines Carvalho", "Dana Whitfield")


def write_export(to: Path, rows: int) -> None:
    """Write an export of so many rows: of five, four are posts, and one is the attachment of a post above it."""
    with to.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for said in archive(rows * 4 // 5):
            file.writelines(_rows(said))
        file.write("</channel></rss>\n")


def write_feed(to: Path, entries: int) -> None:
    """Write the same releases as a feed with their full texts."""
    with to.open("w", encoding="utf-8") as file:
        file.write(_HEAD.replace("wordpress.org/export", "tenants.example/none"))
        for said in archive(entries):
            file.write(_entry(said))
        file.write("</channel></rss>\n")


def _entry(said: Said) -> str:
    return f"""<item><title>{said.headline}</title><link>https://tenants.example/{said.slug}/</link>
<guid isPermaLink="false">tag:{said.number}</guid><pubDate>{said.day:%a, %d %b %Y} 16:00:00 +0000</pubDate>
<description>{said.paragraphs[0][:120]} […]</description><content:encoded><![CDATA[{_content(said)}]]></content:encoded></item>
"""


def _rows(said: Said) -> Iterator[str]:
    number = said.number * 2 + 10
    yield _row(number, "post", said, _content(said), _terms(said) + _meta("_edit_last", "1"))
    if said.number % 4 == 0:
        file = f"{said.day:%Y/%m}/{said.slug}.pdf"
        more = f"<wp:attachment_url><![CDATA[https://tenants.example/files/{file}]]></wp:attachment_url>"
        yield _row(number + 1, "attachment", said, "", more + _meta("_wp_attached_file", file), parent=number)


def _content(said: Said) -> str:
    """Half of them as the block editor writes, half classic; a dateline, a contact and an end mark, as releases have."""
    day = f"{said.day:%B} {said.day.day}, {said.day.year}"
    called = _CALLED[said.number % len(_CALLED)]
    first, *rest = said.paragraphs
    every = [
        f"<strong>{_PLACES[said.number % len(_PLACES)]}, {day}</strong> — {first}",
        *rest,
        f"Media contact: {called}, (213) 555-010{said.number % len(_CALLED)}, press@tenants.example",
        "###",
    ]
    if said.number % 2:
        return "\n\n".join(every)
    return "\n\n".join(f"<!-- wp:paragraph -->\n<p>{each}</p>\n<!-- /wp:paragraph -->" for each in every)


def _terms(said: Said) -> str:
    return "".join(
        f'<category domain="category" nicename="{topic.lower().replace(" ", "-")}"><![CDATA[{topic}]]></category>'
        for topic in said.topics
    )


def _meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def _row(number: int, kind: str, said: Said, content: str, more: str, parent: int = 0) -> str:
    return f"""<item><title><![CDATA[{said.headline}]]></title><link>https://tenants.example/{said.slug}/</link>
<pubDate>{said.day:%a, %d %b %Y} 16:00:00 +0000</pubDate><dc:creator><![CDATA[desk]]></dc:creator>
<guid isPermaLink="false">https://tenants.example/?p={number}</guid><description></description>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[{said.day} 09:00:00]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{said.day} 16:00:00]]></wp:post_date_gmt><wp:comment_status>closed</wp:comment_status>
<wp:ping_status>closed</wp:ping_status><wp:post_name><![CDATA[{said.slug}]]></wp:post_name>
<wp:status><![CDATA[{"publish" if kind == "post" else "inherit"}]]></wp:status><wp:post_parent>{parent}</wp:post_parent>
<wp:menu_order>0</wp:menu_order><wp:post_type><![CDATA[{kind}]]></wp:post_type><wp:post_password></wp:post_password>
<wp:is_sticky>0</wp:is_sticky>{more}</item>
"""
