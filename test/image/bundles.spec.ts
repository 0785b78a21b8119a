import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.mjs';
import { isAnswering, spawnScript } from '../support/processes.js';
import { until } from '../support/until.js';
import { ask } from '../support/somebody.mjs';

/** The paths that docker/Dockerfile copies into the image from what was built. */
const copied = [
  ...readFileSync('docker/Dockerfile', 'utf8').matchAll(/^COPY --from=build \/app\/(\S+) \1$/gm),
].map(([, path = '']) => path);

describe('a folder with what the image has, and nothing else', () => {
  let folder: string;
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'garbanzo-image-'));
    for (const path of ['package.json', ...copied]) cpSync(path, join(folder, path), { recursive: true });
  });
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test.drop();
  });

  const environment = () => ({ NODE_ENV: 'production', LOG_LEVEL: 'warn', DATABASE_URL: test.url });

  /** By its first line, as the image's entry point does. */
  function admin(...args: string[]) {
    const PATH = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
    const env = { PATH, ...environment() };
    return spawnSync(join(folder, 'dist/bundle/admin.js'), args, { env, encoding: 'utf8' });
  }

  async function start(name: 'web' | 'worker') {
    const [port, internalPort] = [String(await freePort()), String(await freePort())];
    const env = { ...environment(), WEB_CONCURRENCY: '1', PORT: port, INTERNAL_PORT: internalPort };
    const program = join(folder, `dist/bundle/${name}.js`);
    const child = spawnScript(['--enable-source-maps', program], env, ['ignore', 'pipe', 'pipe']);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
    let hasClosed = false;
    child.once('close', () => (hasClosed = true));
    stops.push(() => child.kill('SIGKILL'));
    await until(() => {
      if (hasClosed) throw new Error(`${name} has ended: ${said}`);
      return isAnswering(`http://127.0.0.1:${internalPort}/health/ready`);
    });
    return { url: `http://127.0.0.1:${port}`, said: () => said };
  }

  it('runs web and worker, and sends pages with all that they ask for', async () => {
    const [{ url }] = await Promise.all([start('web'), start('worker')]);
    const page = await (await fetch(url)).text();
    expect(page).toContain('<h1');
    const assets = [...page.matchAll(/(?:href|src)="([^"]*\/assets\/[^"]+)"/g)].map(([, path]) => path);
    expect(assets.length).toBeGreaterThanOrEqual(4);
    for (const path of assets) expect((await fetch(`${url}${path}`)).status).toBe(200);
  });

  it.each([['--version'], ['migrate'], ['status'], ['verify'], ['replay'], ['parked'], ['backup', '-']])(
    'runs garbanzo %s',
    (...args) => {
      const { status, stderr } = admin(...args);
      expect({ status, stderr }).toMatchObject({ status: 0 });
    },
  );

  it('lets doctor look at everything', () => {
    const { stdout } = admin('doctor', '--json');
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining([expect.objectContaining({ verdict: expect.any(String) })]),
    );
  });

  it('says in which line of the sources something is missing', async () => {
    rmSync(join(folder, 'dist/apps/web/views/home.hbs'));
    const [{ url, said }] = await Promise.all([start('web'), start('worker')]);
    expect((await ask(url, '/')).status).toBe(500);
    await until(() => said().includes('"stack"'));
    expect(said()).toMatch(/apps\/web\/src\/views\/\w+\.ts:\d+/);
  });

  it('leads from a stack trace to the file of a package', async () => {
    const env = {
      ...environment(),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      INTERNAL_PORT: String(await freePort()),
    };
    const worker = spawnScript(['--enable-source-maps', join(folder, 'dist/bundle/worker.js')], env, [
      'ignore',
      'pipe',
      'inherit',
    ]);
    stops.push(() => worker.kill('SIGKILL'));
    let said = '';
    worker.stdout?.on('data', (chunk) => (said += String(chunk)));
    await until(() => said.includes('jobs cannot be received yet'));
    expect(said).toMatch(/at async PgBoss\.start \([^)]*\/node_modules\/pg-boss\/dist\/index\.js:1:1\)/);
  });

  it('does not run web without its views', async () => {
    rmSync(join(folder, 'dist/apps/web/views'), { recursive: true });
    await expect(start('web')).rejects.toThrow(/web has ended: .*ENOENT.*views/);
  });
});
