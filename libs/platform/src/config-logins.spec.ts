import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const url = 'postgresql://garbanzo@localhost/garbanzo';
const folder = mkdtempSync(join(tmpdir(), 'garbanzo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the logins of a configuration', () => {
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
      'POSTGRES_WEB_PASSWORD goes with POSTGRES_HOST, which is not set: beside DATABASE_URL give WEB_DATABASE_URL',
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
});
