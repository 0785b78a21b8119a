#!/usr/bin/env bash
# Packages the chart with an image written into it, by digest, and pushes it when REGISTRY says where to. `image` is a folder
# with the files `repository`, `tag` and `digest`, as Concourse lays it; the package comes to be in the folder `chart`.
set -euo pipefail
image=$(cd image && pwd)
out=$(mkdir -p chart && cd chart && pwd)
cd "$(dirname "$0")/../.."

repository=$(cat "$image/repository")
tag=$(cat "$image/tag")
digest=$(cat "$image/digest")

copy=$(mktemp --directory)
trap 'rm -rf "$copy"' EXIT
cp -R k8s/charts/garbanzo "$copy"
sed -i \
  -e "/^image:/,/^[a-z]/ s|^  repository: .*|  repository: $repository|" \
  -e "/^image:/,/^[a-z]/ s|^  digest: .*|  digest: $digest|" \
  "$copy/garbanzo/values.yaml"

# Not only the image makes a chart: the commit that it is packaged from does, too.
chart="$(awk '/^version:/ { print $2 }' "$copy/garbanzo/Chart.yaml")-$(git rev-list --count HEAD).g$(git rev-parse --short=7 HEAD)"
k8s/package-chart.sh "$copy/garbanzo" --version "$chart" --app-version "$tag" --destination "$out"

package="$out/garbanzo-$chart.tgz"
if ! helm template garbanzo "$package" | grep --quiet --fixed-strings "image: $repository@$digest"; then
  echo "$package does not run $repository@$digest" >&2
  exit 1
fi

if [ -n "${REGISTRY:-}" ]; then
  helm registry login "${REGISTRY%%/*}" --username "$REGISTRY_USER" --password-stdin <<< "$REGISTRY_PASSWORD"
  helm push "$package" "oci://$REGISTRY/charts"
fi
