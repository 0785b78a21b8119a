#!/bin/sh
# The command of the image. `exec`, so that node is the process that gets the signals.
set -eu

cd /app
case "${1:-}" in
  web | worker)
    exec node "dist/apps/$1/src/main.js"
    ;;
  admin)
    shift
    # The sizes are those of apps/admin/bin/garbanzo.js, which has the reason.
    exec node --max-old-space-size=1024 --max-semi-space-size=8 dist/apps/admin/src/main.js "$@"
    ;;
  *)
    echo 'What to run: web, worker, or admin with a command, such as: admin migrate' >&2
    exit 2
    ;;
esac
