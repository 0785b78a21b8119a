import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { Patient } from '../support/patient.js';

const schema = liveSchema(TODO_LISTS);

describe('the doctor', () => {
  let patient: Patient;
  beforeAll(async () => {
    patient = await Patient.admit();
  });
  afterAll(() => patient.release());

  it.each([
    ['alter role garbanzo_web superuser', 'roles', 'let garbanzo_web do more than it is for'],
    [
      'revoke set option for garbanzo_worker from plain granted by plain',
      'roles',
      'do not let plain take garbanzo_worker',
    ],
    ['grant update on events to garbanzo_web', 'rights', 'let garbanzo_web update events'],
    ['grant update (data) on events to garbanzo_worker', 'rights', 'let garbanzo_worker update events'],
    ['grant delete on events to garbanzo_web', 'rights', 'let garbanzo_web delete events'],
    ['grant truncate on events to public', 'rights', 'let garbanzo_web truncate events'],
    ['grant insert on events to garbanzo_worker', 'rights', 'let garbanzo_worker insert events'],
    ['grant insert on events to garbanzo_web', 'rights', 'let garbanzo_web insert events'],
    ['grant insert (data) on events to garbanzo_web', 'rights', 'let garbanzo_web insert events'],
    ['grant garbanzo to garbanzo_web', 'roles', 'let garbanzo_web become garbanzo'],
    ['grant pg_write_all_data to garbanzo_worker', 'roles', 'let garbanzo_worker become pg_write_all_data'],
    [
      'alter function append_events security invoker',
      'rights',
      'do not let append_events write for web, and for nobody else',
    ],
    [
      'alter function append_events reset search_path',
      'rights',
      'do not let append_events write for web, and for nobody else',
    ],
    ['revoke select on events from garbanzo_worker', 'rights', 'do not let garbanzo_worker select events'],
    [
      'grant update on workspaces to garbanzo_web',
      'rights',
      'let garbanzo_web move workspaces to another shard',
    ],
    [
      'revoke update (name) on workspaces from garbanzo_web',
      'rights',
      'do not let garbanzo_web rename workspaces',
    ],
    ['revoke insert on workspaces from garbanzo_web', 'rights', 'do not let garbanzo_web insert workspaces'],
    ['grant update on audit_entries to garbanzo_web', 'rights', 'let garbanzo_web update audit_entries'],
    ['grant update (at) on audit_entries to garbanzo_web', 'rights', 'let garbanzo_web update audit_entries'],
    ['grant delete on audit_entries to garbanzo_web', 'rights', 'let garbanzo_web delete audit_entries'],
    ['grant truncate on audit_entries to public', 'rights', 'let garbanzo_web truncate audit_entries'],
    ['revoke select on accounts from garbanzo_web', 'rights', 'do not let garbanzo_web select accounts'],
    ['revoke delete on sessions from garbanzo_web', 'rights', 'do not let garbanzo_web delete sessions'],
    [
      'revoke update on account_links from garbanzo_web',
      'rights',
      'do not let garbanzo_web update account_links',
    ],
    ['grant select on accounts to garbanzo_worker', 'rights', 'let garbanzo_worker select accounts'],
    ['grant insert on memberships to public', 'rights', 'let garbanzo_worker insert memberships'],
    ['grant update on sequence event_positions to garbanzo_web', 'rights', 'let garbanzo_web set positions'],
    ['grant usage on sequence event_positions to garbanzo_web', 'rights', 'let garbanzo_web draw positions'],
    ['grant execute on function append_events to public', 'rights', 'let garbanzo_worker append'],
    [
      `alter schema ${schema} owner to plain`,
      'owners',
      `of ${schema}, or of tables in it, are not the workers: they cannot fold into them`,
    ],
    [
      `alter table ${schema}.todos owner to plain`,
      'owners',
      `of ${schema}, or of tables in it, are not the workers: they cannot fold into them`,
    ],
    [
      `revoke usage on schema ${schema} from garbanzo_web`,
      'owners',
      `of ${schema} do not let garbanzo_web read its tables`,
    ],
    [
      `revoke select on ${schema}.lists from garbanzo_web`,
      'owners',
      `of ${schema} do not let garbanzo_web read its tables`,
    ],
    [
      'alter table events disable trigger events_refuse_change',
      'triggers',
      'are not all on: events_refuse_change is off, and events can be changed',
    ],
    [
      'alter sequence event_positions cache 20',
      'positions',
      'are handed out in batches of 20 and steps of 1: a reader can miss events',
    ],
  ])('finds %s, and what it says mends it', async (fault, check, text) => {
    await patient.operate(fault);
    const found = await patient.faults();
    expect(found).toContainEqual({ check, text, remedy: expect.any(String) });
    for (const { remedy } of found) {
      await patient.operate(...remedy.replace('as an administrator: ', '').split('; '));
    }
    // Some take a right from everybody, and with it from those who need it: then the next finding gives it back.
    for (const { remedy } of await patient.faults()) await patient.operate(remedy);
    expect(await patient.faults()).toEqual([]);
  });
});
