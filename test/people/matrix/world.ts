import { hash, randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Appender } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { anAppend, SHARD } from '../../support/log.js';
import type { Role } from '#libs/accounts';
import { addPerson } from '../../support/somebody.mjs';
import type { Things } from './kinds.js';
import { PRINCIPALS, WHERE, type Principal, type Where } from './principals.js';

interface Person {
  readonly account: string;
  readonly session: string;
  readonly token: string;
}

interface Parts {
  readonly owner: Database;
  readonly appender: Appender;
  readonly web: NestFastifyApplication;
}

/** Two workspaces with everything that routes are about, and everybody who may ask, each somewhere else in it. */
export class World {
  private constructor(
    readonly places: Readonly<Record<Where, Things>>,
    private readonly people: ReadonlyMap<Principal, Person>,
  ) {}

  static async make(parts: Parts, principals: readonly Principal[] = PRINCIPALS): Promise<World> {
    const places = { home: await makePlace(parts), theirs: await makePlace(parts) };
    const people = new Map<Principal, Person>();
    for (const principal of principals) people.set(principal, await makePerson(parts, principal, places));
    return new World(places, people);
  }

  tokenOf(principal: Principal): string {
    return this.people.get(principal)?.token ?? '';
  }

  headersOf(principal: Principal): Readonly<Record<string, string>> {
    return principal.headers(this.tokenOf(principal));
  }

  /** The things of a workspace, as somebody has them. */
  thingsIn(where: Where, principal: Principal): Things {
    const person = this.people.get(principal);
    return where === 'home'
      ? { ...this.places.home, session: person?.session ?? randomUUID() }
      : this.places[where];
  }
}

/** Somebody else is a member of it: there is an account in it to ask about, who owns it as well. */
async function makePlace({ owner, appender }: Parts): Promise<Things> {
  const [workspace, list, todo, taken, command, label, canary] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    `canary-${randomUUID()}`,
  ];
  await owner.query('insert into workspaces (id, shard, name) values ($1, $2, $3)', [
    workspace,
    SHARD,
    canary,
  ]);
  const happened: [string, string, object, string][] = [
    [list, 'ListCreated', { name: canary }, randomUUID()],
    [workspace, 'LabelCreated', { labelId: label, name: canary.slice(0, 50), colour: 'red' }, randomUUID()],
    [todo, 'TodoAdded', { listId: list, title: canary, order: 'a0' }, randomUUID()],
    // To be taken back: no other case is about this to-do.
    [taken, 'TodoAdded', { listId: list, title: canary, order: 'a1' }, command],
  ];
  const { account, session } = await addMember(owner, workspace, 'owner');
  for (const [streamId, type, data, commandId] of happened) {
    const events = [{ type, schemaVersion: 1, data }];
    await appender.append(
      anAppend({ shard: SHARD, workspaceId: workspace, actorId: account, streamId, commandId, events }),
    );
  }
  return { workspace, list, todo, command, label, canary, account, session };
}

async function makePerson(
  { owner, web }: Parts,
  principal: Principal,
  places: Record<Where, Things>,
): Promise<Person> {
  const { roles, before = roles, fate, access, tokenFor } = principal;
  const member = await addMember(owner, places.home.workspace, 'viewer');
  const person = access === undefined ? member : await addToken(owner, member, access);
  await giveRoles(owner, person, before, places);
  if (tokenFor !== undefined)
    await owner.query('update api_tokens set workspace_ids = array[$2::uuid] where account_id = $1', [
      person.account,
      places[tokenFor].workspace,
    ]);
  const { workspace } = places[before.theirs !== undefined && before.home === undefined ? 'theirs' : 'home'];
  // Whatever is remembered of them is remembered now.
  await web
    .getHttpAdapter()
    .getInstance()
    .inject({ url: `/w/${workspace}`, headers: principal.headers(person.token) });
  if (fate !== undefined) await owner.query(fate, [person.account]);
  return person;
}

/** These, and no others. */
async function giveRoles(
  owner: Database,
  { account }: Person,
  roles: Principal['roles'],
  places: Record<Where, Things>,
): Promise<void> {
  await owner.query('delete from memberships where account_id = $1', [account]);
  for (const where of WHERE)
    if (roles[where] !== undefined)
      await owner.query('insert into memberships (account_id, workspace_id, role) values ($1, $2, $3)', [
        account,
        places[where].workspace,
        roles[where],
      ]);
}

async function addMember(owner: Database, workspaceId: string, role: Role): Promise<Person> {
  const [account, token] = [randomUUID(), randomUUID()];
  await addPerson(owner, {
    accountId: account,
    name: 'Ben',
    email: `${account}@example.org`,
    token,
    role,
    workspaceId,
  });
  const [row] = await owner.query<{ id: string }>('select id from sessions where account_id = $1', [account]);
  return { account, token, session: row?.id ?? '' };
}

/** In place of the token of the session. */
async function addToken(owner: Database, { account, ...person }: Person, access: string): Promise<Person> {
  const token = `gbz_${randomUUID()}`;
  await owner.query(
    `insert into api_tokens (id, account_id, name, token_hash, access, expires_at)
     values (gen_random_uuid(), $1, 'Program', decode($2, 'hex'), $3, now() + interval '1 day')`,
    [account, hash('sha256', token), access],
  );
  return { ...person, account, token };
}
