import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import { may } from '../../../apps/web/src/access/index.js';
import type { Role } from '#libs/accounts';
import type { Database } from '#libs/platform';
import { SHARD } from '../../support/log.js';
import { send } from '../../support/send.js';
import { addPerson } from '../../support/somebody.mjs';
import { pathOfChange, pathsOf, type Home, type Thing } from './paths.js';
import type { Change, Joining, Step } from './steps.js';

interface Person {
  readonly accountId: string;
  readonly token: string;
  /** What they are now, by the id of the workspace. */
  readonly roles: Map<string, Role>;
}

/** Three people and three workspaces, with a canary in each. */
export class Town {
  /** How many answers were looked at. */
  looks = 0;
  readonly leaks: string[] = [];
  private readonly lists: Thing[] = [];
  private readonly todos: Thing[] = [];

  private constructor(
    private readonly web: NestFastifyApplication,
    private readonly owner: Database,
    private readonly people: readonly Person[],
    private readonly homes: readonly Home[],
  ) {}

  static async build(web: NestFastifyApplication, owner: Database): Promise<Town> {
    const homes = [0, 1, 2].map(() => ({ id: randomUUID(), canary: `canary-${randomUUID()}` }));
    for (const { id, canary } of homes)
      await owner.query('insert into workspaces (id, shard, name) values ($1, $2, $3)', [id, SHARD, canary]);
    const people = await Promise.all(homes.map(({ id }) => settle(owner, id)));
    const town = new Town(web, owner, people, homes);
    for (const n of homes.keys())
      await town.changeThings({ does: 'add-list', who: n, where: n, list: 0, todo: 0 });
    return town;
  }

  async take(step: Step): Promise<void> {
    if ('list' in step) await this.changeThings(step);
    else await this.changePeople(step);
  }

  /** Everybody opens everything that there is, as if it were in this workspace. */
  async lookInto(where: number, accept = 'text/html'): Promise<void> {
    const home = this.homes[where];
    if (home === undefined) return;
    for (const path of pathsOf(home, this.lists, this.todos))
      await Promise.all(this.people.map((person) => this.send(person, 'GET', path, { accept })));
  }

  async lookAtEverything(): Promise<void> {
    for (const where of this.homes.keys())
      for (const accept of ['text/html', 'application/json']) await this.lookInto(where, accept);
  }

  /** Whether those who may look see that there is something: else nothing would ever leak. */
  async isSeenByMembers(): Promise<boolean> {
    for (const person of this.people)
      for (const { id, canary } of this.homes) {
        const seen = await Promise.all(
          ['', '/trash'].map((path) => this.send(person, 'GET', `/w/${id}${path}`)),
        );
        if (person.roles.has(id) !== seen.some(({ text }) => text.includes(canary))) return false;
      }
    return true;
  }

  private async changePeople(step: Joining): Promise<void> {
    const [person, home] = [this.people[step.who], this.homes[step.where]];
    if (person === undefined || home === undefined) return;
    if (step.does === 'join') {
      person.roles.set(home.id, step.role);
      await this.owner.query(
        `insert into memberships (account_id, workspace_id, role) values ($1, $2, $3)
         on conflict (account_id, workspace_id) do update set role = excluded.role`,
        [person.accountId, home.id, step.role],
      );
    } else {
      person.roles.delete(home.id);
      await this.owner.query('delete from memberships where account_id = $1 and workspace_id = $2', [
        person.accountId,
        home.id,
      ]);
    }
  }

  private async changeThings(step: Change): Promise<void> {
    const [person, home] = [this.people[step.who], this.homes[step.where]];
    if (person === undefined || home === undefined) return;
    const mayWrite = canWrite(person.roles.get(home.id));
    // What somebody typed by themselves is no leak.
    const text = mayWrite ? home.canary : 'Nothing';
    const [list, todo] = [idAt(this.lists, step.list), idAt(this.todos, step.todo)];
    const { path, fields } = pathOfChange(step, home, { list, todo, text });
    const { status, location } = await this.send(person, 'POST', path, { fields });
    if (status !== 303) return;
    if (!mayWrite) this.leaks.push(`${step.does} is done in a workspace that somebody may not write in`);
    this.remember(step, home, new URL(location, 'http://localhost').searchParams.get('did') ?? '');
  }

  private remember({ does }: Change, { id: home }: Home, id: string): void {
    if (does === 'add-list') this.lists.push({ id, home });
    else if (does === 'add-todo') this.todos.push({ id, home });
  }

  private async send(
    person: Person,
    method: 'GET' | 'POST',
    path: string,
    { accept = 'text/html', fields = {} } = {},
  ) {
    const headers = { accept, cookie: `garbanzo=${person.token}` };
    const answer = await send(this.web, {
      method,
      path,
      headers,
      fields: { commandId: uuidv7(), ...fields },
    });
    this.looks += 1;
    for (const { id, canary } of this.homes)
      if (!person.roles.has(id) && answer.text.includes(canary))
        this.leaks.push(`${method} ${path} shows ${canary}`);
    return answer;
  }
}

function canWrite(role: Role | undefined): boolean {
  return role !== undefined && may(role, 'write');
}

/** Of what there is; of nothing when there is nothing. */
function idAt(things: readonly Thing[], n: number): string {
  return things[n % Math.max(1, things.length)]?.id ?? randomUUID();
}

/** Somebody who owns a workspace. */
async function settle(owner: Database, workspaceId: string): Promise<Person> {
  const [accountId, token] = [randomUUID(), randomUUID()];
  await addPerson(owner, { accountId, name: 'Eve', email: `${accountId}@example.org`, token, workspaceId });
  return { accountId, token, roles: new Map([[workspaceId, 'owner']]) };
}
