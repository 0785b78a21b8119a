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
    const internal = { address: '127.0.0.1', port: 5001 };
    const usual = { postgresPort: 54329, webPort: 5000, internal, address: '127.0.0.1' };
    expect(read({})).toMatchObject(usual);
    expect(read({ PORT: '', INTERNAL_PORT: '', GARBANZO_POSTGRES_PORT: '', ADDRESS: '' })).toMatchObject(
      usual,
    );
  });

  it.each([{ PORT: 'http' }, { INTERNAL_PORT: '70000' }, { PORT: '0x1F' }, { GARBANZO_POSTGRES_PORT: '0' }])(
    'is refused by name when it is no port: %j',
    (given) => {
      expect(() => read(given)).toThrow(`${Object.keys(given).join()} must be a port number from 1 to 65535`);
    },
  );

  it.each(['5001', '5002'])(
    'is refused when what is for everybody and what is not would have one port',
    (port) => {
      expect(() => read({ PORT: port })).toThrow(
        'INTERNAL_PORT and the port behind it must be others than PORT',
      );
    },
  );

  it('may open to others what is for this machine only', () => {
    expect(read({ ADDRESS: '0.0.0.0' }).internal.address).toBe('127.0.0.1');
    expect(read({ INTERNAL_PORT: '0.0.0.0:5100' }).internal).toEqual({ address: '0.0.0.0', port: 5100 });
    expect(read({ INTERNAL_PORT: '[::1]:5100' }).internal).toEqual({ address: '::1', port: 5100 });
  });
});
