import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Why a Docker engine of our own cannot run here, in words; undefined when it can. */
export function whyNoEngine() {
  if (process.getuid?.() !== 0) return 'a Docker engine takes root';
  if (!isDebian()) return 'the Docker engine of these checks is made of the packages of Debian';
  const { status, stderr } = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true'], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `no namespaces can be made here: ${stderr}`.trim();
}

function isDebian() {
  return existsSync('/etc/debian_version') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
