# Two commands matter: `make demo` reads an example report, `make check` runs every check and test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CODE := src tests training

.PHONY: demo check format bench docs floors figures screenshots islands dist clean

$(VENV)/.ready: pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "jalur needs CPython 3.11: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	touch $@

demo: $(VENV)/.ready
	$(BIN)/jalur read examples/paris.txt

check: $(VENV)/.ready
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(VENV)/.ready
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: $(VENV)/.ready
	$(BIN)/python -m training.bench
	$(BIN)/python -m training.bench_record

docs: $(VENV)/.ready
	$(BIN)/python -m training.docs

floors: $(VENV)/.ready
	$(BIN)/python -m training.floors

# Measures every public set and our own in some minutes; needs requirements-training.txt as well.
figures: $(VENV)/.ready
	$(BIN)/python -m training.figures

# The pictures of docs/pictures, taken by Debian's Chromium: apt-get install chromium.
screenshots: $(VENV)/.ready
	$(BIN)/python -m training.pictures

# Bundles islands/ into the pages; needs Node.js. What it makes is part of the repository.
islands:
	cd islands && npm ci --ignore-scripts && node build.mjs

dist: $(VENV)/.ready
	rm -rf dist
	$(BIN)/python -m build -q

clean:
	rm -rf $(VENV) build dist
