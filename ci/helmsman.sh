#!/usr/bin/env bash
# `make plan`, `make deploy` and `make destroy`: helmsman, with the flags that are given, on what this folder says.
#
# It runs in the image of docker/deploy.Dockerfile, with this person's kubeconfig, gcloud account and keys. HELMSMAN=helmsman
# takes the one that is installed here. SMALL=1 takes the cluster of one small node.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

# helmsman reads the state in any case, and what is removed has no image.
[[ " $* " != *' --destroy '* ]] || GARBANZO_TAG=none
if [ -z "${GARBANZO_TAG:-}" ]; then
  echo 'Say which image: GARBANZO_TAG=0.1.0-42.g1a2b3c4' >&2
  exit 2
fi
export GARBANZO_TAG

flags=("$@")
if [ -n "${SMALL:-}" ]; then
  state=helmsman_small_dsf.yml
  makes_logins=$([[ " $* " != *' --apply '* ]] || echo yes)
  # In a cluster that has more than this, the rest is not for this one to remove.
  flags+=(-keep-untracked-releases)
else
  state=helmsman_dsf.yml
  # Else the certificate, the bucket and the image would be those of nobody.
  if grep --recursive --line-number garbanzo-example "$root/k8s/releases" >&2; then
    echo 'These lines are still those of the example: put in your own names (docs/deploy.md).' >&2
    exit 2
  fi
fi
[ -t 1 ] || flags+=(--no-fancy)

# helmsman decrypts into a folder of its working directory: that one is in memory where there is such a place, and is not
# here, where a file called .env would override the environment.
if [ -n "${HELMSMAN:-}" ]; then
  [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
  scratch=$(mktemp --directory)
  trap 'rm -rf "$scratch"' EXIT
  cd "$scratch"
  [ -z "${makes_logins:-}" ] || "$root/ci/make-logins.sh"
  "$HELMSMAN" -f "$root/$state" "${flags[@]}"
else
  image=${DEPLOY_IMAGE:-garbanzo-deploy}
  if [ -z "${DEPLOY_IMAGE:-}" ]; then
    docker build --quiet --file "$root/docker/deploy.Dockerfile" --tag "$image" "$root/docker" > /dev/null
  fi
  home=/home/deployer
  mounts=(--volume "$root:/deployment:ro" --volume "${KUBECONFIG:-$HOME/.kube/config}:$home/.kube/config:ro")
  for folder in .config/gcloud .config/sops .gnupg; do
    [ ! -e "$HOME/$folder" ] || mounts+=(--volume "$HOME/$folder:$home/$folder")
  done
  run=(docker run --rm --network host --user "$(id -u):$(id -g)" --tmpfs /tmp:mode=1777 --workdir /tmp "${mounts[@]}")
  [ -z "${makes_logins:-}" ] || "${run[@]}" --entrypoint /deployment/ci/make-logins.sh "$image"
  # The image's command is helmsman, so it is called with flags only.
  "${run[@]}" --env GARBANZO_TAG "$image" -f "/deployment/$state" "${flags[@]}"
fi
