#!/usr/bin/env bash
# The last words of `make up`: which address to open. Settings may come from docker/.env, so Compose and the container of web
# are asked what holds. Its arguments are what every call of Compose begins with.
set -euo pipefail
compose=("$@")

published=$("${compose[@]}" port web 5000)
"${compose[@]}" exec --no-TTY --env "PUBLISHED_PORT=${published##*:}" web node --input-type=module - < docker/say-address.mjs
