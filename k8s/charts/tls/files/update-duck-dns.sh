#!/bin/sh
# Tells Duck DNS the external address of what ADDRESS_OF names, a path of the API server. Changes nothing, and fails,
# as long as there is no such address: names that lead to nowhere in particular are worse than old ones.
set -eu

account=${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
answer=$(
  curl --fail --silent --show-error --max-time 20 --cacert "$account/ca.crt" \
    --header "Authorization: Bearer $(cat "$account/token")" "$API_SERVER$ADDRESS_OF"
)

# In the status of a Service or an Ingress it is called "ip", in that of a Gateway "value"; nothing else there is.
address=$(printf '%s' "$answer" | grep -oE '"(ip|value)": ?"[0-9a-f.:]+"' | head -n 1 | cut -d '"' -f 4)
if [ -z "$address" ]; then
  echo "$ADDRESS_OF has no external address yet" >&2
  exit 1
fi

case $address in
  *:*) kind=ipv6 ;;
  *) kind=ip ;;
esac

# The token goes through standard input, so that no list of processes shows it.
result=$(
  printf 'url = "%s/update?domains=%s&token=%s&%s=%s"\n' "$SERVER" "$NAMES" "$TOKEN" "$kind" "$address" |
    curl --fail --silent --show-error --max-time 20 --config -
)
if [ "$result" != OK ]; then
  echo "Duck DNS answered $result for $NAMES: is the token that of these names?" >&2
  exit 1
fi
echo "$NAMES: $address"
