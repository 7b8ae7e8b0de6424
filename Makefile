# Two commands: `make` runs every notebook and saves every chart, `make test` passes the tests. `make help` lists the rest.
# Conda users, inside the environment of environment.yml: make PY=python, make test PY=python.

PYTHON ?= python3.11
VENV := .venv
PY ?= $(VENV)/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK := 1

ifeq ($(PY),$(VENV)/bin/python)
ENV := $(VENV)/.complete
else
ENV := has-packages
endif

# Choices for charts, on the command line only: make WIDTH=one-column LANGUAGE=fr FONT="DejaVu Sans" redraws every chart.
ifeq ($(origin WIDTH),command line)
export PRESS_WIDTH := $(WIDTH)
endif
ifeq ($(origin LANGUAGE),command line)
export PRESS_LANGUAGE := $(LANGUAGE)
endif
ifeq ($(origin FONT),command line)
export PRESS_FONT := $(FONT)
endif

.PHONY: all env test check lint report site lab bench scores lock clean help coding-sheet has-packages
.DEFAULT_GOAL := all

all: $(ENV) ## run every notebook, save every chart (the default)
	@$(PY) -m helpers.commands.run

env: $(ENV) ## make .venv with everything pinned

$(VENV)/.complete: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "Python 3.11 is needed and '$(PYTHON)' was not found. Install it, or say: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Python 3.11 is needed; '$(PYTHON)' is $$($(PYTHON) -c 'import platform; print(platform.python_version())'). Say: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3.11-venv"; exit 1; }
	@echo "Installing into $(VENV) (once, a minute or two) ..."
	@rm -f $@
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

has-packages:
	@$(PY) -c 'import helpers, sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "'$(PY)' is not Python 3.11 with this project's packages; create the environment of environment.yml first"; exit 1; }

test: $(ENV) ## every test, then `make check`
	@$(PY) -m pytest -n auto
	@$(MAKE) --no-print-directory check PY=$(PY)

check: $(ENV) ## run all notebooks again in a copy; any byte that differs fails
	@$(PY) -m helpers.commands.check

lint: $(ENV) ## ruff on code and notebooks
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

report: $(ENV) ## the report kit: all charts as Word documents, a LaTeX and a Markdown snippet each
	@$(PY) -m helpers.commands.report

site: $(ENV) ## the notebooks, charts, evidence and codebooks as pages, in site/_build/html
	@$(PY) -m helpers.commands.site

lab: $(ENV) ## open JupyterLab on the notebooks
	@$(PY) -m jupyter lab --notebook-dir=. --LabApp.app_settings_dir='$(CURDIR)/helpers/lab' --LabApp.default_url=/lab/tree/notebooks/README.md

bench: $(ENV) ## time of the notebooks and of the pipeline against their floors
	@$(PY) -m helpers.commands.bench

scores: $(ENV) ## precision, recall, F1 and every miss of the extractors
	@$(PY) -m helpers.commands.scores

lock: $(ENV) ## pin again: requirements.lock and environment.yml
	@$(PY) -m helpers.commands.lock

clean: ## remove what can be made again (not the charts)
	@rm -rf $(VENV) .cache .pytest_cache .ruff_cache .hypothesis *.egg-info figures/charts.*.docx figures/snippets site/_build
	@find . -name __pycache__ -prune -exec rm -rf {} +

coding-sheet: $(ENV) ## an empty sheet for a coder: make coding-sheet CODER=name
	@$(PY) -m helpers.commands.coding_sheet $(CODER)

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 8
