import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installHelmDiff } from './helm-diff.mjs';
import { releaseHelmSecrets } from './helm-secrets-release.mjs';
import { installHelmSecrets } from './install.mjs';

/** The plug-ins of the deployment image, in a folder for HELM_PLUGINS. */
export async function installPlugins(folder, env) {
  const plugins = join(folder, 'plugins');
  mkdirSync(join(folder, 'helm-secrets'), { recursive: true });
  const release = await releaseHelmSecrets(join(folder, 'helm-secrets/release'), env);
  const secrets = await installHelmSecrets(join(folder, 'helm-secrets/image'), release, env);
  cpSync(secrets, join(plugins, 'helm-secrets'), { recursive: true });
  await installHelmDiff(join(plugins, 'helm-diff'));
  return plugins;
}
