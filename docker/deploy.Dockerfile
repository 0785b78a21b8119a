# What deploys Garbanzo: helmsman, with a newer Helm than its own image has, and what it calls. Its command is helmsman:
#
#   docker build --file docker/deploy.Dockerfile --tag garbanzo-deploy docker
#   docker run --rm garbanzo-deploy -v
#
# Who vouches for what: Go checks its modules against its checksum database, apt and helm the signatures of what they install.
# kubectl, helm and the key that apt has for gcloud must be the very files whose checksums are here; kubectl and helm are for
# amd64. helmsman is taken from its own image, as it is.

FROM ghcr.io/mkubaczyk/helmsman:v4.0.5 AS helmsman

FROM golang:1.26-trixie AS modules
ENV CGO_ENABLED=0 GOFLAGS=-trimpath
RUN go install github.com/getsops/sops/v3/cmd/sops@v3.13.3
RUN go install github.com/databus23/helm-diff/v3@v3.15.10 \
  && mkdir -p /helm-diff/bin \
  && mv /go/bin/helm-diff /helm-diff/bin/diff \
  && cp /go/pkg/mod/github.com/databus23/helm-diff/v3@v3.15.10/plugin.yaml /helm-diff/

FROM debian:trixie-slim AS downloads
ADD --checksum=sha256:ebbd080e7c2e275093b55915722043257eb24004363e20acb3c4d71919f88336 \
  https://dl.k8s.io/release/v1.36.3/bin/linux/amd64/kubectl /bin/kubectl
ADD https://get.helm.sh/helm-v4.2.3-linux-amd64.tar.gz /
RUN tar --extract --gzip --file helm-v4.2.3-linux-amd64.tar.gz --strip-components=1 --directory /bin linux-amd64/helm \
  && echo 'aeb4645b9e6658948efa290e28dd23ae75a16fb73f137942f2294fd5c7fcb573  /bin/helm' | sha256sum --check \
  && chmod 755 /bin/kubectl /bin/helm

# helm-secrets. A plug-in of Helm 4 has one type, so helm-secrets is three packages; this one has the command `helm secrets`. Its
# repository itself is a plug-in for Helm 3, in which Helm 4 finds no command. The fingerprint is that of its maker's key.
FROM debian:trixie-slim AS plugins
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates gnupg
COPY --from=downloads /bin/helm /usr/local/bin/
WORKDIR /helm
ADD https://github.com/jkroepke.gpg keys.asc
RUN gpg --batch --import keys.asc \
  && gpg --batch --export 1F34F95B4F30BC5B06E0D7CC3F619F17002790D8 > keyring.gpg \
  && HELM_DATA_HOME=$PWD helm plugin install --keyring keyring.gpg \
    https://github.com/jkroepke/helm-secrets/releases/download/v4.7.7/secrets-4.7.7.tgz

FROM debian:trixie-slim
ADD --checksum=sha256:3ecc63922b7795eb23fdc449ff9396f9114cb3cf186d6f5b53ad4cc3ebfbb11f \
  https://packages.cloud.google.com/apt/doc/apt-key.gpg /etc/apt/keyrings/google-cloud.asc
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git gnupg \
  && echo 'deb [signed-by=/etc/apt/keyrings/google-cloud.asc] https://packages.cloud.google.com/apt cloud-sdk main' \
    > /etc/apt/sources.list.d/google-cloud.list \
  && chmod 644 /etc/apt/keyrings/google-cloud.asc \
  && apt-get update \
  && apt-get install --yes --no-install-recommends google-cloud-cli google-cloud-cli-gke-gcloud-auth-plugin \
  && rm -rf /var/lib/apt/lists/*

COPY --from=helmsman /bin/helmsman /usr/local/bin/
COPY --from=modules /go/bin/sops /usr/local/bin/
COPY --from=downloads /bin/kubectl /bin/helm /usr/local/bin/
COPY --from=plugins /helm/plugins/secrets /usr/local/share/helm/plugins/helm-secrets
COPY --from=modules /helm-diff /usr/local/share/helm/plugins/helm-diff

# For whoever runs it as themselves; a build of Concourse runs it as root, else it could not write its outputs.
RUN install -d -m 1777 /home/deployer
ENV HOME=/home/deployer \
  HELM_PLUGINS=/usr/local/share/helm/plugins \
  HELM_CACHE_HOME=/tmp/helm/cache \
  HELM_CONFIG_HOME=/tmp/helm/config \
  HELM_DATA_HOME=/tmp/helm/data
ENTRYPOINT ["helmsman"]
