# Two commands matter: `make demo` reads an example report, `make check` runs every check and test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo check format bench clean

$(VENV)/.ready: pyproject.toml requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	touch $@

demo: $(VENV)/.ready
	$(BIN)/jalur read examples/paris.txt

check: $(VENV)/.ready
	$(BIN)/ruff format --check src tests training
	$(BIN)/ruff check src tests training
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: $(VENV)/.ready
	$(BIN)/ruff format src tests training
	$(BIN)/ruff check --fix src tests training

bench: $(VENV)/.ready
	$(BIN)/python -m training.bench

clean:
	rm -rf $(VENV) build dist
