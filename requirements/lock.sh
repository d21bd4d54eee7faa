#!/bin/sh
# Writes run.txt, test.txt and check.txt anew: every package with its hashes, no index address, no machine's path.
# Needs uv (`pip install uv`). Each file is whole in itself: install the one you need.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .venv/bin/uv)
lock() {
    name=$1
    shift
    "$uv" pip compile pyproject.toml requirements/build.in "$@" \
        --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-annotate --no-header --quiet --output-file "requirements/$name.txt" >/dev/null
}
lock run
lock test --extra test --constraint requirements/run.txt
lock check --extra check --constraint requirements/run.txt
