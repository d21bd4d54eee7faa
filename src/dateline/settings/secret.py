"""A secret that is made once and kept in a file that only its owner can read."""

import os
import secrets
from pathlib import Path


def kept_secret(file: Path, size_bytes: int = 32) -> str:
    """Give the secret kept in `file`, making it, with mode 600, the first time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(descriptor, "w") as opened:
        made = secrets.token_urlsafe(size_bytes)
        opened.write(made + "\n")
    return made
