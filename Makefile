# Everything goes through npm, so that the pinned Node runs it whatever Node the machine has.
.DEFAULT_GOAL := help
.PHONY: help start dev test bench build clean

INSTALLED := node_modules/.installed

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

start: $(INSTALLED) ## run everything on this machine: http://localhost:5000
	@npm run --silent start

dev: $(INSTALLED) ## the same, built again at every change
	@npm run --silent dev

test: $(INSTALLED) ## format, lint, types, boundaries and every test
	@npm run --silent test

bench: $(INSTALLED) ## measure against the baselines; ARGS=--quick takes a minute
	@npm run --silent bench -- $(ARGS)

build: $(INSTALLED) ## compile into dist
	@npm run --silent build

clean: ## remove what was built or installed; the data in .data stay
	rm -rf dist node_modules

$(INSTALLED): package.json package-lock.json
	npm ci
	@touch $@
