#!/bin/sh
# Packages a chart: k8s/package-chart.sh k8s/charts/garbanzo --destination dist --version 1.2.3. After the chart's folder it
# takes what `helm package` takes. Helm writes the time of every file into the archive; here they are all the same, so that
# the same sources give the same bytes, and a registry sees when nothing has changed.
set -eu

chart=$1
shift
copy=$(mktemp -d)
trap 'rm -r "$copy"' EXIT
cp -R "$chart" "$copy/chart"
find "$copy/chart" -exec env TZ=UTC touch -t 200001010000 {} +
helm package "$copy/chart" "$@"
