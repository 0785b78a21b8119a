import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { cached } from './cached.mjs';
import { aptTool, debianFile } from './debian.mjs';
import { fetchFromTrixie } from './trixie.mjs';

const PACKAGES = ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'containerd', 'tini'];

/**
 * Docker 26 with BuildKit and Compose 2.26, those of Debian trixie. They are unpacked and not installed, because an
 * installation would start a server: `folders` are for a PATH, `plugins` is for the settings of the client.
 */
export async function dockerPrograms() {
  const home = await cached('docker-of-trixie', async (folder) => {
    await fetchFromTrixie(folder, ['download', ...PACKAGES]);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
      await runCommand('dpkg-deb', ['--extract', join(folder, file), folder]);
      await runCommand('rm', [join(folder, file)]);
    }
  });
  // The only one that an older Debian cannot run.
  const runc = await debianFile({ package: 'runc', file: 'usr/sbin/runc' });
  const folders = [join(home, 'usr/bin'), join(home, 'usr/sbin'), dirname(runc)];
  // For the network, and for the names in it. These two start nothing when they are installed.
  for (const [packageName, program] of [
    ['iproute2', 'ip'],
    ['iptables', 'iptables'],
  ]) {
    folders.push(dirname(await aptTool(packageName, program)));
  }
  return { folders, plugins: join(home, 'usr/libexec/docker/cli-plugins') };
}
