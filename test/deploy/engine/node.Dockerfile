# node:24-trixie-slim, as far as it can be made without a registry of images. The real one is made of the same, by others.
FROM debian:trixie-slim
RUN groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node
COPY --from=node bin/node /usr/local/bin/
COPY --from=npm . /usr/local/lib/node_modules/npm
RUN cd /usr/local/bin && ln -s ../lib/node_modules/npm/bin/npm-cli.js npm && ln -s ../lib/node_modules/npm/bin/npx-cli.js npx
# Not encrypted, so that npm-registry.mjs can answer.
RUN mkdir -p /usr/local/etc \
  && printf 'registry=http://registry.npmjs.org/\nreplace-registry-host=always\n' > /usr/local/etc/npmrc
CMD ["node"]
