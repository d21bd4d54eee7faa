"""Shared fixtures: a folder of its own for each test, a server, a browser. Builders are in `build`."""

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

DATABASE = {"db", "transactional_db"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that has a page in a browser, and every one that asks the database."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
        if {"page", "chromium"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory) -> None:
    """Keep SQLite in a file, as it is kept in earnest: WAL, and readable from the server's threads."""
    from django.db import connections

    for connection in connections.all():
        if connection.vendor == "sqlite":
            folder = tmp_path_factory.mktemp("database")
            connection.settings_dict["TEST"]["NAME"] = str(folder / "suite.sqlite3")


@pytest.fixture(autouse=True)
def public_root(tmp_path: Path, settings) -> Path:
    """Give each test its own public folder, and its own private one beside it."""
    settings.DATELINE_PUBLIC_ROOT = tmp_path / "var/public"
    settings.MEDIA_ROOT = tmp_path / "var/private"
    for folder in (settings.DATELINE_PUBLIC_ROOT, settings.MEDIA_ROOT):
        folder.mkdir(parents=True)
    return settings.DATELINE_PUBLIC_ROOT


@dataclass(frozen=True)
class Served:
    """The program as readers meet it."""

    url: str  # "http://127.0.0.1:49152", without a slash
    port: int


@pytest.fixture
def served(public_root: Path, transactional_db) -> Iterator[Served]:
    """Serve newsroom and desk on a free port. Without the worker: a test that wants debts paid calls `settle`."""
    yield from _serve(has_worker=False)


@pytest.fixture
def served_with_worker(public_root: Path, transactional_db) -> Iterator[Served]:
    """The same, and the worker pays what other processes owe."""
    yield from _serve(has_worker=True)


def _serve(*, has_worker: bool) -> Iterator[Served]:
    from dateline.serving.app import App
    from dateline.serving.serve import Server, take_port

    taken = take_port("127.0.0.1", 0)
    port = taken.getsockname()[1]
    is_ready = threading.Event()
    server = Server(App(has_worker=has_worker), is_ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    assert is_ready.wait(20), "the server did not start"
    yield Served(f"http://127.0.0.1:{port}", port)
    server.should_exit = True
    thread.join(20)
    assert not thread.is_alive(), "the server did not stop"


@pytest.fixture(scope="session")
def desk_static() -> None:
    """Collect the desk's own style and scripts, once for all tests of this process."""
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)


@pytest.fixture(scope="module")  # not longer: while it lives, its event loop keeps other tests from running one
def chromium() -> Iterator[object]:
    """Start Debian's Chromium; skip, and say so, where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    # The browser's own event loop runs in this thread, which Django takes for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium, desk_static) -> Iterator[object]:
    """Open a page in a browser that has seen nothing yet: no cookie, no cache."""
    context = chromium.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()
