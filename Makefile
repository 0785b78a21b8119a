# The Node that is pinned in package.json comes first, whatever Node the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help start dev test bench build clean verify-deploy secrets secrets-edit secrets-rekey

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

secrets: $(INSTALLED) ## make the credentials that are missing, encrypted; GPG=fingerprint AGE=recipient the first time
	@exec node k8s/secrets/create.mjs

secrets-edit: $(INSTALLED) ## change those of a release: RELEASE=concourse
	@exec node k8s/secrets/edit.mjs '$(RELEASE)'

secrets-rekey: $(INSTALLED) ## encrypt them for the keys that are in .sops.yaml now
	@exec node k8s/secrets/rekey.mjs

build: $(INSTALLED) ## compile into dist
	@nest build web

clean: ## remove what was built or installed; the data in .data stay
	rm -rf dist node_modules .tools

$(INSTALLED): package.json package-lock.json
	npm ci
	@touch $@
