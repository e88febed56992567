# Two commands do all the set-up: `make run` and `make test`. They need Python 3.11+ (with venv), make and git.

SHELL := /bin/sh
BIN := .venv/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet --no-input
# The pins were made for the first; the others follow in case it is missing.
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python
PIP_TOOLS := pip-tools==7.6.2
ARGS :=

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench eval weigh lock audit sbom

help:  ## what there is
	@echo "Sameside. What you can do here:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST))

run: .venv/run.stamp  ## start the bot where a token is set, otherwise the demo in your browser
	@status=0; $(BIN)/python -c 'from bot import settings; settings.load().telegram_token or exit(3)' \
	    2>/dev/null || status=$$?; \
	if [ $$status -ne 3 ]; then exec $(BIN)/sameside run $(ARGS); fi; \
	echo "No bot token yet, so this is the demo. For a token, talk to @BotFather in Telegram and send /newbot;"; \
	echo "put its answer as TELEGRAM_TOKEN=... into a file named .env here, then say 'make run' again."; \
	exec $(BIN)/sameside demo $(ARGS)

test: lint  ## everything: form, types, layers, content, tests
	@$(BIN)/python -m compileall -q bot  # or each of many processes does, where the environment keeps bytecode unwritten
	@$(BIN)/python -m pytest -n auto --maxprocesses 8 $(ARGS)

lint: .venv/dev.stamp  ## what needs no running: form, types, layers, content
	@$(BIN)/ruff format --check --quiet --output-format concise . || { echo "'make format' does it."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >.venv/layers.log || { cat .venv/layers.log; exit 1; }
	@$(BIN)/python -m bot check

format: .venv/dev.stamp  ## put the code into its form
	@$(BIN)/ruff format --quiet .

bench: .venv/dev.stamp .venv/bench.stamp  ## speed, beside other bots
	@$(BIN)/python -m tests.bench $(ARGS)

eval: .venv/dev.stamp  ## how well it understands, by our own labelled sentences
	@$(BIN)/python -m tests.evals $(ARGS)

weigh: .venv/dev.stamp .venv/weigh.stamp  ## learn anew what the taught sentences of tests/evals teach
	@PYTHONPATH=.venv/weigh $(BIN)/python -m tests.evals.weigh $(ARGS)

audit: .venv/release.stamp  ## what is known against the pinned packages (asks the package registry)
	@.venv/release/bin/pip-audit --requirement deploy/requirements.txt --require-hashes --disable-pip --strict \
	    --progress-spinner off $(ARGS)

sbom: .venv/release.stamp  ## the bill of materials of a release, artefacts/sbom.cdx.json
	@mkdir -p artefacts && PYTHONWARNINGS=ignore .venv/release/bin/cyclonedx-py requirements deploy/requirements.txt \
	    --pyproject pyproject.toml --output-reproducible --sv 1.6 --of JSON -o artefacts/sbom.cdx.json && \
	$(BIN)/python -m tests.support.sbom artefacts/sbom.cdx.json

# Where a machine has settings of its own for pip, they must not get into the files; hence the --no-emit options.
lock:  ## renew the pinned requirements
	@$(find_python); \
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	echo "Making the pins anew; this can take ten minutes." && \
	"$$python" -m venv "$$folder" && \
	PIP_DISABLE_PIP_VERSION_CHECK=1 "$$folder/bin/python" -m pip --quiet install '$(PIP_TOOLS)' && \
	compile="$$folder/bin/python -m piptools compile --quiet --upgrade --generate-hashes --strip-extras \
	    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
	    --allow-unsafe --build-deps-for=editable" && \
	export CUSTOM_COMPILE_COMMAND='make lock' && \
	$$compile --output-file deploy/requirements.txt pyproject.toml && \
	$$compile --extra dev --constraint deploy/requirements.txt \
	    --output-file deploy/requirements-dev.txt pyproject.toml && \
	$$compile --output-file deploy/requirements-release.txt deploy/requirements-release.in

.venv/run.stamp: deploy/requirements.txt pyproject.toml Makefile
	@$(make_venv)
	@$(call install,deploy/requirements.txt,what the bot needs)

.venv/dev.stamp: deploy/requirements-dev.txt pyproject.toml Makefile
	@$(make_venv)
	@$(call install,deploy/requirements-dev.txt,what the bot and its tests need)
	@touch .venv/run.stamp  # the one includes the other

# What our bot is measured against and does not use itself lives in an environment of its own.
.venv/bench.stamp: .venv/dev.stamp tests/bench/requirements.txt
	@$(BIN)/python -m venv --clear .venv/bench && \
	PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bench/bin/python -m pip --quiet --no-input install \
	    -r tests/bench/requirements.txt && touch $@

# What learns what weighs how much is needed for nothing else; it reads the bot's own rules, so it joins the bot's.
.venv/weigh.stamp: .venv/dev.stamp tests/evals/requirements.txt
	@rm -rf .venv/weigh && PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet --no-input install \
	    --no-deps --target .venv/weigh -r tests/evals/requirements.txt && touch $@

# What makes and looks over a release is no part of it.
.venv/release.stamp: deploy/requirements-release.txt
	@$(make_venv)
	@$(BIN)/python -m venv --clear .venv/release && \
	PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/release/bin/python -m pip --quiet --no-input install \
	    --require-hashes -r deploy/requirements-release.txt && touch $@

# Sets $python to the first that runs, is new enough and can make an environment. (pyenv's python3.x may be a
# stand-in for one that is not installed: only running it tells.)
define find_python
python=; for each in $(PYTHONS); do \
    if "$$each" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
    then python=$$each; break; fi; \
done; \
if [ -z "$$python" ]; then \
    echo "Sameside needs Python 3.11 or newer with venv (on Debian and Ubuntu: apt install python3-venv);" \
        "if it is somewhere else, say make PYTHON=/path/to/python3" >&2; \
    exit 1; \
fi
endef

define make_venv
if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
    $(find_python); \
    echo "First run: making .venv with $$("$$python" --version). This takes a minute or two, once."; \
    "$$python" -m venv --clear .venv; \
fi
endef

# $(1): the pinned file; $(2): what it is, in words. The bot itself goes in last, so that `sameside` exists; its
# build tool is among the pins, so nothing unpinned is fetched.
define install
echo "Installing $(2)."; \
$(PIP) install --require-hashes -r $(1) && \
$(PIP) install --no-deps --no-build-isolation --editable . || { \
    echo "The packages could not be installed; is the network there? Then say the same again." >&2; exit 1; }; \
touch $@
endef
