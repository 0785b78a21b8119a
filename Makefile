# The Node that is pinned in package.json comes first, whatever Node the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help start dev test bench build clean verify-deploy

INSTALLED := node_modules/.installed

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

start: $(INSTALLED) ## run everything on this machine: http://localhost:5000
	@nest build web > /dev/null
	@exec node dist/apps/local/src/main.js

dev: $(INSTALLED) ## the same, built again at every change
	@nest build web > /dev/null
	@exec node dist/apps/local/src/main.js --watch

test: $(INSTALLED) ## format, lint, types, boundaries and every test
	@exec node test/run.mjs

bench: $(INSTALLED) ## measure against the baselines; ARGS=--quick takes a minute
	@nest build web > /dev/null
	@exec node test/bench/main.mjs $(ARGS)

verify-deploy: $(INSTALLED) ## check image, chart, releases and pipeline with the real tools; ARGS= names checks
	@exec node test/deploy/run.mjs $(ARGS)

build: $(INSTALLED) ## compile into dist
	@nest build web

clean: ## remove what was built or installed; the data in .data stay
	rm -rf dist node_modules .tools

$(INSTALLED): package.json package-lock.json
	npm ci
	@touch $@
