import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version that the deployment image asks for. */
export const VERSION = '4.7.7';

/**
 * A stand-in for the sources of helm-secrets, which are shell and reach no registry here. Its manifests have the keys of the
 * real ones: one at the root for Helm 3, and for Helm 4 a folder for each type of plug-in, with a link to the scripts. The
 * script calls the real sops.
 */
export function writeSources(folder) {
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  writeFileSync(join(folder, 'scripts/run.sh'), SCRIPT, { mode: 0o755 });
  write(folder, ROOT);
  for (const [name, manifest] of Object.entries(MANIFESTS)) {
    const plugin = join(folder, 'plugins', name);
    mkdirSync(plugin, { recursive: true });
    write(plugin, { apiVersion: 'v1', version: VERSION, runtime: 'subprocess', ...manifest });
    symlinkSync('../../scripts', join(plugin, 'scripts'));
  }
}

/** A plug-in on its own, as its package has it: with the scripts in the place of the link to them. */
export function copyPlugin(sources, name, folder) {
  cpSync(join(sources, 'plugins', name, 'plugin.yaml'), join(folder, 'plugin.yaml'));
  cpSync(join(sources, 'scripts'), join(folder, 'scripts'), { recursive: true });
}

const write = (folder, manifest) =>
  writeFileSync(join(folder, 'plugin.yaml'), JSON.stringify(manifest, undefined, 2));

const SCRIPT = `#!/usr/bin/env sh
set -euf
[ "$1" = decrypt ]
exec sops decrypt "$2"
`;

const run = { platformCommand: [{ command: '$HELM_PLUGIN_DIR/scripts/run.sh' }] };
const protocols = ['secrets', 'secrets+age-import', 'secrets+gpg-import', 'secrets+literal'];

const ROOT = {
  name: 'secrets',
  version: VERSION,
  usage: 'Secrets encryption in Helm for Git storing',
  description: 'a stand-in',
  useTunnel: false,
  ...run,
  downloaders: [{ command: 'scripts/run.sh downloader', protocols }],
};

const MANIFESTS = {
  'helm-secrets-cli': {
    type: 'cli/v1',
    name: 'secrets',
    config: { usage: 'secrets', shortHelp: 'a stand-in', longHelp: 'a stand-in' },
    runtimeConfig: run,
  },
  'helm-secrets-getter': {
    type: 'getter/v1',
    name: 'secrets-getter',
    config: { protocols },
    runtimeConfig: {
      protocolCommands: [
        { protocols, platformCommand: [{ command: 'scripts/run.sh', args: ['downloader'] }] },
      ],
    },
  },
  'helm-secrets-post-renderer': {
    type: 'postrenderer/v1',
    name: 'secrets-post-renderer',
    runtimeConfig: run,
  },
};
