import { delimiter, join } from 'node:path';
import { root } from './root.mjs';

/** What a person's shell may hold and a check must not hear of: their cluster, their keys, their settings; and what `make` says to itself. */
const PERSONAL =
  /^(KUBE|HELM_|HELMSMAN|SOPS_|GNUPG|GARBANZO_|DATABASE_URL|POSTGRES_|PG|AWS_|GOOGLE_|CLOUDSDK_|DOCKER_|COMPOSE_|BUILDX_|BUILDKIT_|MAKE|MFLAGS$|MODE$|PORT$|ADDRESS$)/;

/** The environment of this process for a tool that a check runs: nothing personal, and Helm's own files in `scratch`. */
export function cleanEnvironment(scratch) {
  const kept = Object.entries(process.env).filter(([name]) => !PERSONAL.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    HELM_CACHE_HOME: join(scratch, 'helm/cache'),
    HELM_CONFIG_HOME: join(scratch, 'helm/config'),
    HELM_DATA_HOME: join(scratch, 'helm/data'),
    KUBECONFIG: join(scratch, 'no-cluster'),
  };
}
