import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { aptTool } from './debian.mjs';

/**
 * A folder with Debian trixie: what the stand-ins for base images are made of, and whose apt-get has what an older Debian
 * lacks. Needs root.
 */
export async function trixie() {
  const home = await cached('debian-trixie', async (folder) => {
    const options = ['--variant=minbase', '--include=ca-certificates', 'trixie', join(folder, 'tree')];
    // Without waiting for the disk after each file of each package: a folder that is not whole is made anew.
    await runCommand(await aptTool('eatmydata'), [await aptTool('debootstrap'), ...options]);
  });
  return join(home, 'tree');
}

/** Downloads packages of trixie into a folder, by `apt-get` with these arguments. */
export async function fetchFromTrixie(folder, args) {
  const tree = await trixie();
  copyFileSync('/etc/resolv.conf', join(tree, 'etc/resolv.conf'));
  const downloads = join(tree, `tmp/${process.pid}`);
  mkdirSync(join(downloads, 'partial'), { recursive: true });
  const options = [
    '--option',
    `Dir::Cache::archives=/tmp/${process.pid}`,
    '--option',
    'APT::Sandbox::User=root',
  ];
  const script = `cd /tmp/${process.pid} && apt-get update && apt-get "$@"`;
  await runCommand('chroot', [tree, 'sh', '-c', script, 'sh', ...options, ...args]);
  for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
    await runCommand('mv', [join(downloads, file), folder]);
  }
  rmSync(downloads, { recursive: true });
}
