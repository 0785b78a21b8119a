import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { processesIn, removeLeftovers } from '../support/run-folder.mjs';
import { runStatements } from '../support/run-statements.js';

interface Result {
  readonly name: string;
  readonly status: string;
  readonly message: string;
}

describe('a test file that', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cleanup-'));
  let results: readonly Result[];
  beforeAll(() => {
    results = runFixtures(folder);
  });

  const resultOf = (name: string) => results.find((result) => result.name.includes(name));

  it('fails in a hook has ended all that it has started, and dropped its database', async () => {
    expect(resultOf('hook-that-fails')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('It fails'),
    });
    expect(processesIn((tmp) => tmp === folder)).toEqual([]);
    await expect(runStatements(readFileSync(join(folder, 'url'), 'utf8'), 'select')).rejects.toThrow(
      /database "test_\w+" does not exist/,
    );
  });

  it('forgets to close something fails, though its tests pass', () => {
    expect(resultOf('forgetful')).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/These were left open: the database test_\w+/),
    });
  });
});

describe('what a run has left that was killed', () => {
  const parent = mkdtempSync(join(tmpdir(), 'runs-'));
  const sleepers: ChildProcess[] = [];
  afterAll(() => {
    for (const sleeper of sleepers) sleeper.kill('SIGKILL');
  });

  /** A run's folder with a process in it. */
  function leave(owner = 0): { readonly folder: string; readonly pid: number | undefined } {
    const folder = join(parent, `garbanzo-test-${owner}-abc`);
    mkdirSync(folder);
    const sleeper = spawn('sleep', ['600'], { env: { PATH: process.env.PATH, TMPDIR: folder } });
    sleepers.push(sleeper);
    return { folder, pid: sleeper.pid };
  }

  it('is removed by the next one, and nothing of one that goes on', async () => {
    const gone = leave(spawnSync('true').pid);
    const going = leave(process.pid);
    await removeLeftovers(parent);
    expect(processesIn((folder) => folder.startsWith(parent))).toEqual([going.pid]);
    expect([gone.folder, going.folder].map((folder) => existsSync(folder))).toEqual([false, true]);
  });
});

/** Runs the files of `fixture` in a Jest of their own, on the PostgreSQL of this one, with a TMPDIR of theirs. */
function runFixtures(folder: string): readonly Result[] {
  const jest = ['node_modules/jest/bin/jest.js', '--config', 'test/cleanup/fixture/jest.config.js'];
  const env = { ...process.env, TMPDIR: folder };
  const { stdout } = spawnSync(process.execPath, [...jest, '--json', '--runInBand'], {
    encoding: 'utf8',
    env,
    timeout: 120_000,
  });
  const { testResults }: { testResults: readonly Result[] } = JSON.parse(stdout);
  return testResults;
}
