import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';

describe('a command that is not told of a database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-local-'));
  const env = { GARBANZO_DATA_DIR: folder };
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    writeFileSync(join(folder, 'database-url'), test.url);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test.drop();
  });

  it('takes the one that runs here, and says so beside what it has been asked', async () => {
    const { code, stdout, stderr } = await garbanzo(['status', '--json'], env);
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toMatch(
      /^DATABASE_URL is not set: taking the database of make start \(.*database-url\)\.\n$/,
    );
  });

  it('makes links that begin with the address that make start has printed, unless another is public', async () => {
    const url = 'http://localhost:5678/todo';
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid: 1, startTime: '1', url }));
    const link = async (more: NodeJS.ProcessEnv = {}) =>
      (await garbanzo(['account', 'link', 'mia@example.org'], { ...env, ...more })).stdout;
    expect(await link()).toMatch(/\n {2}http:\/\/localhost:5678\/todo\/reset\/[\w-]{43}\n$/);
    const named = { PUBLIC_URL: 'https://todo.example.org', BASE_PATH: '/todo' };
    expect(await link(named)).toMatch(/\n {2}https:\/\/todo\.example\.org\/todo\/reset\//);
    const elsewhere = await link({ DATABASE_URL: test.url });
    expect(elsewhere).toMatch(/\n {2}\/reset\/[\w-]{43}\n/);
    writeFileSync(join(folder, 'run.json'), 'nonsense');
    expect(await link()).toMatch(/\n {2}\/reset\/[\w-]{43}\n/);
    rmSync(join(folder, 'run.json'));
  });

  it('says it once, whatever it looks at', async () => {
    expect((await garbanzo(['doctor'], env)).stderr.trim().split('\n')).toHaveLength(1);
  });

  it('does nothing of the kind when it is told of one', async () => {
    const { code, stderr } = await garbanzo(['status'], { ...env, DATABASE_URL: test.url });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('says what to set when nothing runs here', async () => {
    const { code, stderr } = await garbanzo(['status'], { GARBANZO_DATA_DIR: join(folder, 'none') });
    expect(code).toBe(2);
    expect(stderr).toContain('DATABASE_URL is not set');
  });
});
