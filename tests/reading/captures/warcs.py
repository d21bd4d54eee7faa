"""Builds WARC files, record by record, as crawlers write them and as they break."""

import gzip
from dataclasses import dataclass
from hashlib import sha1

PAGE = """FOR IMMEDIATE RELEASE

{headline}

RIVERTON, {date} — The Riverton Tenants' Union said on Thursday that {words}. Some two hundred families signed the letter.

###
"""


def page(
    headline: str = "Tenants win repairs", date: str = "October 9, 2014", words: str = "the repairs begin"
) -> bytes:
    """Give the text of a release."""
    return PAGE.format(headline=headline, date=date, words=words).encode()


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    body: bytes = b""
    status: str = "200 OK"
    type: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()

    def block(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status}", f"Content-Type: {self.type}", *(f"{n}: {v}" for n, v in self.headers)]
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + self.body


def record(kind: str, address: str, date: str, block: bytes, **more: str) -> bytes:
    """Give one record, not compressed."""
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": date,
        "WARC-Record-ID": f"<urn:uuid:{sha1(block + date.encode() + address.encode()).hexdigest()}>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return head.encode() + b"\r\n" + block + b"\r\n\r\n"


def response(address: str, answer: Answer, date: str = "2015-01-01T00:00:00Z", **more: str) -> bytes:
    """Give the record of an answer."""
    digest = "sha1:" + sha1(answer.body).hexdigest()
    return record("response", address, date, answer.block(), **{"WARC_Payload_Digest": digest, **more})


def revisit(address: str, of: Answer, date: str, block: bytes | None = None) -> bytes:
    """Give the record that says: the same answer once more."""
    head = of.block().removesuffix(of.body) if block is None else block
    digest = "sha1:" + sha1(of.body).hexdigest()
    return record("revisit", address, date, head, WARC_Payload_Digest=digest)


def packed(*records: bytes) -> bytes:
    """Compress each record by itself, as the standard wants it."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
