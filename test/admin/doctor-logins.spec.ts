import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/platform';
import { garbanzo } from '../support/garbanzo.js';
import { silent } from '../support/log.js';
import { Patient } from '../support/patient.js';
import { another } from '../support/run-statements.js';

describe('who web and worker log in as', () => {
  let patient: Patient;
  beforeAll(async () => {
    patient = await Patient.admit();
  }, 120_000);
  afterAll(() => patient.release());

  const costs = (process: string) => ({
    check: 'logins',
    text: `of ${process} are those of plain, who owns the log: whoever takes over a ${process} process can change all of it`,
    remedy: expect.stringContaining(`${process.toUpperCase()}_DATABASE_URL=`),
  });
  const urlOf = (name: string, password: string) => another(patient.url, 'home', { name, password });

  it('is the owner when there is one address only, and the doctor says what that costs', async () => {
    await patient.operate('alter role garbanzo_web nologin', 'alter role garbanzo_worker nologin');
    expect(await patient.faults()).toEqual([costs('web'), costs('worker')]);
    const { code, stdout } = await garbanzo(['doctor'], { DATABASE_URL: patient.url, ADDRESS: '127.0.0.1' });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Nothing is wrong, 2 notes.'),
    });
  });

  it('is who they are given an address for, after one migration; a second one changes nothing', async () => {
    const [web, worker] = [urlOf('garbanzo_web', 'ß w'), urlOf('garbanzo_worker', 'o')];
    const env = { DATABASE_URL: patient.url, WEB_DATABASE_URL: web, WORKER_DATABASE_URL: worker };
    const before = 'The schema was up to date already.\n';
    const migrated = await garbanzo(['migrate'], env);
    expect(migrated).toEqual({
      code: 0,
      stderr: '',
      stdout: `garbanzo_web can log in\ngarbanzo_worker can log in\n${before}`,
    });
    expect(await garbanzo(['migrate'], env)).toEqual({ code: 0, stderr: '', stdout: before });
    expect(await patient.faults()).toEqual([]);
    // A new password, by the same way.
    const changed = { ...env, WEB_DATABASE_URL: urlOf('garbanzo_web', 'other') };
    expect(await garbanzo(['migrate'], changed)).toMatchObject({
      stdout: `garbanzo_web can log in\n${before}`,
    });
  });

  it('is then no way back to the owner, who can still be seen where a process was not told', async () => {
    const open = (url: string) =>
      new Database({ url, logger: silent, name: 'garbanzo web', role: 'garbanzo_web', max: 1 });
    const web = open(urlOf('garbanzo_web', 'other'));
    await web.query('set role none');
    const [row] = await web.query('select session_user as session, current_user as current');
    expect(row).toEqual({ session: 'garbanzo_web', current: 'garbanzo_web' });
    for (const statement of [
      'set role plain',
      'set session authorization plain',
      'alter table events disable trigger all',
    ]) {
      await expect(web.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
    expect(await patient.faults()).toEqual([]);
    const untold = open(patient.url);
    await untold.query('select');
    expect(await patient.faults()).toEqual([costs('web')]);
    await Promise.all([web.close(), untold.close()]);
  });

  it('says what an administrator has to do when the owner may not', async () => {
    await patient.operate('alter role plain nocreaterole');
    const { code, stderr } = await garbanzo(['migrate'], {
      DATABASE_URL: patient.url,
      WEB_DATABASE_URL: urlOf('garbanzo_web', 'one more'),
    });
    await patient.operate('alter role plain createrole');
    expect(code).toBe(1);
    expect(stderr).toContain(`as an administrator: alter role garbanzo_web login password '...'`);
    expect(stderr).not.toContain('one more');
  });
});
