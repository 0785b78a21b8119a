import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Database } from '#libs/platform';
import { may } from '../../../apps/web/src/access/index.js';
import { openDatabase, openLog } from '../../support/log.js';
import { send, type Answer } from '../../support/send.js';
import { casesOf, type Case } from './cases.js';
import { fingerprint } from './fingerprint.js';
import { judge } from './judge.js';
import { PRINCIPALS, WHERE, type Principal, type Where } from './principals.js';
import { nameOf, openWithRoutes, type Route } from './routes.js';
import { World } from './world.js';

/** Every route, asked by everybody, for everything: I10. */
export class Matrix {
  cases = 0;
  private readonly broken: string[] = [];

  private constructor(
    private readonly web: NestFastifyApplication,
    readonly routes: readonly Route[],
    private readonly owner: Database,
    private readonly log: ReturnType<typeof openLog>,
    /** Nobody changes anything in it. */
    private readonly world: World,
  ) {}

  /** @param fold waits until everything that is in the log is on the pages as well, and folds nothing from then on */
  static async open(url: string, fold: () => Promise<void>): Promise<Matrix> {
    const { web, routes } = await openWithRoutes(url);
    const [owner, log] = [openDatabase(url), openLog(url)];
    const world = await World.make({ owner, web, appender: log.appender });
    await fold();
    return new Matrix(web, routes, owner, log, world);
  }

  /** @returns what is broken, in words */
  async run(routes = this.routes, principals = PRINCIPALS): Promise<readonly string[]> {
    this.broken.length = 0;
    for (const route of routes) for (const principal of principals) await this.ask(route, principal);
    return this.broken;
  }

  tokenOf(principal: Principal): string {
    return this.world.tokenOf(principal);
  }

  async close(): Promise<void> {
    await Promise.all([this.web.close(), this.owner.close(), this.log.close()]);
  }

  private async ask(route: Route, principal: Principal): Promise<void> {
    const refusals = { inside: new Set<string>(), outside: new Set<string>() };
    const before = await fingerprint(this.owner);
    for (const each of casesOf(route, principal, this.world)) {
      if (mayChange(route, principal, each)) continue;
      const answer = await this.send(route, each, this.world.headersOf(principal));
      this.examine(route, principal, each, answer);
      if (each.expected === 'not-found')
        refusals[each.isInside ? 'inside' : 'outside'].add(withoutIds(answer.text));
    }
    const about = `${nameOf(route)} by ${principal.name}`;
    if ((await fingerprint(this.owner)) !== before)
      this.broken.push(`${about} changes something though it is refused`);
    if (refusals.inside.size > 1 || refusals.outside.size > 1)
      this.broken.push(`${about} tells what there is by how it is refused`);
    await this.askForChanges(route, principal);
  }

  /** Each in a world of its own, because there may be little left of it. */
  private async askForChanges(route: Route, principal: Principal): Promise<void> {
    const count = casesOf(route, principal, this.world).filter((each) =>
      mayChange(route, principal, each),
    ).length;
    for (let n = 0; n < count; n += 1) {
      const world = await World.make({ owner: this.owner, web: this.web, appender: this.log.appender }, [
        principal,
      ]);
      const each = casesOf(route, principal, world).filter((one) => mayChange(route, principal, one))[n];
      if (each === undefined) continue;
      const theirs = await this.eventsOf(world, 'theirs');
      const answer = await this.send(route, each, world.headersOf(principal));
      this.examine(route, principal, each, answer, world);
      const { theirs: role } = principal.roles;
      const mayWrite = role !== undefined && may(role, 'write');
      if (!mayWrite && (await this.eventsOf(world, 'theirs')) !== theirs)
        this.broken.push(`${nameOf(route)} by ${principal.name} with ${each.name} changes what is another's`);
    }
  }

  private examine(route: Route, principal: Principal, each: Case, answer: Answer, world = this.world): void {
    this.cases += 1;
    const leaked = [this.world, world].flatMap(({ places }) =>
      WHERE.filter((where) => isLeaked(places[where], where)),
    );
    const problems = [judge(route, each, answer), ...leaked.map((where) => `shows what is in ${where}`)];
    for (const problem of new Set(problems))
      if (problem !== undefined)
        this.broken.push(`${nameOf(route)} by ${principal.name} with ${each.name} ${problem}`);

    function isLeaked({ canary }: { readonly canary: string }, where: Where): boolean {
      return principal.roles[where] === undefined && answer.text.includes(canary);
    }
  }

  private send(
    { method }: Route,
    { path, fields }: Case,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    return send(this.web, { method, path, headers: { accept: 'text/html', ...headers }, fields });
  }

  /** What happened in a workspace, and what of it is mentioned in any other. */
  private async eventsOf({ places }: World, where: Where): Promise<string> {
    const { workspace, list, todo } = places[where];
    const [row] = await this.owner.query<{ events: string }>(
      `select count(*) filter (where workspace_id = $1) || ' ' ||
              count(*) filter (where workspace_id <> $1 and data::text ~ $2) as events from events`,
      [workspace, `${list}|${todo}`],
    );
    return row?.events ?? '';
  }
}

/** Whether something may be other than before when it has been answered. */
function mayChange({ method, access }: Route, { isSomebody }: Principal, { expected }: Case): boolean {
  return (
    method === 'POST' &&
    isSomebody &&
    access !== 'everybody' &&
    (expected === 'allowed' || expected === 'open')
  );
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

const withoutIds = (text: string) => text.replaceAll(UUID, 'an id');
