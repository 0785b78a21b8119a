import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareClocks } from '../../apps/admin/src/doctor/checks/clock.js';
import { judgeServer } from '../../apps/admin/src/doctor/checks/server.js';
import { garbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { Patient } from '../support/patient.js';
import { until } from '../support/until.js';

const SETUP_TOKEN = 'only for who runs it';

describe('garbanzo doctor', () => {
  let patient: Patient;
  beforeAll(async () => {
    patient = await Patient.admit();
  });
  afterAll(() => patient.release());

  it('says so when all is well, line by line, and exits with 0', async () => {
    const { code, stdout, stderr } = await garbanzo(['doctor'], { DATABASE_URL: patient.url, SETUP_TOKEN });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^✓ configuration {2}is complete\n(✓ .*\n){22}\nNothing is wrong\.\n$/);
  });

  it('tells which names web answers to, and that a proxy may need one', async () => {
    const doctor = (env: NodeJS.ProcessEnv) => garbanzo(['doctor'], { DATABASE_URL: patient.url, ...env });
    const named = await doctor({ ALLOWED_HOSTS: 'todo.example', TRUST_PROXY: '1' });
    expect(named.stdout).toContain('that web answers to: localhost, addresses, todo.example\n');
    expect((await doctor({ TRUST_PROXY: '1' })).stdout).toContain('→ set ALLOWED_HOSTS');
  });

  it('warns that anybody can set up who comes first, unless only this machine can reach web or a token is asked for', async () => {
    const doctor = async (env: NodeJS.ProcessEnv) =>
      (await garbanzo(['doctor'], { DATABASE_URL: patient.url, ...env })).stdout;
    const warned = await doctor({});
    expect(warned).toMatch(/! people .*web can be reached from other machines \(ADDRESS is 0\.0\.0\.0\)\n/);
    expect(warned).toContain('→ open web and set it up now, or give web a SETUP_TOKEN');
    expect(warned).toContain('Nothing is wrong, 1 note.');
    for (const env of [{ ADDRESS: '127.0.0.1' }, { ADDRESS: '::1' }, { SETUP_TOKEN }])
      expect(await doctor(env)).toMatch(/✓ people +have no account yet/);
    const known = await doctor({ SETUP_TOKEN: '16-characters-or-more' });
    expect(known).toMatch(/! people .*SETUP_TOKEN is that of \.env\.example/);
  });

  it('finds an installation whose owners cannot sign in', async () => {
    await patient.operate(
      `insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
       values (gen_random_uuid(), 'Mia', 'mia@example.org', true, 'en', 'UTC', 1, 'system', true)`,
    );
    expect(await patient.faults()).toEqual([]);
    const admin = (command: string, ...args: string[]) =>
      garbanzo(['account', command, ...args], { DATABASE_URL: patient.url });
    await patient.operate('update accounts set disabled_at = now()');
    const text = 'include no owner of the installation who can sign in';
    expect(await patient.faults()).toEqual([{ check: 'people', text, remedy: expect.any(String) }]);
    await admin('enable', 'mia@example.org');
    expect(await patient.faults()).toEqual([]);
    await patient.operate('delete from accounts');
  });

  it('tells scripts as well', async () => {
    const { stdout } = await garbanzo(['doctor', '--json'], { DATABASE_URL: patient.url });
    const findings: unknown = JSON.parse(stdout);
    const text = 'refuse every change of an event';
    expect(findings).toContainEqual({ check: 'triggers', verdict: 'well', text });
  });

  it.each([
    ['no configuration', { GARBANZO_DATA_DIR: '/nowhere' }, 'configuration', /DATABASE_URL is not set/],
    [
      'nobody who answers',
      { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
      'connection',
      /ECONNREFUSED/,
    ],
  ])('with %s has a line for it, and exits with 1', async (_, env, check, words) => {
    const { code, stdout, stderr } = await garbanzo(['doctor'], env);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(new RegExp(`✗ ${check}`));
    expect(stdout).toMatch(words);
    expect(stdout).toMatch(/\n1 thing wrong\.\n$/);
  });

  it.each([
    ['fsync', 'off', 'a power cut can destroy the database'],
    ['full_page_writes', 'off', 'a power cut can destroy the database'],
    ['session_replication_role', 'replica', 'no trigger refuses a change of an event'],
    ['zero_damaged_pages', 'on', 'what a disk has lost is taken for empty'],
  ])('finds %s = %s', async (name, value, otherwise) => {
    const set = (statement: string) => patient.operate(statement, 'select pg_reload_conf()');
    const isFound = async () => (await patient.freshFaults()).length > 0;
    await set(`alter system set ${name} = '${value}'`);
    // The server reads its settings again a moment after it was told to.
    await until(isFound);
    const text = `say ${name} = ${value}: ${otherwise}`;
    const remedy = expect.stringContaining(`set ${name} = `);
    expect(await patient.freshFaults()).toEqual([{ check: 'settings', text, remedy }]);
    await set(`alter system reset ${name}`);
    await until(async () => !(await isFound()));
  });

  it('finds a server that is too old, or that keeps texts in another encoding', () => {
    const good = { version: '18.4', number: 180_004, encoding: 'UTF8', database: 'home', user: 'plain' };
    expect(judgeServer(good)[0]?.verdict).toBe('well');
    expect(judgeServer({ ...good, version: '15.9', number: 150_009 })[0]?.text).toBe('is PostgreSQL 15.9');
    expect(judgeServer({ ...good, encoding: 'SQL_ASCII' })[0]?.text).toBe(
      'keeps the texts of home in SQL_ASCII',
    );
  });

  it.each([
    [0, 'well'],
    [-10_000, 'note'],
    [10_000, 'note'],
    [7_200_000, 'wrong'],
  ])('finds a clock that is %d ms off', async (off, verdict) => {
    const owner = openDatabase(patient.url);
    const found = await compareClocks(owner, () => Date.now() + off);
    await owner.close();
    expect(found).toEqual([expect.objectContaining({ verdict })]);
  });
});
