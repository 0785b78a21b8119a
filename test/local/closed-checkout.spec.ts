import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBinaries, runnableBy } from '../../apps/local/src/postgres/binaries.js';

const STRANGER = { uid: 60_843, gid: 60_843 };

/** Only root starts a server as somebody else. */
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('a checkout that others cannot enter, such as one below /root', () => {
  // Not in the folder for temporary files of this run, which others cannot enter either.
  const folder = mkdtempSync('/tmp/garbanzo-closed-');
  const [checkout, cache] = [join(folder, 'checkout'), join(folder, 'cache')];
  beforeAll(async () => {
    const { postgres } = await findBinaries();
    cpSync(dirname(dirname(dirname(postgres))), checkout, { recursive: true, verbatimSymlinks: true });
    chmodSync(folder, 0o755);
    chmodSync(checkout, 0o700);
    mkdirSync(cache);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const closed = {
    initdb: join(checkout, 'native/bin/initdb'),
    postgres: join(checkout, 'native/bin/postgres'),
  };

  it('has programs that the server’s user can run nevertheless, whatever rights new files get', () => {
    const before = process.umask(0o077);
    const { postgres } = runnableBy(STRANGER, closed, cache);
    process.umask(before);
    expect(postgres).toContain(cache);
    expect(spawnSync(postgres, ['--version'], { ...STRANGER, cwd: '/' }).stdout.toString()).toContain(
      'PostgreSQL',
    );
    // Nobody but root can put another program in its place.
    expect(statSync(postgres)).toMatchObject({ uid: 0 });
    expect(statSync(postgres).mode & 0o022).toBe(0);
  });

  it('copies them once', () => {
    const { postgres } = runnableBy(STRANGER, closed, cache);
    const made = statSync(postgres).ino;
    expect(statSync(runnableBy(STRANGER, closed, cache).postgres).ino).toBe(made);
  });

  it('leaves those alone that can be run where they are', () => {
    const copied = runnableBy(STRANGER, closed, cache);
    expect(runnableBy(STRANGER, copied, cache)).toBe(copied);
    expect(runnableBy(undefined, closed, cache)).toBe(closed);
  });
});
