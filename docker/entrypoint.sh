#!/bin/sh
# The command of the image. `exec`, so that node is the process that gets the signals.
set -eu

cd /app
case "${1:-}" in
  web | worker)
    exec "dist/bundle/$1.js"
    ;;
  admin)
    shift
    exec dist/bundle/admin.js "$@"
    ;;
  *)
    echo 'What to run: web, worker, or admin with a command, such as: admin migrate' >&2
    exit 2
    ;;
esac
