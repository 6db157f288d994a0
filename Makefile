# Sayso's handful of verbs. Nothing but Python 3.11 or newer and make is needed beforehand.
PYTHON ?= python3
BENCH ?=
TRAIN ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := requirements.lock
DESK := out/demo.sqlite
# Of the stories, the one that most reports tell: the terminal is too narrow for all of them.
FULLEST := import json, sys; print(max(json.load(sys.stdin), key=lambda s: (s["reports"], s["contested"]))["id"])

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench train lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## set up, read the shipped example, show its brief
	@mkdir -p out
	@rm -f $(DESK) $(DESK)-wal $(DESK)-shm
	$(BIN)/sayso add --desk $(DESK) example/reports
	$(BIN)/sayso stories --desk $(DESK)
	$(BIN)/sayso brief --desk $(DESK) $$($(BIN)/sayso stories --desk $(DESK) --json | $(BIN)/python -c '$(FULLEST)')
	$(BIN)/sayso brief --desk $(DESK) --format html --output out/brief.html
	@echo "All stories as a page, to open in a browser: out/brief.html"

test: $(VENV)/.developed ## run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.developed ## check style, form and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.developed ## put the code into form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/.developed ## run every scorer whose data are there; BENCH="--only story --limit 20"
	$(BIN)/python -m bench $(BENCH)

train: $(VENV)/.trainable ## train the encoder from the open data; TRAIN="--limit 20 --epochs 1" for a trial
	$(BIN)/python -m training $(TRAIN)

lock: $(VENV)/.developed ## write the exact versions that are installed to the lock file
	$(PIP) list --format=freeze --exclude-editable | grep -Eiv '^(pip|setuptools|wheel|torch|triton|nvidia-[^=]*|gt-[^=]*)==' > $(LOCK)

clean: ## remove the virtual environment and what the demo wrote
	rm -rf $(VENV) out

$(VENV)/.pip:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Sayso needs Python 3.11 or newer. Try: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.installed: $(VENV)/.pip pyproject.toml $(LOCK)
	$(PIP) install --quiet --constraint $(LOCK) --editable .
	@touch $@

$(VENV)/.developed: $(VENV)/.installed
	$(PIP) install --quiet --constraint $(LOCK) --group dev
	@touch $@

$(VENV)/.trainable: $(VENV)/.developed
	$(PIP) install --quiet --constraint $(LOCK) --editable '.[train]'
	@touch $@
