import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/**
 * Starts `make secrets` in a fork and kills it, and the sops that it has started, as soon as as many files are there as
 * `files` says, whole or in the making. Answers whether it was killed before it was done.
 */
export async function killSecrets({ tree, env }, files) {
  const options = { cwd: tree, env, detached: true, stdio: 'ignore' };
  const child = spawn('node', ['k8s/secrets/create.mjs'], options);
  const ended = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal === 'SIGKILL')));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  while (isRunning() && encryptedFiles(tree) < files) await setImmediate();
  // The group: node and whatever it has started.
  if (isRunning()) process.kill(-child.pid, 'SIGKILL');
  return ended;
}

function encryptedFiles(tree) {
  const releases = join(tree, 'k8s/releases');
  const filesOf = (release) =>
    readdirSync(join(releases, release)).filter((name) => name.startsWith('secrets'));
  return existsSync(releases) ? readdirSync(releases).flatMap(filesOf).length : 0;
}
