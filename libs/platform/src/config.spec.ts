import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const url = 'postgresql://garbanzo@localhost/garbanzo';
const folder = mkdtempSync(join(tmpdir(), 'garbanzo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the configuration', () => {
  it('has defaults for everything but the database', () => {
    expect(loadConfig({ DATABASE_URL: url })).toEqual({
      production: false,
      databaseUrl: url,
      port: 5000,
      workerPort: 5001,
      address: '0.0.0.0',
      webConcurrency: 1,
      logLevel: 'info',
      basePath: '',
      trustProxy: false,
    });
  });

  it('is put together from the parts of a connection, with any character in its secrets', () => {
    const env = { POSTGRES_HOST: 'db', POSTGRES_PORT: '6432', POSTGRES_PASSWORD: 'a/b?c@d' };
    expect(loadConfig(env).databaseUrl).toBe('postgresql://garbanzo:a%2Fb%3Fc%40d@db:6432/garbanzo');
  });

  it('reads secrets from files', () => {
    const file = join(folder, 'url');
    writeFileSync(file, `${url}\n`);
    expect(loadConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe(url);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ DATABASE_URL: url, PORT: '', LOG_LEVEL: '' }).port).toBe(5000);
  });

  it('drops the slash at the end of a base path', () => {
    expect(loadConfig({ DATABASE_URL: url, BASE_PATH: '/todo/' }).basePath).toBe('/todo');
  });

  it.each([
    ['true', true],
    ['2', 2],
    ['10.0.0.0/8,127.0.0.1', '10.0.0.0/8,127.0.0.1'],
  ])('trusts the proxies it is told of: %s', (value, expected) => {
    expect(loadConfig({ DATABASE_URL: url, TRUST_PROXY: value }).trustProxy).toBe(expected);
  });

  it('names every variable that is wrong in one error', () => {
    const env = {
      PORT: 'http',
      LOG_LEVEL: 'loud',
      WEB_CONCURRENCY: '0',
      TRUST_PROXY: 'somebody',
      ADDRESS: 'localhost',
      POSTGRES_PASSWORD_FILE: join(folder, 'none'),
      BASE_PATH: 'todo',
      DATABASE_URL: 'mysql://x',
    };
    const messages = (() => {
      try {
        return loadConfig(env);
      } catch (error) {
        return String(error);
      }
    })();
    for (const name of Object.keys(env)) expect(messages).toContain(name);
  });

  it('says what to set when there is no database', () => {
    expect(() => loadConfig({})).toThrow('DATABASE_URL is not set: give DATABASE_URL, or POSTGRES_HOST');
  });

  it('says which file of a secret cannot be read', () => {
    expect(() => loadConfig({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(
      'DATABASE_URL_FILE names a file',
    );
  });
});
