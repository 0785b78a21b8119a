# postgres:18-trixie, as far as it can be made without a registry of images: the server from npm, the client from Debian.
FROM debian:trixie-slim
RUN groupadd --gid 999 postgres && useradd --uid 999 --gid postgres --home-dir /var/lib/postgresql --shell /bin/bash postgres \
  && install --directory --owner=postgres --group=postgres --mode=1777 /var/lib/postgresql /var/run/postgresql
RUN --mount=type=bind,from=packages,target=/packages DEBIAN_FRONTEND=noninteractive dpkg --install /packages/*.deb
COPY --from=postgres . /usr/local/postgresql
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
ENV LANG=C.UTF-8 PATH=/usr/local/postgresql/bin:$PATH PGDATA=/var/lib/postgresql/18/docker
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
