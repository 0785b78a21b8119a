import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NEEDED_MIGRATION, TODO_LISTS } from '#libs/read-model';
import { Patient } from '../support/patient.js';

/** Lets the administrator do what triggers and constraints refuse. */
const FREELY = `set session_replication_role = 'replica'`;

const { version } = TODO_LISTS;

describe('the doctor', () => {
  let patient: Patient;
  beforeAll(async () => {
    patient = await Patient.admit();
  });
  afterAll(() => patient.release());

  it.each([
    [
      `insert into mikro_orm_migrations (name) values ('Migration2099')`,
      `delete from mikro_orm_migrations where name = 'Migration2099'`,
      'schema',
      'is newer than this version: it has Migration2099',
    ],
    [
      `update mikro_orm_migrations set name = 'x' where name = '${NEEDED_MIGRATION}'`,
      `update mikro_orm_migrations set name = '${NEEDED_MIGRATION}' where name = 'x'`,
      'schema',
      `has not ${NEEDED_MIGRATION}`,
    ],
    [
      'alter table events rename to gone',
      'alter table gone rename to events',
      'triggers',
      expect.stringContaining('could not be looked at'),
    ],
    [
      'alter trigger events_refuse_truncate on events rename to x',
      'alter trigger x on events rename to events_refuse_truncate',
      'triggers',
      'do not include events_refuse_truncate',
    ],
    [
      `update generations set version = 0 where projection = 'todo-lists'`,
      `update generations set version = ${version} where projection = 'todo-lists'`,
      'projections',
      `of todo-lists have no tables in version ${version}`,
    ],
    [
      `update generations set version = 0 where projection = 'todo-lists'`,
      `update generations set version = ${version} where projection = 'todo-lists'`,
      'tables',
      expect.stringContaining('are of another version of Garbanzo'),
    ],
    [
      `insert into generations (projection, version, state) values ('todo-lists', ${version}, 'building')`,
      `delete from generations where state = 'building'`,
      'tables',
      expect.stringContaining('left behind by a replay that was killed'),
    ],
    [
      `insert into generations (projection, version, state) values ('todo-lists', ${version}, 'kept')`,
      `delete from generations where state = 'kept'`,
      'tables',
      expect.stringContaining('are kept, and folded beside those that are read'),
    ],
    [
      `insert into parked_streams select id, 7, gen_random_uuid(), 1, 'TodoSnoozed', 'Unknown', '2026-11-25' from generations where projection = 'todo-lists'`,
      `delete from parked_streams`,
      'parked',
      expect.stringMatching(/^is 1 stream, since 2026-11-2\dT.*Z: Unknown$/),
    ],
    [
      `insert into pgboss.job (name, created_on, start_after) values ('wake-ups', now() - interval '2 hours', now() - interval '2 hours')`,
      `delete from pgboss.job`,
      'queues',
      expect.stringMatching(/^have a job in wake-ups that nobody has taken for 7[2-9]\d\d s$/),
    ],
    [
      `update pgboss.queue set name = 'x' where name = 'replays'`,
      `update pgboss.queue set name = 'replays' where name = 'x'`,
      'queues',
      'do not include replays',
    ],
  ])('finds %s', async (fault, mend, check, text) => {
    await patient.operate(FREELY, fault);
    const found = await patient.faults();
    await patient.operate(FREELY, mend);
    expect(found).toContainEqual({ check, text, remedy: expect.any(String) });
    expect(await patient.faults()).toEqual([]);
  });

  it('finds events that are ahead of their sequence, and that nobody folds', async () => {
    const id = 'gen_random_uuid()';
    await patient.operate(
      `insert into events (shard, position, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
         correlation_id, causation_id, data, recorded_at)
       values (7, 90, ${id}, 1, 'ListCreated', 1, ${id}, ${id}, ${id}, ${id}, ${id}, '{}', now() - interval '1 minute')`,
    );
    const found = await patient.faults();
    await patient.operate(`select setval('event_positions', 90)`, FREELY, 'delete from events');
    const remedy = expect.any(String);
    expect(found).toEqual([
      {
        check: 'positions',
        text: 'go on at 0, but the log is at 90: the next event sets them right, but version 0.1.0 cannot write',
        remedy,
      },
      {
        check: 'projections',
        text: expect.stringMatching(/^of todo-lists are behind in 1 shard, by \d+ s$/),
        remedy,
      },
      {
        check: 'projections',
        text: expect.stringMatching(/^of search are behind in 1 shard, by \d+ s$/),
        remedy,
      },
    ]);
  });
});
