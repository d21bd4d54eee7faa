"""Which numbers are connected to, and which addresses are asked for."""

import pytest

from dateline.gathering.guard import Guard

PRESS = Guard("https://www.press.example/news", also_from=("files.example", "media.example:8443"))

NEVER = [
    "169.254.169.254", "169.254.0.1", "224.0.0.1", "239.255.255.250", "0.0.0.0", "255.255.255.255", "240.0.0.1", "fe80::1",
    "fe80::1%eth0", "ff02::1", "::", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "2002:7f00:1::", "64:ff9b::7f00:1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "", "localhost", "press.example", "127.1", "0x7f000001", "2130706433", "017700000001",
]  # fmt: skip
PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "::1",
    "fc00::1",
    "fd12::1",
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "2606:4700:4700::1111"]


@pytest.mark.parametrize("number", NEVER)
def test_what_is_no_host_of_the_web_is_never_reached_whoever_allows_it(number: str) -> None:
    assert not Guard("https://a.example").is_reached(number)
    assert not Guard("https://a.example", allow_private=True).is_reached(number)


@pytest.mark.parametrize("number", PRIVATE)
def test_a_private_number_is_reached_only_where_it_is_allowed(number: str) -> None:
    assert not Guard("https://a.example").is_reached(number)
    assert Guard("https://a.example", allow_private=True).is_reached(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_number_is_reached(number: str) -> None:
    assert Guard("https://a.example").is_reached(number)


@pytest.mark.parametrize(
    "address",
    [
        "https://press.example/a", "http://press.example/a", "https://www.press.example:443/", "https://PRESS.example./a",
        "http://www.press.example:80/a?b#c",
    ],
)  # fmt: skip
def test_the_host_that_was_given_is_asked_with_and_without_www(address: str) -> None:
    assert PRESS.complaint(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://press.example.evil.example/", "https://evilpress.example/", "https://press.example@evil.example/",
        "https://press.example:8080/", "https://press.example:22/", "ftp://press.example/", "file:///etc/passwd",
        "gopher://press.example/", "javascript:alert(1)", "//press.example/", "https://", "https://[::1/", "https://press.example:x/",
        "https://files.example/page", "https://sub.press.example/",
    ],
)  # fmt: skip
def test_every_other_address_is_refused_in_a_sentence(address: str) -> None:
    complaint = PRESS.complaint(address)
    assert complaint and complaint.endswith(".")


def test_files_come_from_the_hosts_that_were_named_at_their_ports() -> None:
    assert PRESS.complaint("https://files.example/a.pdf", is_file=True) is None
    assert PRESS.complaint("https://www.files.example/a.pdf", is_file=True) is None
    assert PRESS.complaint("https://media.example:8443/a.jpg", is_file=True) is None
    for other in ("https://files.example:8443/a.pdf", "https://media.example/a.jpg", "https://others.example/a.pdf"):
        assert PRESS.complaint(other, is_file=True)


def test_a_port_that_was_given_is_the_only_one() -> None:
    guard = Guard("http://intranet.example:8000/press", allow_private=True)
    assert guard.complaint("http://intranet.example:8000/a") is None
    for other in ("http://intranet.example/a", "http://intranet.example:8001/a", "https://intranet.example/a"):
        assert guard.complaint(other)


def test_a_host_with_letters_beyond_ascii_is_one_with_its_coded_form() -> None:
    guard = Guard("https://unión.example/prensa")
    assert guard.complaint("https://xn--unin-sqa.example/a") is None
