#!/usr/bin/env bash
# For the cluster of one small node, which has no secrets of ours: makes the passwords that web and worker log in to the
# database with, in the cluster and nowhere else. What is there already is left alone.
set -euo pipefail
namespace=garbanzo

[ -n "$(kubectl get namespace "$namespace" --ignore-not-found --output name)" ] || kubectl create namespace "$namespace"
for login in web worker; do
  secret=garbanzo-$login-login
  [ -z "$(kubectl get secret "$secret" --namespace "$namespace" --ignore-not-found --output name)" ] || continue
  # The release garbanzo-logins of the other state takes them over, should the cluster outgrow this one.
  kubectl create --namespace "$namespace" --filename - << MANIFEST
apiVersion: v1
kind: Secret
metadata:
  name: $secret
  labels:
    app.kubernetes.io/managed-by: Helm
    cnpg.io/reload: 'true'
  annotations:
    meta.helm.sh/release-name: garbanzo-logins
    meta.helm.sh/release-namespace: $namespace
type: kubernetes.io/basic-auth
stringData:
  username: garbanzo_$login
  password: $(head --bytes 24 /dev/urandom | base64 | tr '+/' 'ab')
MANIFEST
done
