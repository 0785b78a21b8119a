#!/usr/bin/env bash
# The version of a commit: that of package.json, the number of commits so far, which puts versions in order, and the commit.
# Image and chart can both be called so: a tag may have no `+`, and a number counts as one.
set -euo pipefail
out=$(mkdir -p version && cd version && pwd)
cd "$(dirname "$0")/../.."

release=$(node --print 'require("./package.json").version')
revision=$(git rev-parse HEAD)
version="$release-$(git rev-list --count HEAD).g$(git rev-parse --short=7 HEAD)"

printf '%s\n' "$version" > "$out/version"
printf 'VERSION=%s\nREVISION=%s\n' "$version" "$revision" > "$out/build-args"
echo "$version"
