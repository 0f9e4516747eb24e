# Two commands matter: `make build` and `make test`. Each sets up all that it needs.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PY := .venv/bin/python
KANDIL := .venv/bin/kandil
AS_OF := 2026-11-24
COURSE := courses/safe-internet-use

.PHONY: build test bench check portal pictures clean

build: .stamps/install
	$(KANDIL) build $(COURSE) --edition release --as-of $(AS_OF)
	$(KANDIL) build $(COURSE) --edition preview --locales en,uk,ka,tr --as-of $(AS_OF)

test: .stamps/debian .stamps/test .stamps/node check
	$(PY) -m pytest -n 2 -q

check: .stamps/test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: .stamps/install
	$(PY) benchmarks/build_1000.py

portal: .stamps/docs
	$(KANDIL) problem-codes > docs/problems.md
	.venv/bin/mkdocs build --strict --site-dir dist/portal

clean:
	rm -rf .venv .stamps dist tests/node_modules

.venv/bin/python:
	tests/setup-python .venv

.stamps/install: .venv/bin/python requirements/run.txt pyproject.toml
	$(PY) -m pip install --quiet --require-hashes -r requirements/run.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@mkdir -p .stamps && touch $@

.stamps/test: .stamps/install requirements/test.txt
	$(PY) -m pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@

.stamps/docs: .stamps/install requirements/docs.txt
	$(PY) -m pip install --quiet --require-hashes -r requirements/docs.txt
	@touch $@

.stamps/node: tests/package-lock.json
	npm ci --prefix tests --no-audit --no-fund
	@mkdir -p .stamps && touch $@

.stamps/debian: tests/setup-debian
	tests/setup-debian
	@mkdir -p .stamps && touch $@
