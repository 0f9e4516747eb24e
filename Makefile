# Two commands matter: `make build` and `make test`. Each sets up all that it needs.
# What has been set up is marked inside .venv and node_modules, so that the mark goes with it.
SHELL := /bin/bash
# Compiled once, not in each of the hundreds of processes that the tests start.
unexport PYTHONDONTWRITEBYTECODE
.SHELLFLAGS := -euo pipefail -c
PY := .venv/bin/python
KANDIL := .venv/bin/kandil
# What is never imported is never compiled; all else is at its first import.
INSTALL := -m pip install --quiet --disable-pip-version-check --no-compile
PIP := $(PY) $(INSTALL)
AS_OF := 2026-11-24
COURSES := $(patsubst %/course.yml,%,$(wildcard courses/*/course.yml))
# A sensitive course that no specialist has read has no release (`docs/design/rulings.md` 30).
READY := $(filter-out $(patsubst %/course.yml,%,$(shell grep -l '^sensitive: yes' courses/*/course.yml)),$(COURSES))
TRANSLATED := courses/safe-internet-use
LOCALES := en,uk,ka,tr
OURS := site,scorm12,scorm2004,cmi5,facilitator,xlsform
# What a platform shows and asks by itself; a sensitive course is not for it (`rulings.md` 49).
FORMATS := $(OURS),cartridge,gift,h5p,mbz,moodle,olx,qti

.PHONY: build test test-quick bench check portal host pictures lock debian clean

build: .venv/.installed
	$(KANDIL) build $(READY) --edition release --format $(FORMATS) --as-of $(AS_OF)
	$(KANDIL) build $(TRANSLATED) --edition preview --locales $(LOCALES) --format $(FORMATS) --as-of $(AS_OF)
	$(KANDIL) build $(filter-out $(TRANSLATED),$(READY)) --edition preview --format $(FORMATS) --as-of $(AS_OF)
	$(KANDIL) build $(filter-out $(READY),$(COURSES)) --edition preview --format $(OURS) --as-of $(AS_OF)

# Three share two cores: a browser that is waited for is no work.
test: debian .venv/bin/python .checkers/bin/python
	$(MAKE) --jobs=3 --output-sync check .checkers/.installed tests/node_modules/.package-lock.json
	$(MAKE) .venv/.portal
	$(PY) -m pytest -n 3 --dist loadfile --no-loadscope-reorder -q

# Those that start no browser and no process: tests/quick.py.
test-quick: .venv/.tests
	$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q -m quick $(addprefix --ignore tests/,browser build growth h5p)

check: .venv/.tests
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy

bench: .venv/.installed
	$(PY) benchmarks/build.py

portal: build .venv/.portal
	$(KANDIL) problem-codes > docs/problems.md
	$(KANDIL) coverage $(COURSES)
	$(KANDIL) portal $(COURSES)
	NO_MKDOCS_2_WARNING=1 .venv/bin/mkdocs build --strict --quiet
	rm build/portal/404.html  # Its addresses begin at the root of a server.

# One folder for a web server: `make host TERRITORY=GE KANDIL_PORTAL_NAME="Ministry of Education"`.
# `DAY=2026-12-01` gives the bytes of that day again; without it, it is built for today.
host: .venv/.portal
	$(KANDIL) build $(COURSES) --all --out hosted $(if $(TERRITORY),--territory $(TERRITORY)) $(if $(DAY),--as-of $(DAY))

pictures: build debian .venv/.tests
	$(KANDIL) build tests/courses/tiny tests/courses/every --edition preview --format site --out build/pictures --as-of $(AS_OF)
	$(PY) docs/pictures.py

# Newer versions, on purpose. uv keeps the hashes of every file, so a lock serves all machines.
COMPILE := .venv/bin/uv --no-config pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml
lock: .venv/.installed
	$(PIP) uv
	$(COMPILE) requirements/build.in -o requirements/run.txt
	$(COMPILE) --extra test --extra check --extra scheduler --extra office -c requirements/run.txt -o requirements/test.txt
	$(COMPILE) --extra portal -c requirements/run.txt -o requirements/portal.txt
	$(subst pyproject.toml,,$(COMPILE)) requirements/checkers.in -o requirements/checkers.txt
	npm update --prefix tests --package-lock-only

clean:
	rm -rf .venv .checkers dist tests/node_modules

debian:
	tests/setup-debian

%/bin/python:
	tests/setup-python $*

.venv/.installed: .venv/bin/python requirements/run.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.tests: .venv/.installed requirements/test.txt
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

.venv/.portal: .venv/.installed requirements/portal.txt
	$(PIP) --require-hashes -r requirements/portal.txt
	@touch $@

# Programs that the tests run and nothing imports: some may not be linked with what is ours.
.checkers/.installed: .checkers/bin/python requirements/checkers.txt
	.checkers/bin/python $(INSTALL) --require-hashes -r requirements/checkers.txt
	@touch $@

tests/node_modules/.package-lock.json: tests/package-lock.json
	npm ci --prefix tests --no-audit --no-fund
	@touch $@
