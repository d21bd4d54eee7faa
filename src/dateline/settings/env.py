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
    hosts = os.environ.get("DATELINE_HOSTS", "127.0.0.1,localhost,[::1]")
    return Environment(
        var=var,
        database_url=os.environ.get("DATABASE_URL", f"sqlite:///{var / 'dateline.sqlite3'}"),
        secret_key=os.environ.get("DATELINE_SECRET_KEY", ""),
        site_address=address,
        hosts=tuple(host.strip() for host in hosts.split(",") if host.strip()),
        hub=hub,
    )
