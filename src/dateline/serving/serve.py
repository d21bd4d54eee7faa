"""The process that answers: an address in, requests answered until it is told to stop."""

import errno
import signal
import socket
from collections.abc import Callable

import uvicorn

from dateline.releases.refused import Refused
from dateline.serving.app import App
from dateline.serving.hot import hot_protocol


def take_port(host: str, port: int) -> socket.socket:
    """Take the port, before any other work is done for nothing. Raises Refused where that is not possible."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(socket.SOMAXCONN)
    except OSError as error:
        taken.close()
        raise Refused(f"port {port}", [_sentence(error, host, port)]) from error
    return taken


def serve(app: App, taken: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until SIGTERM or SIGINT; `ready` is called once, when the first request would be answered."""
    # The server ends in order and then raises the signal again, for whoever runs it; here nobody else has to hear.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, frame: None)
    Server(app, ready).run(sockets=[taken])


class Server(uvicorn.Server):
    """The HTTP server around an app; in a thread of its own it ends when `should_exit` is set."""

    def __init__(self, app: App, ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=hot_protocol(app.find),
                access_log=False,  # nothing of a reader is kept: no address, no browser, no query
                log_config=None,
                log_level="warning",
                server_header=False,
                proxy_headers=False,
                lifespan="on",
                ws="none",
                timeout_keep_alive=20,
                timeout_graceful_shutdown=5,
            )
        )
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        self._ready()


def _sentence(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is in use, perhaps by another Dateline. Stop that, or choose another port: "
            f"`make run PORT={port + 1}`, or `dateline run --port {port + 1}`."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may be opened by root only. Choose one above 1023: `make run PORT=8000`."
    return f"{host} port {port} can't be opened: {error.strerror}."
