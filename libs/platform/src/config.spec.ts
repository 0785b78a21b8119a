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
      logins: {},
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

  it('has a login of its own for web and for worker, or the owner’s', () => {
    const [web, worker] = ['web', 'worker'].map((name) => `postgresql://garbanzo_${name}@localhost/garbanzo`);
    const env = { DATABASE_URL: url, WEB_DATABASE_URL: web, WORKER_DATABASE_URL: worker };
    expect(loadConfig(env, 'web').databaseUrl).toBe(web);
    expect(loadConfig(env, 'worker').databaseUrl).toBe(worker);
    expect(loadConfig(env)).toMatchObject({ databaseUrl: url, logins: { web, worker } });
    expect(loadConfig({ DATABASE_URL: url }, 'web')).toMatchObject({ databaseUrl: url, logins: {} });
    // A process needs no more than its own.
    expect(loadConfig({ WEB_DATABASE_URL: web }, 'web').databaseUrl).toBe(web);
    expect(() => loadConfig({ WEB_DATABASE_URL: web }, 'worker')).toThrow('DATABASE_URL is not set');
  });

  it('has those logins from passwords as well, beside the parts of a connection', () => {
    const file = join(folder, 'password');
    writeFileSync(file, 'a/b\n');
    const env = { POSTGRES_HOST: 'db', POSTGRES_WEB_PASSWORD_FILE: file, POSTGRES_WORKER_PASSWORD: 'c' };
    const web = 'postgresql://garbanzo_web:a%2Fb@db:5432/garbanzo';
    const worker = 'postgresql://garbanzo_worker:c@db:5432/garbanzo';
    expect(loadConfig(env, 'web')).toMatchObject({ databaseUrl: web, logins: { web, worker } });
    expect(() => loadConfig({ DATABASE_URL: url, POSTGRES_WEB_PASSWORD: 'c' })).toThrow(
      'POSTGRES_WEB_PASSWORD goes with POSTGRES_HOST: beside DATABASE_URL give WEB_DATABASE_URL',
    );
  });

  it.each(['statement_timeout=0', 'application_name=x', 'sslmode=require&channel_binding=require'])(
    'refuses what an address says and nobody would hear: ?%s',
    (parameters) => {
      const name = /([a-z_]+)=[^&]*$/.exec(parameters)?.[1];
      expect(() => loadConfig({ DATABASE_URL: `${url}?${parameters}` })).toThrow(
        `DATABASE_URL must not say ?${name}=`,
      );
      expect(
        loadConfig({ DATABASE_URL: `${url}?sslmode=require&options=-c%20geqo%3Doff` }).databaseUrl,
      ).toMatch(/geqo/);
    },
  );

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
