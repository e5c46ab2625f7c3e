# Everything a newcomer or a developer types. Python 3.11 or newer is all that must be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-long check transcripts mutation audit format lint types imports clean

# --- setting up -----------------------------------------------------------------------------------

$(BIN)/letselwijzer: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.dev: pyproject.toml $(BIN)/letselwijzer
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# --- using ----------------------------------------------------------------------------------------

run: $(BIN)/letselwijzer
	$(BIN)/letselwijzer serve

# --- testing --------------------------------------------------------------------------------------

test: $(VENV)/.dev
	$(BIN)/pytest -n 2 -m 'not long'

test-long: $(VENV)/.dev
	$(BIN)/pytest -m long

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -m 'not long' --cov --cov-report=term-missing:skip-covered

# Changes the rules a little, thousands of times, and sees whether a test fails; see docs/mutation.md.
# One module: make mutation WHAT='calc.leeftijd*'
mutation: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutation]'
	$(BIN)/mutmut run $(WHAT)

# Whole conversations in Dutch, for a jurist to read: docs/transcripts/. A test fails when they are stale.
transcripts: $(VENV)/.dev
	$(BIN)/python -m tests.stories.transcripts

# Known weaknesses of the packages that are installed. A package that could not be looked up, as
# where the vulnerability service cannot be reached, is a failure: nothing was audited then.
audit: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[audit]'
	$(BIN)/python -m pip freeze --exclude-editable > $(VENV)/frozen.txt
	test -s $(VENV)/frozen.txt
	$(BIN)/pip-audit --strict --no-deps --disable-pip --requirement $(VENV)/frozen.txt

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) mutants .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
