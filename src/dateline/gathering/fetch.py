"""The process that fetches: `python -m dateline.gathering.fetch ADDRESS FILE BOUNDS` writes the WARC, prints what came of it.

A process of its own, since Scrapy's reactor runs once in each, and since what reads strangers' answers should be able to die.
It ends with the one that started it: that one holds its standard input open.
"""

import json
import logging
import os
import sys
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.reactor import install_reactor

from dateline.gathering.bounds import Bounds, bounds_from
from dateline.gathering.guard import Guard
from dateline.gathering.polite import NAME
from dateline.gathering.walker import Walker
from dateline.gathering.warc_file import Busy, WarcFile

BUSY_STATUS = 3  # the exit status that says: another process gathers the same


def settings_of(bounds: Bounds) -> dict[str, Any]:
    """Give Scrapy's settings: its extensions that open ports or read the environment are off."""
    return {
        "DATELINE_FIRST_WAIT": max(bounds.delay_seconds, 0.05) * 2,
        "DATELINE_LONGEST_WAIT": bounds.longest_wait_seconds,
        "USER_AGENT": f"{NAME}/{version('dateline')} (press room software; reads a press page because its office asked)",
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": NAME,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,  # behind a proxy nobody can see which address is reached
        "METAREFRESH_ENABLED": False,
        "REFERER_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "DOWNLOAD_HANDLERS": {"data": None, "file": None, "s3": None, "ftp": None},
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the guard knows better which hosts
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "dateline.gathering.polite.Robots": 100,
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "dateline.gathering.polite.Backoff": 550,
            "dateline.gathering.keeping.Keeping": 990,
        },
        "CONCURRENT_REQUESTS": 2,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": bounds.delay_seconds,
        "AUTOTHROTTLE_ENABLED": bounds.delay_seconds > 0,
        "AUTOTHROTTLE_START_DELAY": bounds.delay_seconds,
        "DOWNLOAD_TIMEOUT": bounds.seconds_an_answer,
        "DOWNLOAD_MAXSIZE": bounds.page_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "RETRY_TIMES": bounds.tries - 1,
        "REDIRECT_MAX_TIMES": 5,
        "CLOSESPIDER_TIMEOUT": bounds.minutes * 60,
        "URLLENGTH_LIMIT": 2_000,
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",  # in the order of the page
    }


def guard_connections(guard: Guard) -> None:
    """Let no connection of this process be made but to an address that the guard lets be reached.

    The last door: a name is looked up, and its number comes through here, so no later answer of a name server can differ.
    """
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from twisted.internet import reactor  # there is none before it is installed

    running: Any = reactor
    connect = running.connectTCP

    def guarded(host: str, port: int, *rest: Any, **more: Any) -> Any:
        if not guard.is_reached(host):
            what = f"Its name leads to {host}, inside a private network; nothing is fetched there"
            raise PermissionError(f"{what}. If it is your own press page, add --allow-private.")
        return connect(host, port, *rest, **more)

    running.connectTCP = guarded


def main(given: str, file: Path, bounds: Bounds) -> int:
    """Fetch, and print what came of it as JSON."""
    logging.disable(logging.CRITICAL)
    guard = Guard(given, bounds.also_from, bounds.allow_private)
    try:
        warc = WarcFile(file, f"{NAME} {version('dateline')}")
    except Busy:
        return BUSY_STATUS
    guard_connections(guard)
    process = AsyncCrawlerProcess(settings_of(bounds))
    crawler = process.create_crawler(Walker)
    process.crawl(crawler, guard=guard, bounds=bounds, warc=warc)
    process.start()
    walker = crawler.spider
    assert isinstance(walker, Walker)
    reason = crawler.stats.get_value("finish_reason") if crawler.stats else ""
    if reason == "closespider_timeout":
        walker.stopped = f"It stopped after {bounds.minutes:g} minutes, as many as were asked for (--minutes)."
    elif reason == "shutdown":
        return 130
    warc.close()
    print(
        json.dumps(
            {
                "pages": walker.pages,
                "files": walker.files,
                "stopped": walker.stopped,
                "not_fetched": walker.not_fetched,
            }
        )
    )
    return 0


def _end_with_starter() -> None:
    while os.read(0, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=_end_with_starter, daemon=True).start()
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), bounds_from(sys.argv[3])))
