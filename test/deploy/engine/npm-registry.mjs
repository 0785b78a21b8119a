import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../root.mjs';
import { npmPackage } from './npm-package.mjs';

/** What npm in a build asks for, through the proxy that its engine names: see node.Dockerfile. */
const ASKED = 'http://registry.npmjs.org/';

/**
 * Answers npm in a build with what npm on this machine gets: from its registry, with its settings, certificates and
 * credentials, or out of its cache. So nothing of those comes into a build.
 *
 * @param relay starts, where the build can reach it, the program with this path, which hands its connections on
 */
export async function startRegistry(socket, relay) {
  const source = await packageSource();
  const server = createServer((request, response) => {
    answer(request, response, source).catch((error) => response.writeHead(502).end(String(error)));
  });
  await once(server.listen(socket), 'listening');
  const child = relay(fileURLToPath(new URL('relay.mjs', import.meta.url)));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`The relay ended with ${child.exitCode}`);
  return {
    async stop() {
      child.kill();
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer({ method, url, headers }, response, { fetchPackage, registry }) {
  if (method !== 'GET' || !url.startsWith(ASKED)) return response.writeHead(403).end(`No ${method} ${url}`);
  const found = await fetchPackage(url.slice(ASKED.length - 1), { headers: { accept: headers.accept } });
  const body = await found.buffer();
  const isPackage = found.headers.get('content-type')?.includes('json');
  response.writeHead(200).end(isPackage ? body.toString().replaceAll(registry, ASKED) : body);
}

/** The `fetch` of npm itself, with the settings of this machine. */
async function packageSource() {
  const npm = await npmPackage();
  const load = createRequire(join(npm, 'package.json'));
  const Config = load('@npmcli/config');
  const definitions = load('@npmcli/config/lib/definitions');
  const config = new Config({ ...definitions, npmPath: npm, argv: [], cwd: dirname(root), warn: false });
  await config.load();
  const options = { ...config.flat, preferOffline: true };
  const fetchFrom = load('npm-registry-fetch');
  return {
    registry: options.registry,
    fetchPackage: (path, more) => fetchFrom(path, { ...options, ...more }),
  };
}
