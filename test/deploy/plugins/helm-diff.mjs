import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HELM_DIFF_VERSION, helmDiff } from '../tools.mjs';

/** helm-diff as docker/deploy.Dockerfile lays it: the program, and a manifest with the keys of the real one. */
export async function installHelmDiff(folder) {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  cpSync(await helmDiff(), join(folder, 'bin/diff'));
  writeFileSync(join(folder, 'plugin.yaml'), JSON.stringify(MANIFEST));
}

const MANIFEST = {
  name: 'diff',
  version: HELM_DIFF_VERSION,
  usage: 'Preview helm upgrade changes as a diff',
  description: 'Preview helm upgrade changes as a diff',
  useTunnel: true,
  platformCommand: [{ command: '${HELM_PLUGIN_DIR}/bin/diff' }],
  platformHooks: { install: [{ command: '${HELM_PLUGIN_DIR}/install-binary.sh' }] },
};
