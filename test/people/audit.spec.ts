import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { Person } from '../support/person.js';
import { startWeb } from '../support/running-app.js';
import { addPerson, SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const [THEIRS, HERE] = [randomUUID(), WORKSPACE_PATH.slice(3)];
const BEN = { accountId: randomUUID(), name: 'Ben', email: 'ben@example.org', token: 'the token of Ben' };
const EVE = { accountId: randomUUID(), name: 'Eve', email: 'eve@example.org', token: 'the token of Eve' };

interface Entry {
  readonly what: string;
  readonly actor?: string;
  readonly account?: string;
  readonly workspace?: string;
  readonly details?: object;
}

describe('what is recorded about access', () => {
  let test: TestDatabase;
  let owner: Database;
  let web: NestFastifyApplication;
  const [mia, ben, eve] = [SOMEBODY, BEN, EVE].map(
    ({ token }) =>
      () =>
        new Person(web, token),
  );
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    await owner.query('insert into workspaces (id, shard, name) values ($1, 1, $2)', [THEIRS, 'Elsewhere']);
    await addPerson(owner, { ...BEN, role: 'member' });
    await addPerson(owner, { ...EVE, workspaceId: THEIRS });
    web = await startWeb(test.url);
  });
  beforeEach(() => owner.query('delete from audit_entries'));
  afterAll(async () => {
    await Promise.all([web.close(), owner.close()]);
    await test.drop();
  });

  async function record(...entries: readonly Entry[]): Promise<void> {
    for (const { what, actor, account, workspace, details = {} } of entries) {
      await owner.query(
        `insert into audit_entries (id, what, actor_id, account_id, workspace_id, address, details)
         values ($1, $2, $3, $4, $5, '192.0.2.7', $6)`,
        [uuidv7(), what, actor, account, workspace, JSON.stringify(details)],
      );
    }
  }

  async function read(person: (() => Person) | undefined, path: string) {
    const { status, text } = await (person?.() ?? new Person(web)).open(path);
    const words = [...text.matchAll(/<p class="words">([^<]*)<\/p>/g)].map(([, said = '']) =>
      said.replaceAll(/[\u2068\u2069]/g, ''),
    );
    return { status, text: text.replaceAll(/<\/?bdi>/g, ''), words };
  }

  it('is shown to each person for themselves, newest first, and to nobody else', async () => {
    await record(
      { what: 'signed-in', actor: BEN.accountId, account: BEN.accountId },
      { what: 'sign-in-failed', account: BEN.accountId },
      { what: 'signed-in', actor: EVE.accountId, account: EVE.accountId },
      { what: 'account-disabled', account: BEN.accountId, details: { by: 'garbanzo' } },
      { what: 'account-enabled', actor: SOMEBODY.accountId, account: BEN.accountId },
    );
    const { status, words, text } = await read(ben, '/account/access');
    expect(status).toBe(200);
    expect(words).toEqual([
      'Mia enabled your account again.',
      'Whoever runs this server disabled your account.',
      'Somebody tried to sign in as you, and was refused.',
      'You signed in.',
    ]);
    // Where Mia was is not for Ben to know.
    expect(text.match(/from 192\.0\.2\.7/g)).toHaveLength(3);
    expect((await read(eve, '/account/access')).words).toEqual(['You signed in.']);
    expect((await read(undefined, '/account/access')).status).toBe(303);
  });

  it('of a workspace is shown to its owners, and to nobody else', async () => {
    await record(
      { what: 'account-created', account: BEN.accountId, workspace: HERE },
      { what: 'account-created', account: EVE.accountId, workspace: THEIRS },
      { what: 'signed-in', actor: BEN.accountId, account: BEN.accountId },
      { what: 'instance-owner-made', actor: randomUUID(), account: randomUUID(), workspace: HERE },
    );
    const { status, words, text } = await read(mia, `${WORKSPACE_PATH}/access`);
    expect(status).toBe(200);
    expect(words).toEqual([
      'Somebody who has left made somebody who has left an owner of this installation.',
      'The account of Ben was created.',
    ]);
    expect(text).toContain('from 192.0.2.7');
    const others = await Promise.all([
      read(ben, `${WORKSPACE_PATH}/access`),
      read(eve, `${WORKSPACE_PATH}/access`),
      read(mia, `/w/${THEIRS}/access`),
      read(undefined, `${WORKSPACE_PATH}/access`),
    ]);
    expect(others.map((each) => [each.status, each.words])).toEqual([
      [403, []],
      [404, []],
      [404, []],
      [303, []],
    ]);
  });

  it('is read a hundred at a time, each entry once', async () => {
    const { accountId: actor } = BEN;
    await record(...Array.from({ length: 230 }, () => ({ what: 'signed-in', actor, account: actor })));
    await record({ what: 'signed-out', actor, account: actor });
    const pages: number[] = [];
    let [path, all]: [string | undefined, string[]] = ['/account/access', []];
    while (path !== undefined) {
      const { text, words } = await read(ben, path);
      pages.push(words.length);
      all = [...all, ...words];
      path = /<a href="([^"]+)">Older/.exec(text.replaceAll('&#x3D;', '='))?.[1];
      expect(text.includes('Back to the newest')).toBe(pages.length > 1);
    }
    expect(pages).toEqual([100, 100, 31]);
    expect(all.filter((words) => words === 'You signed out.')).toHaveLength(1);
    expect((await read(ben, '/account/access?before=nonsense')).words[0]).toBe('You signed out.');
  });

  it('is told of what a newer version has recorded, though not in words', async () => {
    await record({ what: 'toString', actor: BEN.accountId });
    expect((await read(ben, '/account/access')).words).toEqual([
      'Something that this version of the app cannot read (toString).',
    ]);
  });

  it('escapes what people call themselves', async () => {
    const named = (name: string) =>
      owner.query('update accounts set name = $1 where id = $2', [name, EVE.accountId]);
    await named('<img src=x>');
    await record({ what: 'account-enabled', actor: EVE.accountId, account: BEN.accountId });
    expect((await read(ben, '/account/access')).text).not.toContain('<img src=x>');
    await named('Eve');
  });

  it('can be added to by web, and never changed or removed', async () => {
    await record({ what: 'signed-in', actor: BEN.accountId });
    const role = openDatabase(test.url, 'garbanzo_web');
    await role.query(`insert into audit_entries (id, what) values (gen_random_uuid(), 'signed-in')`);
    for (const statement of [
      `update audit_entries set what = 'signed-out'`,
      'delete from audit_entries',
      'truncate audit_entries',
    ]) {
      await expect(role.query(statement)).rejects.toThrow('permission denied for table audit_entries');
    }
    await role.close();
  });
});
