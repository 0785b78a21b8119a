import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { secretsTools } from '../tools.mjs';

/**
 * A fresh fork of a person with an empty home: what `make secrets` needs of this folder, and an environment in which
 * nothing of whoever runs the checks can be seen. Whatever is left behind is in its folder.
 */
export async function forkIn(folder, { root, environment }) {
  const tree = join(folder, 'tree');
  for (const part of ['home', 'temporary', 'gnupg'])
    mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
  for (const part of ['k8s', 'ci', 'helmsman_dsf.yml', 'helmsman_small_dsf.yml']) {
    cpSync(join(root, part), join(tree, part), { recursive: true });
  }
  const env = {
    ...environment,
    PATH: [environment.PATH, ...(await secretsTools())].join(delimiter),
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'temporary'),
    GNUPGHOME: join(folder, 'gnupg'),
    DUCKDNS_TOKEN: 'a-token-of-duck-dns',
    SMTP_URL: 'smtp://of-a-person:secret@mail.example.org:587',
  };
  const options = { cwd: tree, env };
  return {
    folder,
    tree,
    env,
    /** A script of k8s/secrets, as `make` runs it. */
    script: (name, args = [], more = {}) =>
      runCommand('node', [`k8s/secrets/${name}.mjs`, ...args], { cwd: tree, env: { ...env, ...more } }),
    /** The values of a release, decrypted with whatever keys `more` leads to. */
    values: async (release, more = {}) => {
      const file = `k8s/releases/${release}/secrets.yaml`;
      if (!existsSync(join(tree, file))) throw new Error(`${file} is missing`);
      const args = ['decrypt', '--output-type', 'json', file];
      return JSON.parse((await runCommand('sops', args, { ...options, env: { ...env, ...more } })).stdout);
    },
  };
}
