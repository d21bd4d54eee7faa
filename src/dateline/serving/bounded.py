"""What the desk takes in at once, bounded before anything of it is kept: a request in, the same or a refusal out."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from dateline.serving.sending import Receive, Scope, Send, send_line

FORM_BYTES = 1_000_000  # of a form's own fields and the marks between its files
TOO_LARGE = "This is larger than the desk takes at once. Import it in parts, or from a folder of the server."


class TooLarge(Exception):
    """More came than is taken; nothing of it is kept."""


def arrive_in_private() -> None:
    """Let what arrives wait in private storage, not in a /tmp that may be memory; empty it of what a kill left."""
    folder = Path(settings.MEDIA_ROOT) / "arriving"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    tempfile.tempdir = str(folder)


def most_bytes() -> int:
    """Say how large a request may be."""
    return int(settings.DATELINE_UPLOAD_BYTES) + FORM_BYTES


def is_said_too_large(scope: Scope) -> bool:
    """Say whether a request announces more than is taken."""
    said = dict(scope["headers"]).get(b"content-length", b"")
    return said.isdigit() and int(said) > most_bytes()


def bounded(receive: Receive) -> Receive:
    """Give the same way to receive, which raises TooLarge when more comes than is taken, whatever was announced."""
    left = most_bytes()

    async def _receive():
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise TooLarge
        return message

    return _receive


async def refuse(send: Send) -> None:
    """Answer that it is too much."""
    await send_line(413, TOO_LARGE, send)
