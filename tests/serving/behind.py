"""A web server of Debian's in front of the program, with the sample configuration and nothing else changed but places."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
NGINX = """
daemon off;
{user}
worker_processes 1;
pid {scratch}/nginx.pid;
error_log {scratch}/logs/error.log info;
{module}
events {{ worker_connections 256; }}
http {{
    access_log {scratch}/logs/access.log;  # as a machine may have it: the sample says no
    client_body_temp_path {scratch}/body;
    proxy_temp_path {scratch}/proxy;
    fastcgi_temp_path {scratch}/fastcgi;
    uwsgi_temp_path {scratch}/uwsgi;
    scgi_temp_path {scratch}/scgi;
{sample}
}}
"""


@dataclass(frozen=True)
class Said:
    """An answer, its headers by their names in small letters."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Front:
    """A server as readers meet it."""

    port: int
    is_nginx: bool
    logs: Path  # whatever it has written down, in whichever file of this folder
    process: subprocess.Popen
    reloads: list[str] | None  # how it is told; None by a signal

    def ask(self, raw: str, method: str = "GET", **headers: str) -> Said:
        """Ask for a raw path and query, as typed."""
        return ask(self.port, raw, method, **headers)

    def reload(self) -> None:
        """Have it read its configuration anew."""
        if self.reloads:
            subprocess.run(self.reloads, check=True, capture_output=True, cwd=self.logs)
        else:
            self.process.send_signal(signal.SIGHUP)
        time.sleep(0.5)


def ask(port: int, raw: str, method: str = "GET", **headers: str) -> Said:
    """Ask a server on this machine."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        connection.putrequest(method, raw, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
        return Said(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


def nginx(scratch: Path, root: Path, dateline: int) -> Iterator[Front]:
    """Start nginx with the sample; skip, and say so, where there is none."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.skip("no nginx here: apt-get install nginx-light libnginx-mod-http-brotli-static")
    port = free_port()
    sample = (DEPLOY / "nginx.conf").read_text()
    sample = _placed(sample, "/srv/dateline/var/public", str(root))
    sample = _placed(sample, "127.0.0.1:8000", f"127.0.0.1:{dateline}")
    sample = _placed(sample, "    listen [::]:80;\n", "")
    sample = _placed(sample, "listen 80;", f"listen 127.0.0.1:{port};")
    if not BROTLI.exists():
        sample = _placed(sample, "    brotli_static on;\n", "")
    (scratch / "logs").mkdir(parents=True)
    conf = scratch / "nginx.conf"
    conf.write_text(
        NGINX.format(
            user="user root;" if os.getuid() == 0 else "",
            scratch=scratch,
            module=f"load_module {BROTLI};" if BROTLI.exists() else "",
            sample=sample,
        )
    )
    yield from _running([program, "-p", str(scratch), "-c", str(conf)], port, scratch)


def caddy(scratch: Path, root: Path, dateline: int) -> Iterator[Front]:
    """Start Caddy with the sample; skip, and say so, where there is none."""
    program = shutil.which("caddy")
    if program is None:
        pytest.skip("no caddy here: apt-get install caddy")
    port = free_port()
    sample = (DEPLOY / "Caddyfile").read_text()
    sample = _placed(sample, "/srv/dateline/var/public", str(root))
    sample = _placed(sample, "127.0.0.1:8000", f"127.0.0.1:{dateline}")
    sample = _placed(sample, "press.example.org {", f"http://:{port} {{\n\tbind 127.0.0.1")
    admin = f"127.0.0.1:{free_port()}"
    sample = _placed(sample, "{\n\tlog default", f"{{\n\tauto_https off\n\tadmin {admin}\n\tlog default")
    (scratch / "logs").mkdir(parents=True)
    conf = scratch / "Caddyfile"
    conf.write_text(sample)
    named = ["--adapter", "caddyfile", "--config", str(conf)]
    yield from _running([program, "run", *named], port, scratch, [program, "reload", "--address", admin, *named])


def _running(command: list[str], port: int, scratch: Path, reload: list[str] | None = None) -> Iterator[Front]:
    environment = {**os.environ, "HOME": str(scratch), "XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)}
    told = scratch / "logs/told.log"
    with told.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=environment)
    try:
        for _ in range(200):
            if process.poll() is not None:
                raise AssertionError(f"{command[0]} did not start:\n{told.read_text()}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise AssertionError(f"{command[0]} does not answer:\n{told.read_text()}")
        yield Front(port, "nginx" in command[0], scratch / "logs", process, reload)
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """Give a port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _placed(sample: str, ours: str, here: str) -> str:
    assert ours in sample, f"the sample no longer says {ours!r}"
    return sample.replace(ours, here)
