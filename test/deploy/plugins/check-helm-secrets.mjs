import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { runCommand } from '../run-command.mjs';
import { throwAwayAge } from '../secrets/keys.mjs';
import { helm, secretsTools } from '../tools.mjs';
import { VERSION } from './helm-secrets.mjs';
import { releaseHelmSecrets } from './helm-secrets-release.mjs';
import { installHelmSecrets } from './install.mjs';

/** Installs helm-secrets as the deployment image does, and in the ways that do not work, and decrypts with each. */
export async function checkHelmSecrets({ scratch, environment }) {
  const folder = (name) => folderIn(scratch, name);
  const env = {
    ...environment,
    PATH: [environment.PATH, ...(await secretsTools())].join(delimiter),
  };
  const file = await encrypted(folder('secret'), env);
  const mustDecrypt = (plugin) => decryptWith(plugin, file, env);
  const release = await releaseHelmSecrets(folder('release'), env);

  await mustDecrypt(await installHelmSecrets(folder('image'), release, env));
  await mustRefuse('the plug-in for Helm 3', /unknown command "secrets"/, () => mustDecrypt(release.sources));
  const linked = join(release.sources, 'plugins/helm-secrets-cli');
  const alone = join(folder('alone'), 'plugin');
  cpSync(linked, alone, { recursive: true, verbatimSymlinks: true });
  await mustRefuse('a plug-in without its scripts', /no such file/, () => mustDecrypt(alone));

  const stranger = await releaseHelmSecrets(folder('stranger'), env);
  await mustRefuse('a package that somebody else has signed', /signature made by unknown entity/, () =>
    installHelmSecrets(folder('deceived'), { ...release, packages: stranger.packages }, env),
  );
}

function folderIn(scratch, name) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  return folder;
}

async function encrypted(folder, env) {
  const { file: key, recipient } = await throwAwayAge(join(folder, 'key'), env);
  const file = join(folder, 'secrets.yaml');
  writeFileSync(file, 'password: told\n');
  await runCommand('sops', ['encrypt', '--in-place', ...recipient.flags, file], { env });
  return { file, key };
}

/** Asks helm what helmsman asks it, with nothing but this plug-in. */
async function decryptWith(plugin, { file, key }, env) {
  const plugins = join(plugin, '../only');
  cpSync(plugin, join(plugins, 'helm-secrets'), { recursive: true, verbatimSymlinks: true });
  const options = { env: { ...env, HELM_PLUGINS: plugins, SOPS_AGE_KEY_FILE: key } };
  const { stdout: list } = await runCommand(await helm(), ['plugin', 'list'], options);
  const { stdout } = await runCommand(await helm(), ['secrets', 'decrypt', file], options);
  if (stdout !== 'password: told\n') throw new Error(`It decrypts to ${stdout}`);
  if (!list.includes(VERSION)) throw new Error(`helmsman reads another version from\n${list}`);
}
