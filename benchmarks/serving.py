"""How fast is one page of 14.7 kB answered? The embedded server beside nginx, in turns, on this machine.

Needs Debian's `nginx-light` and `wrk`. Prints requests a second (median of the rounds) and the ratio; the goal is 0.4.
Then the same page with a query that means nothing, where 10,000 old addresses with a query are known.
nginx: one worker for fairness to one process, sendfile, open_file_cache, no access log, the same headers.
"""

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGE_BYTES = 14_700
CONNECTIONS = 32
GOAL = 0.4
OLD_ADDRESSES = 10_000
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)

NGINX = """
worker_processes {workers};
daemon off;
pid {scratch}/nginx.pid;
error_log /dev/null;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    open_file_cache max=1000 inactive=60s;
    open_file_cache_valid 1s;
    server_tokens off;
    client_body_temp_path {scratch}/body;
    proxy_temp_path {scratch}/proxy;
    fastcgi_temp_path {scratch}/fastcgi;
    uwsgi_temp_path {scratch}/uwsgi;
    scgi_temp_path {scratch}/scgi;
    types {{ text/html html; }}
    charset utf-8;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        add_header Cache-Control "public, max-age=60";
        add_header Content-Security-Policy "{policy}";
        add_header Referrer-Policy no-referrer;
        add_header X-Content-Type-Options nosniff;
    }}
}}
"""

DATELINE = """
from dateline.settings import ready
from dateline.serving.app import App
from dateline.serving.serve import serve, take_port
serve(App(has_worker=False), take_port("127.0.0.1", {port}), lambda: None)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"Nothing answers on port {port}.")


def requests_a_second(port: int, seconds: int, query: str = "") -> float:
    told = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://127.0.0.1:{port}/2014/10/a-release/{query}"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    if "Non-2xx" in told:
        sys.exit(told)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=int, default=3, help="of each round")
    options.add_argument("--nginx-workers", default="1")
    asked = options.parse_args()
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx or not shutil.which("wrk"):
        print("Skipped: nginx or wrk is missing. On Debian: apt-get install nginx-light wrk")
        return
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        scratch.chmod(0o755)  # nginx's worker isn't root
        page = scratch / "var/public/2014/10/a-release/index.html"
        page.parent.mkdir(parents=True)
        page.write_bytes(b"<!doctype html>" + os.urandom(PAGE_BYTES // 2).hex().encode()[: PAGE_BYTES - 15])
        old = scratch / "var/public/_maps/first.txt"
        old.parent.mkdir()
        old.write_text("".join(f"/index.php?id={number}\n" for number in range(OLD_ADDRESSES)))
        ports = {"nginx": free_port(), "dateline": free_port()}
        conf = scratch / "nginx.conf"
        conf.write_text(
            NGINX.format(
                workers=asked.nginx_workers,
                scratch=scratch,
                port=ports["nginx"],
                root=scratch / "var/public",
                policy=POLICY,
            )
        )
        environment = os.environ | {"DATELINE_VAR": str(scratch / "var")}
        running = [
            subprocess.Popen([nginx, "-c", str(conf)], stderr=subprocess.DEVNULL),
            subprocess.Popen([sys.executable, "-c", DATELINE.format(port=ports["dateline"])], env=environment),
        ]
        try:
            measured: dict[str, list[float]] = {name: [] for name in ports}
            queried: list[float] = []
            for port in ports.values():
                wait_for(port)
            for _ in range(asked.rounds):
                for name, port in ports.items():
                    measured[name].append(requests_a_second(port, asked.seconds))
                queried.append(requests_a_second(ports["dateline"], asked.seconds, "?page=5"))
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait()
    print(f"one page of {PAGE_BYTES:,} bytes, {CONNECTIONS} connections, median of {asked.rounds} × {asked.seconds} s")
    for name, rounds in measured.items():
        print(f"{name:<10}{statistics.median(rounds):>10,.0f} requests/s   ({min(rounds):,.0f}–{max(rounds):,.0f})")
    pairs = zip(measured["dateline"], measured["nginx"], strict=True)
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"ratio     {ratio:>10.2f}              (goal {GOAL})")
    ratio = statistics.median(theirs / ours for theirs, ours in zip(queried, measured["dateline"], strict=True))
    print(f"with a query {ratio:>7.2f}              of dateline without one, {OLD_ADDRESSES:,} old addresses known")


if __name__ == "__main__":
    main()
