"""What may stand in an href: web addresses, phones and mail, and nothing that runs."""

import html
import re
from functools import lru_cache
from urllib.parse import quote, urljoin

_EXTENSION = re.compile(r"(?:\b(?:ext|extension|x|int|anexo)\b\.?|#)\s*(\d{1,6})\s*$", re.IGNORECASE)
_LINK = re.compile(r'<a href="([^"]*)"')  # the one form in which sanitised markup has links
_LEAST_DIGITS = 3  # "911" is a phone, "2nd floor" is not


@lru_cache(maxsize=4096)
def tel_address(phone: str) -> str:
    """Give the tel: address of a phone as printed (RFC 3966), or "" where it holds no number."""
    extension = _EXTENSION.search(phone)
    printed = phone[: extension.start()] if extension else phone
    digits = "".join(re.findall(r"[0-9]", printed))
    if len(digits) < _LEAST_DIGITS:
        return ""
    plus = "+" if printed.lstrip(" (").startswith("+") else ""
    return f"tel:{plus}{digits}" + (f";ext={extension.group(1)}" if extension else "")


@lru_cache(maxsize=4096)
def mail_address(email: str) -> str:
    """Give the mailto: address of a mailbox (RFC 6068), or "" where it is none."""
    local, at, host = email.strip().rpartition("@")
    if not (local and at and host) or any(letter.isspace() for letter in email.strip()):
        return ""
    return f"mailto:{quote(local, safe='+.!*')}@{quote(host, safe='.')}"


@lru_cache(maxsize=4096)
def web_address(url: str) -> str:
    """Give an organization's address if it is one of the web's; "" for anything else a browser would run."""
    return url if re.match(r"https?://[^\s<>\"]+$", url, re.IGNORECASE) else ""


def absolute_links(markup: str, base: str) -> str:
    """Make the links of sanitised markup whole, for readers who meet it elsewhere; `base` is the page's own address."""
    return _LINK.sub(lambda link: f'<a href="{html.escape(urljoin(base, html.unescape(link[1])))}"', markup)
