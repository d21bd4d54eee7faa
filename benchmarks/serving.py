"""How fast is one page of 14.7 kB answered, plain, gzip and brotli? The embedded server beside nginx, in turns.

Needs Debian's `nginx-light`, `wrk` and, for brotli, `libnginx-mod-http-brotli-static`. Prints requests a second (median
of the rounds) and the ratio; the goal is 0.4 in each form. Both send the same siblings (`publishing/pack.py`), asked for
as a browser asks. Then the plain page with a query that means nothing, where 10,000 old addresses with a query are known. nginx: one worker for fairness to one process, sendfile, open_file_cache, gzip_static, brotli_static,
no access log, the same headers.
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
import urllib.request
from pathlib import Path

from ground.archive import archive

from dateline.publishing.pack import lay_siblings, pack

PATH = "/2014/10/a-release/"
NAME = f"{PATH[1:]}index.html"
PAGE_BYTES = 14_700
CONNECTIONS = 32
GOAL = 0.4
OLD_ADDRESSES = 10_000
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)

FORMS = {"plain": "identity", "gzip": "gzip, deflate", "br": "gzip, deflate, br, zstd"}
BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

NGINX = """
{modules}
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
    gzip_static on;
    gzip_vary on;
    {brotli}
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


def is_sent_as(port: int, form: str) -> int:
    """Check that a server sends what was asked for; give its size in bytes."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{PATH}", headers={"Accept-Encoding": FORMS[form]})
    with urllib.request.urlopen(asked) as reply:
        assert reply.headers.get("content-encoding", "plain") == form, (port, form, reply.headers)
        return len(reply.read())


def requests_a_second(port: int, seconds: int, form: str, query: str = "") -> float:
    told = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", f"Accept-Encoding: {FORMS[form]}",
         f"http://127.0.0.1:{port}{PATH}{query}"],
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
    forms = [form for form in FORMS if form != "br" or BROTLI_MODULE.exists()]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        scratch.chmod(0o755)  # nginx's worker isn't root
        root = scratch / "var/public"
        lay_page(root)
        old = root / "_maps/first.txt"
        old.parent.mkdir()
        old.write_text("".join(f"/index.php?id={number}\n" for number in range(OLD_ADDRESSES)))
        ports = {"nginx": free_port(), "dateline": free_port()}
        conf = scratch / "nginx.conf"
        conf.write_text(
            NGINX.format(
                modules=f"load_module {BROTLI_MODULE};" if "br" in forms else "",
                brotli="brotli_static on;" if "br" in forms else "",
                workers=asked.nginx_workers,
                scratch=scratch,
                port=ports["nginx"],
                root=root,
                policy=POLICY,
            )
        )
        environment = os.environ | {"DATELINE_VAR": str(scratch / "var")}
        running = [
            subprocess.Popen([nginx, "-c", str(conf)], stderr=subprocess.DEVNULL),
            subprocess.Popen([sys.executable, "-c", DATELINE.format(port=ports["dateline"])], env=environment),
        ]
        try:
            for port in ports.values():
                wait_for(port)
            print(f"one page, {CONNECTIONS} connections, median of {asked.rounds} × {asked.seconds} s")
            for form in forms:
                (sent_bytes,) = {is_sent_as(port, form) for port in ports.values()}
                measured: dict[str, list[float]] = {name: [] for name in ports}
                for _ in range(asked.rounds):
                    for name, port in ports.items():
                        measured[name].append(requests_a_second(port, asked.seconds, form))
                show(form, sent_bytes, measured)
            plain, queried = [], []
            for _ in range(asked.rounds):
                plain.append(requests_a_second(ports["dateline"], asked.seconds, "plain"))
                queried.append(requests_a_second(ports["dateline"], asked.seconds, "plain", "?page=5"))
            ratio = statistics.median(one / other for one, other in zip(queried, plain, strict=True))
            print(
                f"with a query {ratio:>7.2f}              of dateline without one, {OLD_ADDRESSES:,} old addresses known"
            )
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait()
    if "br" not in forms:
        print("brotli is skipped: apt-get install libnginx-mod-http-brotli-static")


def lay_page(root: Path) -> None:
    """Lay a page of words, and its siblings as the worker makes them."""
    words = "".join(f"<p>{paragraph}</p>" for said in archive(8) for paragraph in said.paragraphs)
    page = root / NAME
    page.parent.mkdir(parents=True)
    page.write_text(f"<!doctype html>{words}"[:PAGE_BYTES])
    assert page.stat().st_size == PAGE_BYTES
    lay_siblings(pack(root, [NAME]))


def show(form: str, sent_bytes: int, measured: dict[str, list[float]]) -> None:
    print(f"{form}, {sent_bytes:,} bytes")
    for name, rounds in measured.items():
        print(f"  {name:<10}{statistics.median(rounds):>10,.0f} requests/s   ({min(rounds):,.0f}–{max(rounds):,.0f})")
    pairs = zip(measured["dateline"], measured["nginx"], strict=True)
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"  ratio     {ratio:>10.2f}              (goal {GOAL})")


if __name__ == "__main__":
    main()
