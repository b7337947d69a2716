# One command runs what the checks run: make test. All of it lives in .venv and leaves the system alone.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
TRAINING_BIN := .venv-training/bin
TRAINING_STAMP := .venv-training/.installed
LOCK_BIN := build/lock-venv/bin

.PHONY: help demo test lock wheel model smoke clean

help:
	@echo "make demo    set up and read the bundled example articles"
	@echo "make test    run every check that a change must pass"
	@echo "make wheel   build the wheel into dist/"
	@echo "make lock    renew requirements.txt from pyproject.toml"
	@echo "make smoke   a short training: does the recipe still work? (ten minutes)"
	@echo "make model   train again and replace the shipped weights (hours)"

demo: $(STAMP)
	$(BIN)/standoff demo

test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports
	$(BIN)/pytest

wheel: $(STAMP)
	$(BIN)/python -m hatchling build --target wheel

# Only what the lock file names is installed, and only if its hash fits; the project itself goes in by reference.
$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(STAMP)

lock:
	$(PYTHON) -m venv build/lock-venv
	$(LOCK_BIN)/python -m pip install --quiet "uv>=0.9"
	$(LOCK_BIN)/uv pip compile pyproject.toml --extra parquet --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" --output-file requirements.txt

# Stages of at most two hours: interrupted, the same command goes on where it was. CORPORA is the folder of the corpora.
CORPORA ?= ../shared/corpora
model: $(TRAINING_STAMP)
	$(TRAINING_BIN)/python -m training.run --stage main --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.run --stage finish --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.run --stage who --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.run --stage code --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.run --stage news --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.run --stage names --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.act_model --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.relation_model --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.export --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.couples --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.couple_model
	$(TRAINING_BIN)/python -m training.export --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.calibrate --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.acts --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.targets --corpora $(CORPORA)
	$(TRAINING_BIN)/python -m training.prototypes
	$(TRAINING_BIN)/python -m training.card --corpora $(CORPORA)

smoke: $(TRAINING_STAMP)
	$(TRAINING_BIN)/python -m training.run --stage smoke --corpora $(CORPORA) --work build/smoke

$(TRAINING_STAMP): requirements-training.txt requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv-training
	$(TRAINING_BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(TRAINING_BIN)/python -m pip install --quiet --requirement requirements-training.txt
	$(TRAINING_BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(TRAINING_STAMP)

clean:
	rm -rf .venv .venv-training build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
