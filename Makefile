# The Node that is pinned in package.json comes first, whatever Node the machine has.
export PATH := $(CURDIR)/node_modules/.bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help start dev test bench profile build clean up stop down shell psql logs \
  deploy plan destroy pipeline package secrets secrets-edit secrets-rekey verify-deploy

INSTALLED := node_modules/.installed
BUILT := dist/.made
# The folders as well: they change when a file is added or removed.
SOURCES := $(shell find apps libs migrations) package-lock.json nest-cli.json rolldown.config.js .swcrc

# MODE=production leaves out what is for work on the sources.
COMPOSE := docker compose --file docker/compose.yaml
ifneq ($(MODE),production)
COMPOSE += --file docker/compose.development.yaml
endif

help: ## list the targets
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##@ On this machine

start: $(BUILT) ## run everything: http://localhost:5000
	@exec node dist/apps/local/src/main.js

dev: $(INSTALLED) ## the same, built again at every change
	@nest build web > /dev/null
	@exec node dist/apps/local/src/main.js --watch

test: $(INSTALLED) ## format, lint, types, boundaries and every test
	@exec node test/run.mjs

bench: $(BUILT) ## measure against the baselines; ARGS=--quick takes less than 3 minutes
	@exec node test/bench/main.mjs $(ARGS)

profile: $(BUILT) ## show what web spends its processor time on
	@exec node test/bench/profile.mjs

build: $(BUILT) ## compile into dist, and bundle each process into one file

# Once for the same sources: bundling takes some seconds.
$(BUILT): $(INSTALLED) $(SOURCES)
	@nest build web > /dev/null
	@rolldown --config > /dev/null
	@touch $@

clean: ## remove what was built or installed; the data in .data stay
	rm -rf dist node_modules .tools

##@ In containers

up: ## run everything, built again at every change: http://localhost:5000; MODE=production: http://localhost:8000
	@$(COMPOSE) up --build --detach --wait
	@docker/say-address.sh $(COMPOSE)

stop: ## stop it; `make up` goes on
	@$(COMPOSE) --profile '*' stop

down: ## remove the containers; the data stay
	@$(COMPOSE) --profile '*' down

shell: ## a shell beside the web process
	@$(COMPOSE) exec web bash

psql: ## a prompt of the database
	@$(COMPOSE) exec postgres psql --username=garbanzo

logs: ## what is logged, as it comes
	@$(COMPOSE) logs --follow

##@ In a cluster

plan: ## show what a deployment would change: GARBANZO_TAG=0.1.0-42.g1a2b3c4
	@ci/helmsman.sh --show-diff

deploy: ## deploy that image and everything around it; SMALL=1 to one small node
	@ci/helmsman.sh --apply

destroy: ## remove the releases, and not their data; SMALL=1 those of one small node
	@ci/helmsman.sh --destroy

pipeline: ## set the pipeline of Concourse
	@ci/set-pipeline.sh

package: ## package the chart into dist
	@k8s/package-chart.sh k8s/charts/garbanzo --destination dist

secrets: $(INSTALLED) ## make the credentials that are missing, encrypted; GPG=fingerprint AGE=recipient the first time
	@exec node k8s/secrets/create.mjs

secrets-edit: $(INSTALLED) ## change those of a release: RELEASE=concourse
	@exec node k8s/secrets/edit.mjs '$(RELEASE)'

secrets-rekey: $(INSTALLED) ## encrypt them for the keys that are in .sops.yaml now
	@exec node k8s/secrets/rekey.mjs

verify-deploy: $(BUILT) ## check image, chart, releases and pipeline with the real tools; ARGS= names checks, or --without kubernetes
	@exec node test/deploy/run.mjs $(ARGS)

$(INSTALLED): package.json package-lock.json
	npm ci
	@touch $@
