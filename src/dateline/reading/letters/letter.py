"""Takes the bytes of a mail (RFC 5322, MIME) and gives what it says and what came with it."""

import binascii
import re
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from dateline.reading.decode import decode
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_DOCUMENT_BYTES, MAX_PARTS
from dateline.reading.source import Source

DEEPEST = 30  # parts one in the other; more is an attack
_AUTOMATIC = re.compile(
    r"(?:out\s+of\s+(?:the\s+)?office|auto(?:matic|-?)\s*(?:reply|response)|undeliver|delivery\s+(?:status|failure|has\s+failed)|mail\s+delivery|returned\s+mail|read:|leído:"
    r"|respuesta\s+autom|fuera\s+de\s+(?:la\s+)?oficina|no\s+se\s+puede\s+entregar|r[eé]ponse\s+automatique|absence\s+du\s+bureau|resposta\s+autom|fora\s+do\s+escrit|automatische\s+antwort|abwesenheits)",
    re.IGNORECASE,
)
_SIGNS_ONLY = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "text/x-vcard",
    "text/vcard",
    "text/x-amp-html",
)
"""What programs add to a mail and nobody hands out."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with a mail."""

    name: str  # its last part alone, without signs that lead elsewhere
    content: bytes
    cid: str = ""  # what the mail's HTML calls it, where it stands in the text
    is_inline: bool = False  # shown in the text, not handed out


@dataclass(slots=True)
class Letter:
    """A mail as its reader has it."""

    subject: str = ""
    sent_on: date | None = None  # its Date header's day as printed there
    identifier: str | None = None  # Message-ID
    is_answer: bool = False  # to another mail
    is_automatic: bool = False  # nobody wrote it: out of office, could not be delivered
    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    inner: list[bytes] = field(default_factory=list)  # mails inside it
    count: int = 0  # of its parts


def letter_of(source: Source) -> Letter:
    """Take a mail apart; raise `Unreadable` where it is encrypted, or nested as no mail is."""
    data = source.content(MAX_DOCUMENT_BYTES)
    try:
        # Not the newer policy: its parser of fields raises a dozen kinds of errors on mangled ones, and is slow on long ones.
        message = message_from_bytes(data, policy=policy.compat32)
        letter = Letter(
            subject=_words(message, "subject"),
            sent_on=_day(message),
            identifier=_words(message, "message-id").strip("<> ") or None,
            is_answer=bool(message.get("in-reply-to")),
        )
        letter.is_automatic = _is_automatic(message, letter.subject)
        _take(message, letter, source, 0)
    except (RecursionError, MessageError) as error:
        raise _nested(source) from error
    return letter


def _take(part: Message, letter: Letter, source: Source, depth: int) -> None:
    letter.count += 1
    if depth > DEEPEST or letter.count > MAX_PARTS:
        raise _nested(source)
    kind = part.get_content_type()
    if kind == "multipart/encrypted" or (kind.endswith("pkcs7-mime") and part.get_param("smime-type") != "signed-data"):
        todo = "Open it in the program that has the key, save its text, and read that."
        raise Unreadable("This mail is encrypted.", source.name, todo)
    payload = part.get_payload() if part.is_multipart() else None
    if kind in ("message/rfc822", "message/global") and isinstance(payload, list):
        letter.inner += [
            each.as_bytes(policy=policy.compat32.clone(max_line_length=None))
            for each in payload
            if isinstance(each, Message)
        ]
    elif isinstance(payload, list):
        inner = [each for each in payload if isinstance(each, Message)]
        before = len(letter.plain), len(letter.html)
        for each in inner:
            _take(each, letter, source, depth + 1)
        if kind == "multipart/alternative":  # the last of each kind is the fullest
            letter.plain[before[0] :] = letter.plain[before[0] :][-1:]
            letter.html[before[1] :] = letter.html[before[1] :][-1:]
    elif kind not in _SIGNS_ONLY and not kind.startswith("message/"):
        _keep(part, kind, letter, source)


def _keep(part: Message, kind: str, letter: Letter, source: Source) -> None:
    content = part.get_payload(decode=True)
    content = content if isinstance(content, bytes) else b""
    name = _file_name(part)
    is_handed_out = (part.get_content_disposition() or "") == "attachment"
    if kind in ("text/plain", "text/html") and not is_handed_out and not name:
        try:
            text = decode(content, source.name, stated=part.get_content_charset()).text.replace("\r\n", "\n")
        except Unreadable:
            text = content.decode("latin-1")
        if kind == "text/html":
            letter.html.append(text)
        else:
            letter.plain.append(_flowed(text) if part.get_param("format") == "flowed" else text)
    elif content:
        cid = str(part.get("content-id") or "").strip("<> ")
        is_inline = bool(cid) and not is_handed_out and kind.startswith("image/")
        letter.files.append(File(name or f"{kind.partition('/')[0]}-{letter.count}", content, cid, is_inline))


def _flowed(text: str) -> str:
    """Join lines that were parted for sending (RFC 3676): they end with a space."""
    return re.sub(r"(?m)(?<=\S) \n(?=[^>\s])", " ", text.replace("\n-- \n", "\n--\u00a0\n")).replace(
        "--\u00a0\n", "-- \n"
    )


def _words(message: Message, name: str) -> str:
    """Give a field's words decoded (RFC 2047), folded to one line."""
    value = message.get(name)
    if value is None:
        return ""
    return _decoded(str(value))


def _decoded(value: str) -> str:
    try:
        pieces = decode_header(value)
    except (HeaderParseError, binascii.Error, ValueError):
        return " ".join(value.split())
    out = []
    for words, charset in pieces:
        if isinstance(words, str):
            out.append(words)
            continue
        try:
            out.append(words.decode(charset or "utf-8"))
        except (LookupError, ValueError):  # no such encoding, a name with NUL in it, other bytes
            out.append(words.decode("latin-1"))
    return " ".join("".join(out).split())


def _day(message: Message) -> date | None:
    try:
        return parsedate_to_datetime(_words(message, "date")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_automatic(message: Message, subject: str) -> bool:
    said = str(message.get("auto-submitted") or "no").partition(";")[0].strip().lower()
    return (
        said.startswith("auto-replied")
        or message.get("x-autoreply") is not None
        or message.get("x-autorespond") is not None
        or str(message.get("precedence") or "").strip().lower() == "auto_reply"
        or message.get_content_type() == "multipart/report"
        or _AUTOMATIC.match(subject) is not None
    )


_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def _file_name(part: Message) -> str:
    """Give the last part of a file's name, as no path and without signs that turn it around."""
    try:
        name = _decoded(part.get_filename() or "")
    except (ValueError, LookupError, TypeError, IndexError):  # parameters cut into pieces that don't fit
        name = ""
    return _UNSAFE.sub("", name.replace("\\", "/").rpartition("/")[2]).strip().lstrip(".")[:200]


def _nested(source: Source) -> Unreadable:
    what = f"This mail has too many parts, or more than {DEEPEST} one in the other."
    return Unreadable(what, source.name, "Open it in a mail program, save the release as a text, and read that.")
