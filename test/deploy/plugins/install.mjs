import { cpSync, createReadStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { basename, delimiter, dirname, join } from 'node:path';
import { runCommand } from '../run-command.mjs';
import { helm } from '../tools.mjs';
import { commandsWith } from './dockerfile.mjs';
import { VERSION } from './helm-secrets.mjs';

const ADDRESS = `https://github.com/jkroepke/helm-secrets/releases/download/v${VERSION}`;
const FINGERPRINT = /\b[0-9A-F]{40}\b/g;

/**
 * Installs helm-secrets by the very commands of docker/deploy.Dockerfile, from a release that stands in for the real one:
 * another address, and another key. Answers with the folder of the plug-in.
 *
 * @param release what releaseHelmSecrets answers with
 */
export async function installHelmSecrets(folder, release, env) {
  const home = join(folder, 'gnupg');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  cpSync(release.publicKeys, join(folder, 'keys.asc'));
  const server = await serve(release.packages);
  const commands = commandsWith('helm plugin install')
    .replace(ADDRESS, `http://127.0.0.1:${server.address().port}`)
    .replaceAll(FINGERPRINT, release.fingerprint);
  const PATH = [dirname(await helm()), env.PATH].join(delimiter);
  try {
    await runCommand('sh', ['-e', '-c', commands], { cwd: folder, env: { ...env, PATH, GNUPGHOME: home } });
  } finally {
    server.close();
    await runCommand('gpgconf', ['--kill', 'all'], { env: { ...env, GNUPGHOME: home } });
  }
  return join(folder, 'plugins/secrets');
}

async function serve(folder) {
  const server = createServer((request, response) => {
    createReadStream(join(folder, basename(request.url)))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
