#!/bin/bash
# Whether the process of this container is alive; with /health/ready as argument, whether it can serve.
# In bash alone, because Docker runs it again and again: Node takes longer to start than the answer takes to come, and on a
# slow machine longer than the check may last.
set -eu

path=${1:-/health}
mapfile -d '' -t command < /proc/1/cmdline
case "${command[*]}" in
  # All that a worker serves is at its internal port; an address may stand before it.
  *worker*) port=${INTERNAL_PORT:-5001} port=${port##*:} ;;
  *) port=${PORT:-5000} ;;
esac

exec 3<> "/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$path" "$port" >&3
mapfile -t answer <&3
# The status, and what the answer says, for `docker inspect`.
echo "http://127.0.0.1:$port$path: ${answer[0]:-no answer} ${answer[-1]:-}"
[[ ${answer[0]:-} == 'HTTP/1.1 200 '* ]]
