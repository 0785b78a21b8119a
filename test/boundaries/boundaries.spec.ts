import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}

interface Violation {
  readonly rule: { readonly name: string };
}

/** The rules that the files below a folder break. That ours break none is a check of its own of `make test`. */
async function broken(...folders: string[]): Promise<Set<string>> {
  const args = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...folders,
  ];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: { stdout: string }) => error,
  );
  const { violations }: { violations: readonly Violation[] } = JSON.parse(stdout).summary;
  return new Set(violations.map(({ rule }) => rule.name));
}

describe('the boundaries between libs, apps and packages', () => {
  it('each turn red where they are crossed', async () => {
    const { forbidden }: Rules = require('../../.dependency-cruiser.cjs');
    expect([...(await broken('test/boundaries/fixture'))].toSorted()).toEqual(
      forbidden.map(({ name }) => name).toSorted(),
    );
  });
});
