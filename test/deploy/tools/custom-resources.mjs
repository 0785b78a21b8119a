import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../root.mjs';
import { cached } from './cached.mjs';
import { downloadModule } from './go-modules.mjs';

const CERT_MANAGER = 'github.com/cert-manager/cert-manager';
const CLOUDNATIVE_PG = 'github.com/cloudnative-pg/cloudnative-pg';
const GATEWAY = 'sigs.k8s.io/gateway-api';
const KEDA = 'github.com/kedacore/keda/v2';
const PROMETHEUS = 'github.com/prometheus-operator/prometheus-operator';

/** Those that we use, by whose they are: in which module, and the files of their definitions there. */
const DEFINITIONS = {
  'cert-manager': [
    CERT_MANAGER,
    'deploy/crds/cert-manager.io_certificates.yaml',
    'deploy/crds/cert-manager.io_clusterissuers.yaml',
  ],
  'cloudnative-pg': [CLOUDNATIVE_PG, 'config/crd/bases/postgresql.cnpg.io_clusters.yaml'],
  'gateway-api': [
    GATEWAY,
    'config/crd/standard/gateway.networking.k8s.io_gateways.yaml',
    'config/crd/standard/gateway.networking.k8s.io_httproutes.yaml',
  ],
  keda: [
    KEDA,
    'config/crd/bases/keda.sh_scaledobjects.yaml',
    'config/crd/bases/keda.sh_triggerauthentications.yaml',
  ],
  'kube-prometheus-stack': [
    PROMETHEUS,
    'example/prometheus-operator-crd/monitoring.coreos.com_podmonitors.yaml',
    'example/prometheus-operator-crd/monitoring.coreos.com_prometheusrules.yaml',
  ],
};

/** The definitions of custom resources, as files, by who brings them: real ones, from the modules of their makers. */
export async function customResources() {
  const versions = requiredVersions();
  const key = createHash('sha256')
    .update(JSON.stringify([DEFINITIONS, versions]))
    .digest('hex')
    .slice(0, 12);
  const home = await cached(`custom-resources-${key}`, async (folder) => {
    for (const [module, ...files] of Object.values(DEFINITIONS)) {
      const { Dir } = await downloadModule(module, versions[module]);
      // What lies in Go's cache cannot be written to, a copy should be.
      for (const file of files) writeFileSync(join(folder, basename(file)), readFileSync(join(Dir, file)));
    }
  });
  return Object.fromEntries(
    Object.entries(DEFINITIONS).map(([name, [, ...files]]) => [
      name,
      files.map((file) => join(home, basename(file))),
    ]),
  );
}

/** As the check of the manifests has them. The types of Prometheus are a module below the one with the definitions. */
function requiredVersions() {
  const goMod = readFileSync(join(root, 'test/deploy/manifests/go.mod'), 'utf8');
  const versionOf = (module) => new RegExp(`^\\t${module}(?:/\\S+)? (v\\S+)$`, 'm').exec(goMod)[1];
  return Object.fromEntries(Object.values(DEFINITIONS).map(([module]) => [module, versionOf(module)]));
}
