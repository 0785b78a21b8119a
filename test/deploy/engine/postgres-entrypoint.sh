#!/bin/bash
# What the official image of PostgreSQL does when it starts, with the variables that it takes.
set -euo pipefail

if [[ $(id -u) == 0 ]]; then
  install --directory --owner=postgres --group=postgres --mode=700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [[ ${1:-} != postgres ]]; then exec "$@"; fi

# The value of a variable, or of the file that NAME_FILE names.
value_of() {
  local name=$1 file=$1_FILE
  if [[ -n ${!file:-} ]]; then cat "${!file}"; else echo "${!name:-${2:-}}"; fi
}

set_up() {
  local user password database
  user=$(value_of POSTGRES_USER postgres)
  password=$(value_of POSTGRES_PASSWORD)
  database=$(value_of POSTGRES_DB "$user")
  if [[ -z $password ]]; then
    echo 'POSTGRES_PASSWORD is not set' >&2
    exit 1
  fi
  # The flags are several words.
  # shellcheck disable=SC2086
  initdb --username="$user" --pwfile=<(echo "$password") ${POSTGRES_INITDB_ARGS:-} --pgdata="$PGDATA"
  echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
  # On its socket only, until it is set up.
  pg_ctl --pgdata="$PGDATA" --options="-c listen_addresses='' -c unix_socket_directories=/var/run/postgresql" --wait start
  local ask=(psql --host=/var/run/postgresql --username="$user" --no-password --set=ON_ERROR_STOP=1)
  if [[ $database != postgres ]]; then
    "${ask[@]}" --dbname=postgres --set=name="$database" <<< 'create database :"name"'
  fi
  run_scripts "${ask[@]}" --dbname="$database"
  pg_ctl --pgdata="$PGDATA" --mode=fast --wait stop
}

run_scripts() {
  local file
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sql) "$@" --file="$file" ;;
      *.sh) run_script "$file" ;;
    esac
  done
}

# One that cannot be run is read into this shell, as the official image does.
run_script() {
  if [[ -x $1 ]]; then
    "$1"
  else
    # shellcheck source=/dev/null
    . "$1"
  fi
}

if [[ ! -s $PGDATA/PG_VERSION ]]; then set_up; fi
exec "$@" -c listen_addresses='*' -c unix_socket_directories=/var/run/postgresql
