import { afterEach, describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('what make start is told', () => {
  const { env } = process;
  afterEach(() => {
    process.env = env;
  });

  const read = (given: NodeJS.ProcessEnv) => {
    process.env = given;
    return readSettings('/garbanzo', []);
  };

  it('may be nothing; then only this machine is served', () => {
    const usual = { postgresPort: 54329, webPort: 5000, workerPort: 5001, address: '127.0.0.1' };
    expect(read({})).toMatchObject(usual);
    expect(read({ PORT: '', WORKER_PORT: '', GARBANZO_POSTGRES_PORT: '', ADDRESS: '' })).toMatchObject(usual);
  });

  it.each([{ PORT: 'http' }, { WORKER_PORT: '70000' }, { GARBANZO_POSTGRES_PORT: '0' }])(
    'is refused by name when it is no port: %j',
    (given) => {
      expect(() => read(given)).toThrow(`${Object.keys(given).join()} must be a port number from 1 to 65535`);
    },
  );

  it('is refused when web and worker would have one port', () => {
    expect(() => read({ PORT: '5001' })).toThrow('PORT and WORKER_PORT are the same');
  });
});
