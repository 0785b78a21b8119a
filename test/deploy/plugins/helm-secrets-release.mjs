import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { throwAwayGpg } from '../secrets/keys.mjs';
import { helm } from '../tools.mjs';
import { copyPlugin, writeSources } from './helm-secrets.mjs';

const PLUGINS = ['cli', 'getter', 'post-renderer'].map((part) => `helm-secrets-${part}`);

/**
 * A release of the stand-in for helm-secrets, made as its own are: each plug-in for Helm 4 packaged by `helm plugin
 * package` and signed. Answers with the folder of the packages, that of the sources, and the maker's key.
 */
export async function releaseHelmSecrets(folder, env) {
  const [sources, packages] = [join(folder, 'sources'), join(folder, 'packages')];
  writeSources(sources);
  mkdirSync(packages);
  const maker = await makeKey(join(folder, 'maker'), env);
  for (const name of PLUGINS) {
    const plugin = join(folder, 'build', name);
    copyPlugin(sources, name, plugin);
    const args = ['plugin', 'package', plugin, '--key', 'nobody@example.org', '--keyring', maker.secretKeys];
    await runCommand(await helm(), [...args, '--destination', packages], { env });
  }
  return { sources, packages, ...maker };
}

/** helm reads neither armour nor GnuPG's own keybox when it signs. */
async function makeKey(folder, env) {
  const { recipient } = await throwAwayGpg(folder, env);
  const fingerprint = recipient.name;
  const secretKeys = join(folder, 'secret-keys.gpg');
  const options = { env: { ...env, ...recipient.environment } };
  await runCommand('gpg', ['--batch', '--output', secretKeys, '--export-secret-keys', fingerprint], options);
  const { stdout } = await runCommand('gpg', ['--batch', '--armor', '--export', fingerprint], options);
  await runCommand('gpgconf', ['--kill', 'all'], options);
  const publicKeys = join(folder, 'public-keys.asc');
  writeFileSync(publicKeys, stdout);
  return { fingerprint, secretKeys, publicKeys };
}
