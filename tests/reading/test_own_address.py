"""A saved page may say in its first line where it stood; and a text, where its files lie."""

import pytest

from dateline.reading.decode import Text
from dateline.reading.partition import check
from dateline.reading.printed import read_printed

LIST = """Press releases

Tenants Win Heat
(May 6, 2024, Port Ellery) – The board voted four to one on Monday to keep the heat on, said the union.
Continue reading

Tenants Win Water
(May 2, 2024, Port Ellery) – The board voted four to one on Monday to keep the water on, said the union.
Continue reading
"""
ONE = """Tenants Win Heat
May 6, 2024

PORT ELLERY — The board voted four to one on Monday to keep the heat on, said the union.

The order: https://old.example/files/050624%20Order.pdf?download=1

###
"""


def read(text: str):
    reading = read_printed(Text("a.txt", text))
    check(text, reading)
    return reading


@pytest.mark.parametrize(
    "line",
    [
        "https://old.example/press?page=5",
        "URL: https://old.example/press?page=5",
        "Fuente: <https://old.example/press?page=5>",
    ],
)
def test_a_list_says_where_it_stood_and_reads_as_it_would_without(line):
    plain, said = read(LIST), read(f"{line}\n\n{LIST}")
    assert said.address == "https://old.example/press?page=5"
    assert said.marks[0].why == "the page's own address"
    assert [record.headline for record in said] == [record.headline for record in plain]
    assert [record.text for record in said] == [record.text for record in plain]
    assert all(record.address is None for record in said)
    assert said.to_json()["address"] and "address" not in plain.to_json()


def test_a_page_of_one_release_is_that_releases_own():
    (record,) = read(f"https://old.example/node/7\n{ONE}")
    assert record.address == "https://old.example/node/7"


@pytest.mark.parametrize(
    "first", ["See https://old.example/press for more", "https://old.example/a b c", "mailto:press@old.example"]
)
def test_a_line_that_says_more_is_no_address_of_the_page(first):
    assert read(f"{first}\n\n{LIST}").address is None


def test_a_file_that_the_text_links_is_known_by_its_web_address():
    (record,) = read(ONE)
    assert record.attachments == ("050624 Order.pdf",)
    assert record.files_at == {"050624 Order.pdf": "https://old.example/files/050624%20Order.pdf"}
