#!/usr/bin/env bash
# `make pipeline`: sets ci/pipeline.yaml in the Concourse that k8s/releases/concourse names. Afterwards it sets itself.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${FLY_TARGET:-garbanzo}
url=$(awk '$1 == "externalUrl:" { print $2 }' k8s/releases/concourse/values.yaml)

fly --target "$target" status > /dev/null 2>&1 || fly --target "$target" login --concourse-url "$url"
fly --target "$target" sync
fly --target "$target" set-pipeline --pipeline garbanzo --config ci/pipeline.yaml
fly --target "$target" unpause-pipeline --pipeline garbanzo
