# Two commands matter: `make run` and `make test`. Everything they need is installed here.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	command -v $$name >/dev/null && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$name && break; done)
SOURCES := chat db media teams sogni_web studio tests $(wildcard benchmarks)
# Tests wait for renders and browsers a good part of their time: a few more at once than there are cores.
JOBS ?= 3
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check

.PHONY: run test test-long check venv browser

run: $(VENV)/.run
	@exec $(BIN)/python -m sogni_web.run --with-parent

# Tests start processes by the dozen: what those import is compiled once, also where the environment says otherwise.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/.dev browser
	$(BIN)/python -m pytest -n $(JOBS) --dist loadscope --no-loadscope-reorder $(ARGS)

test-long: $(VENV)/.dev browser
	$(BIN)/python -m pytest -m long --timeout 1800 $(ARGS)

check: $(VENV)/.dev
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/python -W "ignore:Got an error checking a consistent" manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --fail-level WARNING

venv: $(VENV)/.run

# Debian keeps venv in a package of its own: installed when root, else the sentence that helps.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; install it and try again."; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv --clear $(VENV) \
				|| { rm -rf $(VENV); echo "Python's venv module is missing and could not be installed. Run: apt-get install python3-venv"; exit 1; }; \
		else \
			rm -rf $(VENV); echo "Python's venv module is missing. Run: sudo apt-get install python3-venv"; exit 1; \
		fi; }

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing (once, and when dependencies change) …"
	@$(PIP) --upgrade "pip>=25.1"
	@$(PIP) -c constraints.txt --group run
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(PIP) -c constraints.txt --group dev
	@touch $@

# Journeys drive Debian's Chromium; without it and without root they say that they are skipped.
browser:
	@if command -v chromium >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
		chromium fonts-liberation >/dev/null; then exit 0; fi; \
	echo "Chromium is not installed: the journeys in a browser are skipped."
