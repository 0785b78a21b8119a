import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRefuse } from '../must-refuse.mjs';
import { checkHelmSecrets } from '../plugins/check-helm-secrets.mjs';
import { runCommand } from '../run-command.mjs';
import { helm, kubectl, sops } from '../tools.mjs';

export const name = 'the deployment image has the tools that are checked here';

export async function run(context) {
  const { root, environment, step, skip } = context;
  await step('helm-secrets is installed and decrypts', () => checkHelmSecrets(context));
  // On another processor helm and kubectl are whichever are on PATH.
  if (process.arch !== 'x64') return skip('versions and checksums', 'the image is for amd64');
  const dockerfile = readFileSync(join(root, 'docker/deploy.Dockerfile'), 'utf8');
  const versions = {
    [await versionOf(await helm(), ['version', '--short'], environment)]: /helm-(v[\d.]+)-linux/,
    [await versionOf(await kubectl(), ['version', '--client'], environment)]: /release\/(v[\d.]+)\/bin/,
    [`v${await versionOf(await sops(), ['--version'], environment)}`]: /sops@(v[\d.]+)/,
  };
  await step('helm, kubectl and sops are of the same versions', async () =>
    refuseOthers(dockerfile, versions),
  );
  await step('the checksums are those of the same files', async () => refuseOtherFiles(dockerfile));
  await step('what differs is refused', async () => {
    await mustRefuse('another kubectl', /v1\.35\.0/, async () =>
      refuseOthers(dockerfile.replace('release/v1.36', 'release/v1.35.0/bin v1.36'), versions),
    );
    await mustRefuse('another checksum', /checksum/, () =>
      refuseOtherFiles(dockerfile.replaceAll(/[0-9a-f]{64}/g, '0')),
    );
  });
}

async function versionOf(program, args, env) {
  const { stdout } = await runCommand(program, args, { env });
  return /v?\d+\.\d+\.\d+/.exec(stdout)[0];
}

function refuseOthers(dockerfile, versions) {
  for (const [version, pattern] of Object.entries(versions)) {
    const found = pattern.exec(dockerfile)?.[1];
    if (found !== version) throw new Error(`the image takes ${found}, the checks ${version}`);
  }
}

async function refuseOtherFiles(dockerfile) {
  for (const program of [await helm(), await kubectl()]) {
    const checksum = createHash('sha256').update(readFileSync(program)).digest('hex');
    if (!dockerfile.includes(checksum)) throw new Error(`the checksum of ${program} is not in the image`);
  }
}
