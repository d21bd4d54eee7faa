"""The environment: every DATELINE_* variable once, with its type, its default and why."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Environment:
    """What the process was told from outside."""

    var: Path  # DATELINE_VAR: everything that is kept: database, originals, public files. One folder to back up.
    database_url: str  # DATABASE_URL: the name that hosts use; SQLite in `var` where it is not set.
    secret_key: str  # DATELINE_SECRET_KEY: signs desk sessions; "" lets development make one and keep it in `var`.
    site_address: str  # DATELINE_SITE_ADDRESS: "https://press.example"; "" until the newsroom has a name of its own.
    hosts: tuple[str, ...]  # DATELINE_HOSTS: names under which the desk answers.
    import_folders: tuple[
        Path, ...
    ]  # DATELINE_IMPORT_FOLDERS: what the desk may import from this server; none unless named.
    upload_bytes: int  # DATELINE_UPLOAD_MB: the most that one import may upload, so that nobody fills the disk.
    hub: str  # DATELINE_HUB: a WebSub hub that is told when a feed changes; "" tells nobody: a hub is a third party.


def read_environment() -> Environment:
    """Read the process's environment once.

    Raises ValueError, in a sentence, where a value can't be meant.
    """
    var = Path(os.environ.get("DATELINE_VAR", "var")).absolute()
    address = os.environ.get("DATELINE_SITE_ADDRESS", "").rstrip("/")
    if address and not address.startswith(("http://", "https://")):
        raise ValueError(f"DATELINE_SITE_ADDRESS is {address!r}; it needs its scheme, as in https://press.example")
    hub = os.environ.get("DATELINE_HUB", "")
    if hub and not hub.startswith(("http://", "https://")):
        raise ValueError(f"DATELINE_HUB is {hub!r}; it needs its scheme, as in https://hub.example/")
    if hub and not address:
        raise ValueError(
            "DATELINE_HUB is set but DATELINE_SITE_ADDRESS is not. A hub fetches feeds by their whole address: set both."
        )
    folders = [part for part in os.environ.get("DATELINE_IMPORT_FOLDERS", "").split(os.pathsep) if part]
    if relative := [folder for folder in folders if not Path(folder).is_absolute()]:
        raise ValueError(f"DATELINE_IMPORT_FOLDERS names {relative[0]!r}; write whole paths, as in /srv/archive")
    upload_mb = os.environ.get("DATELINE_UPLOAD_MB", "2000")
    if not upload_mb.isascii() or not upload_mb.isdigit():
        raise ValueError(f"DATELINE_UPLOAD_MB is {upload_mb!r}; it is a whole number of megabytes, as in 2000")
    hosts = os.environ.get("DATELINE_HOSTS", "127.0.0.1,localhost,[::1]")
    return Environment(
        var=var,
        database_url=os.environ.get("DATABASE_URL", f"sqlite:///{var / 'dateline.sqlite3'}"),
        secret_key=os.environ.get("DATELINE_SECRET_KEY", ""),
        site_address=address,
        hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
        import_folders=tuple(map(Path, folders)),
        upload_bytes=int(upload_mb) * 1_000_000,
        hub=hub,
    )
