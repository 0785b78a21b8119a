import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Why a Docker engine of our own cannot run here, in words; undefined when it can. */
export function whyNoEngine() {
  if (process.getuid?.() !== 0) return 'a Docker engine takes root';
  if (!isDebian())
    return 'the Docker engine of these checks is made of packages that take Debian 12 or later';
  const { status, stderr } = spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true'], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `no namespaces can be made here: ${stderr}`.trim();
}

function isDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  // What is not released yet has no number.
  const [, number = '99'] = /^VERSION_ID="?(\d+)/m.exec(release) ?? [];
  return /^ID=debian$/m.test(release) && Number(number) >= 12;
}
