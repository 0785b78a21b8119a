import { globSync } from 'node:fs';

/** The files that `make secrets` has made, in the order of their names. */
export const secretsFiles = () => globSync('k8s/releases/*/secrets.yaml').sort();
