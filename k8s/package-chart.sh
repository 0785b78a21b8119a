#!/bin/sh
# Packages the chart: k8s/package-chart.sh --destination dist --version 1.2.3. It takes what `helm package` takes.
# Helm writes the time of every file into the archive; here they are all the same, so that the same sources give the same
# bytes, and a registry sees that nothing has changed.
set -eu

copy=$(mktemp -d)
trap 'rm -r "$copy"' EXIT
cp -R "$(dirname "$0")/charts/garbanzo" "$copy/"
find "$copy/garbanzo" -exec env TZ=UTC touch -t 200001010000 {} +
helm package "$copy/garbanzo" "$@"
