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
      address: '0.0.0.0',
      internal: { port: 5001, address: '0.0.0.0' },
      allowedHosts: [],
      webConcurrency: 1,
      logLevel: 'info',
      basePath: '',
      signUp: 'invited',
      people: { publicHosts: [], mail: undefined, oidc: undefined },
      trustProxy: false,
    });
  });

  it('is put together from the parts of a connection, with any character in its secrets', () => {
    const env = { POSTGRES_HOST: 'db', POSTGRES_PORT: '6432', POSTGRES_PASSWORD: 'a/b?c@d' };
    expect(loadConfig(env).databaseUrl).toBe('postgresql://garbanzo:a%2Fb%3Fc%40d@db:6432/garbanzo');
  });

  it.each([
    ['fd00::5', 'postgresql://garbanzo@[fd00::5]:5432/garbanzo'],
    ['10.0.0.5', 'postgresql://garbanzo@10.0.0.5:5432/garbanzo'],
    ['my_db.local', 'postgresql://garbanzo@my_db.local:5432/garbanzo'],
  ])('takes the host %s as it is', (host, expected) =>
    expect(loadConfig({ POSTGRES_HOST: host }).databaseUrl).toBe(expected),
  );

  it.each([
    ['5100', { port: 5100, address: '::1' }],
    ['127.0.0.1:5100', { port: 5100, address: '127.0.0.1' }],
    ['[fd00::5]:5100', { port: 5100, address: 'fd00::5' }],
  ])('opens what is not for everybody where it is told to: %s', (value, expected) => {
    const env = { DATABASE_URL: url, ADDRESS: '::1', INTERNAL_PORT: value };
    expect(loadConfig(env).internal).toEqual(expected);
  });

  it('reads names of hosts in small letters', () => {
    const env = { DATABASE_URL: url, ALLOWED_HOSTS: 'Todo.example.org, nas.local:8080,[fd00::5]' };
    expect(loadConfig(env).allowedHosts).toEqual(['todo.example.org', 'nas.local:8080', '[fd00::5]']);
  });

  it('reads secrets from files', () => {
    const file = join(folder, 'url');
    writeFileSync(file, `${url}\n`);
    expect(loadConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe(url);
  });

  it('reads pages from a replica as well where it is told of one: at an address, or on a host beside the parts', () => {
    const file = join(folder, 'replica');
    writeFileSync(file, 'postgresql://reader@standby/garbanzo\n');
    expect(loadConfig({ DATABASE_URL: url }).replicaUrl).toBeUndefined();
    expect(loadConfig({ DATABASE_URL: url, DATABASE_REPLICA_URL_FILE: file }).replicaUrl).toBe(
      'postgresql://reader@standby/garbanzo',
    );
    const parts = { POSTGRES_HOST: 'db', POSTGRES_WEB_PASSWORD: 'c', POSTGRES_REPLICA_HOST: 'db-ro' };
    expect(loadConfig(parts, 'web').replicaUrl).toBe('postgresql://garbanzo_web:c@db-ro:5432/garbanzo');
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

  it.each([
    ['a host that is none', { POSTGRES_HOST: 'db:5432' }, 'POSTGRES_HOST must be'],
    ['a socket', { POSTGRES_HOST: '/run/postgresql' }, 'POSTGRES_HOST must be'],
    [
      'a companion alone',
      { DATABASE_URL: url, POSTGRES_PORT: '6432' },
      'POSTGRES_PORT goes with POSTGRES_HOST',
    ],
    ['a companion nobody knows', { POSTGRES_HOST: 'db', POSTGRES_USER: 'x' }, 'POSTGRES_USER is not known'],
    [
      'two databases',
      { DATABASE_URL: url, POSTGRES_HOST: 'db' },
      'DATABASE_URL and POSTGRES_HOST are both set',
    ],
    [
      'a secret twice',
      { DATABASE_URL: url, DATABASE_URL_FILE: '/x' },
      'DATABASE_URL and DATABASE_URL_FILE are',
    ],
    [
      'a replica that is none',
      { DATABASE_URL: url, DATABASE_REPLICA_URL: 'mysql://x' },
      'DATABASE_REPLICA_URL',
    ],
    [
      'a host of a replica beside a whole address',
      { DATABASE_URL: url, POSTGRES_REPLICA_HOST: 'db-ro' },
      'POSTGRES_REPLICA_HOST goes with POSTGRES_HOST, which is not set: beside DATABASE_URL give DATABASE_REPLICA_URL',
    ],
    [
      'two replicas',
      { POSTGRES_HOST: 'db', POSTGRES_REPLICA_HOST: 'db-ro', DATABASE_REPLICA_URL: url },
      'DATABASE_REPLICA_URL and POSTGRES_REPLICA_HOST are both set',
    ],
    ['a file for what is no secret', { DATABASE_URL: url, PORT_FILE: '/x' }, 'PORT_FILE is not known'],
    ['an old name', { DATABASE_URL: url, WORKER_PORT: '5001' }, 'WORKER_PORT is called INTERNAL_PORT now'],
    ['a number in another notation', { DATABASE_URL: url, PORT: '0x1F' }, 'PORT must be a port number'],
    [
      'a number with a sign',
      { DATABASE_URL: url, WEB_CONCURRENCY: '1e1' },
      'WEB_CONCURRENCY must be a number',
    ],
    ['a mode that is none', { DATABASE_URL: url, NODE_ENV: 'prod' }, 'NODE_ENV'],
    ['a space that nobody sees', { DATABASE_URL: url, LOG_LEVEL: 'info ' }, 'LOG_LEVEL begins or ends with'],
    ['a line break', { POSTGRES_HOST: 'db\n' }, 'POSTGRES_HOST begins or ends with'],
    ['a URL with a space', { DATABASE_URL: `${url} ` }, 'DATABASE_URL'],
    ['a URL without a database', { DATABASE_URL: 'postgresql://db' }, 'DATABASE_URL must name a database'],
    ['a URL of a wrong kind', { DATABASE_URL: 'postgres:x' }, 'DATABASE_URL'],
    ['a path that leaves itself', { DATABASE_URL: url, BASE_PATH: '/a/../b' }, 'BASE_PATH'],
    ['the path of the health', { DATABASE_URL: url, BASE_PATH: '/health' }, 'BASE_PATH'],
    [
      'an origin for a host',
      { DATABASE_URL: url, ALLOWED_HOSTS: 'https://a.example' },
      'ALLOWED_HOSTS must be',
    ],
    ['a place that is none', { DATABASE_URL: url, INTERNAL_PORT: '1.2.3:5001' }, 'INTERNAL_PORT must be'],
    ['one port for both', { DATABASE_URL: url, PORT: '5001' }, 'PORT and INTERNAL_PORT are the same'],
  ])('refuses by name what it would have to put aside: %s', (_, env, message) => {
    expect(() => loadConfig(env)).toThrow(message);
  });

  it('minds neither what other programs are told nor what Kubernetes says of its services', () => {
    const services = { POSTGRES_SERVICE_HOST: '10.0.0.1', POSTGRES_PORT_5432_TCP: 'tcp://10.0.0.1:5432' };
    expect(loadConfig({ POSTGRES_HOST: 'db', ...services }).databaseUrl).toContain('@db:5432/');
    expect(loadConfig({ DATABASE_URL: url, POSTGRES_USER: 'x' }).databaseUrl).toBe(url);
  });

  it('says what to set when there is no database', () => {
    expect(() => loadConfig({})).toThrow('DATABASE_URL is not set: give DATABASE_URL, or POSTGRES_HOST');
  });
});
