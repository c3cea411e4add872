# What one does with Halved, in one word each. `make help` lists them.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
# Quiet: what a build tool would like to tell the maintainers says nothing to people who run it.
PIP := PYTHONWARNINGS=ignore $(RUN) -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run demo test lint bench bench-cluster

help:
	@echo "make run     start Halved for yourself; ARGS=\"--port 9000 --no-browser\" is passed on"
	@echo "make demo    look at both sides of a made-up story; leaves nothing behind"
	@echo "make test    run all tests; ARGS=\"tests/house -k words\" picks some"
	@echo "make lint    check style, types and who may import whom"
	@echo "make bench   measure, and compare with an empty page on the same server"
	@echo "make bench-cluster   break a cluster on this machine, and look what is lost"
	@echo "make help    this list"
	@echo "PYTHON=python3.12 in front chooses the Python that makes $(VENV)."

run: $(VENV)/installed
	@$(VENV)/bin/halved $(ARGS)

demo: $(VENV)/installed
	@$(VENV)/bin/halved demo $(ARGS)

# For two cores: while one of three waits for a server, the others work. What is imported is compiled
# once, not by each of the many processes. Browser tests run apart: see tests/conftest.py.
BOTH_CORES := -n 3 --dist loadfile --no-loadscope-reorder
test: export PYTHONDONTWRITEBYTECODE :=
test: $(VENV)/ready-to-test
ifeq ($(ARGS),)
	$(RUN) -m pytest $(BOTH_CORES) -m "not browser"
	$(RUN) -m pytest $(BOTH_CORES) -m browser
	$(RUN) -m tests.postgres $(RUN) -m pytest $(BOTH_CORES) -m store
else
	$(RUN) -m pytest $(ARGS)
endif

# Types are checked with the settings loaded, which makes keys: they go to a folder of their own.
lint: $(VENV)/ready-to-lint
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	HALVED_DATA_DIR=$(VENV)/lint-data $(VENV)/bin/mypy halved
	$(VENV)/bin/lint-imports

bench: $(VENV)/ready-to-test
	$(RUN) -m bench $(ARGS)

# It says which packages of Debian it needs. ARGS="--only paused" takes one fault.
bench-cluster: $(VENV)/ready-to-test
	$(RUN) -m bench.cluster $(ARGS)

# Each file says "done since pyproject.toml changed". A half-made environment is thrown away.
$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Halved needs Python 3.11 or newer. Try: make PYTHON=python3.12 run")'
	@echo "Making $(VENV) and installing what is needed; this happens once."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/installed: pyproject.toml | $(VENV)/made
	@$(PIP) install --quiet --editable .
	@touch $@

# Dependency groups need pip 25.1; the pip that comes with Python may be older.
$(VENV)/knows-groups: | $(VENV)/made
	@$(PIP) install --quiet --upgrade "pip>=25.1"
	@touch $@

$(VENV)/ready-to-test: pyproject.toml | $(VENV)/knows-groups
	@$(PIP) install --quiet --editable . --group test
	@touch $@

$(VENV)/ready-to-lint: pyproject.toml | $(VENV)/knows-groups
	@$(PIP) install --quiet --editable . --group lint
	@touch $@
