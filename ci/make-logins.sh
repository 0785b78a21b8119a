#!/usr/bin/env bash
# For the cluster of one small node, which has no secrets of ours: makes the passwords that web and worker log in to the
# database with, and the token for the first account, in the cluster and nowhere else. What is there already is left alone.
set -euo pipefail
namespace=garbanzo

random() {
  head --bytes 24 /dev/urandom | base64 | tr '+/' 'ab'
}

# A Secret of this name, whose further lines are read. Its release in the other state takes it over, should the cluster
# outgrow this one.
make_secret() {
  local secret=$1 release=$2 lines
  lines=$(cat)
  [ -z "$(kubectl get secret "$secret" --namespace "$namespace" --ignore-not-found --output name)" ] || return 0
  kubectl create --namespace "$namespace" --filename - << MANIFEST
apiVersion: v1
kind: Secret
metadata:
  name: $secret
  labels:
    app.kubernetes.io/managed-by: Helm
    cnpg.io/reload: 'true'
  annotations:
    meta.helm.sh/release-name: $release
    meta.helm.sh/release-namespace: $namespace
$lines
MANIFEST
}

[ -n "$(kubectl get namespace "$namespace" --ignore-not-found --output name)" ] || kubectl create namespace "$namespace"
for login in web worker; do
  make_secret "garbanzo-$login-login" garbanzo-logins << MANIFEST
type: kubernetes.io/basic-auth
stringData:
  username: garbanzo_$login
  password: $(random)
MANIFEST
done
make_secret garbanzo-people garbanzo-people << MANIFEST
type: Opaque
stringData:
  setup-token: $(random)
MANIFEST
