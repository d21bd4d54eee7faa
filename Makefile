# Dateline's few verbs. Each is a line or two; what takes more lies in .ci/.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run setup migrate test sabotage check bench lock clean

help: ## list these
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## serve newsroom and desk: PORT=8000, ARCHIVE=/a/file/or/folder that was public (the sample, if nothing is there yet)
	@exec .venv/bin/dateline run --port "$${PORT:-8000}" --sample sample $${ARCHIVE:+--archive "$$ARCHIVE"}

setup: ## prepare .venv with the locked packages; start nothing
	@.ci/setup run

migrate: setup ## bring the database to this version's shape (copy var/ first)
	@.venv/bin/dateline migrate

test: ## the suite on SQLite, then on PostgreSQL where one answers, with a real browser, web servers, an HTML checker (ARGS= for pytest)
	@.ci/setup test && .ci/browser && .ci/web-servers && .ci/checker
	@.ci/test $(ARGS)

sabotage: ## break one line at a time and see that the laws' tests turn red (minutes)
	@.ci/setup test
	@.venv/bin/python -m pytest -n 2 -m sabotage tests/laws/test_sabotage.py

check: ## format, lint, types, import direction, missing migrations
	@.ci/setup check
	@.ci/check

bench: ## measure beside the peers: every file in benchmarks/, one after the other
	@.ci/setup test
	@for each in benchmarks/*.py; do echo "== $$each"; .venv/bin/python "$$each" || exit 1; done

lock: ## write requirements/*.txt anew (needs uv)
	@requirements/lock.sh

clean: ## remove .venv and the tools' caches; never var/
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
