import { existsSync, readdirSync } from 'node:fs';

const RELEASES = 'k8s/releases';

/** The files that `make secrets` has made. */
export const secretsFiles = () =>
  readdirSync(RELEASES)
    .map((release) => `${RELEASES}/${release}/secrets.yaml`)
    .filter((file) => existsSync(file));
