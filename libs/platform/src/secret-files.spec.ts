import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const folder = mkdtempSync(join(tmpdir(), 'garbanzo-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret in a file', () => {
  it('keeps the spaces of a password that comes from a file', () => {
    const file = join(folder, 'password');
    writeFileSync(file, ' a b \r\n');
    const env = { POSTGRES_HOST: 'db', POSTGRES_PASSWORD_FILE: file };
    expect(loadConfig(env).databaseUrl).toBe('postgresql://garbanzo:%20a%20b%20@db:5432/garbanzo');
  });

  it('refuses an empty file', () => {
    const file = join(folder, 'empty');
    writeFileSync(file, '\n');
    const env = { POSTGRES_HOST: 'db', POSTGRES_PASSWORD_FILE: file };
    expect(() => loadConfig(env)).toThrow('POSTGRES_PASSWORD_FILE names a file that is empty');
  });

  it('says which file of a secret cannot be read', () => {
    expect(() => loadConfig({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(
      'DATABASE_URL_FILE names a file',
    );
  });
});
