#!/usr/bin/env bash
# What people run, too: format, lint, types, boundaries and every test. Packages are kept in npm-cache between builds.
set -euo pipefail
export npm_config_cache="$PWD/npm-cache"
cd "$(dirname "$0")/../.."
exec make --no-print-directory test
