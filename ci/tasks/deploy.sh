#!/usr/bin/env bash
# Brings the cluster to what helmsman_dsf.yml says, with the image whose tag is in the file image/tag.
#
# CLUSTER, CLUSTER_CA and CLUSTER_TOKEN are the API server, its authority and who asks; SOPS_KEY is the private key for the
# secrets, of age or of GPG. What is not given is this person's own: their kubeconfig, their keys, their GARBANZO_TAG.
set -euo pipefail
export GARBANZO_TAG=${GARBANZO_TAG:-$(cat image/tag)}

private=$(mktemp --directory)
# What is private is removed however this ends.
trap 'gpgconf --kill all 2> /dev/null || true; rm -rf "$private"' EXIT

if [ -n "${CLUSTER:-}" ]; then
  export KUBECONFIG="$private/kubeconfig"
  printf '%s' "$CLUSTER_CA" > "$private/ca.crt"
  kubectl config set-cluster cluster --server "$CLUSTER" --certificate-authority "$private/ca.crt" --embed-certs
  kubectl config set-credentials deployer --token "$CLUSTER_TOKEN"
  kubectl config set-context deployment --cluster cluster --user deployer
  kubectl config use-context deployment
fi

case ${SOPS_KEY:-} in
  '') ;;
  *AGE-SECRET-KEY-*) export SOPS_AGE_KEY="$SOPS_KEY" ;;
  *)
    export GNUPGHOME="$private/gnupg"
    mkdir --mode 700 "$GNUPGHOME"
    gpg --batch --quiet --import <<< "$SOPS_KEY"
    ;;
esac

HELMSMAN=helmsman "$(dirname "$0")/../helmsman.sh" --apply
