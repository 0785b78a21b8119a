import { randomUUID } from 'node:crypto';
import { may, type Right } from '../../../apps/web/src/access/index.js';
import { tokenMay } from '../../../apps/web/src/access/needs.js';
import { fillIn, hasIds } from './forms.js';
import { kindOfParam, valueOfParam, type Kind, type Things } from './kinds.js';
import type { Principal, Where } from './principals.js';
import type { Route } from './routes.js';
import type { World } from './world.js';

/** A request, and what is to come of it. */
export interface Case {
  readonly name: string;
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expected: Expected;
  /** Whether it is about a workspace that they are in: then they may learn what is not in it, and nothing else. */
  readonly isInside: boolean;
}

export type Expected =
  /** It is done, or shown. */
  | 'allowed'
  /** Whatever the route says; but it says nothing of another's, and breaks nothing. */
  | 'open'
  | 'sign-in'
  | 'forbidden'
  | 'not-found';

/** What the ids of an address are of. */
interface Address {
  readonly name: string;
  readonly things: Things;
  /** Of which workspace; undefined for none that there is. */
  readonly where: Where | undefined;
  /** Whether what it is about is in that workspace. */
  readonly isThere: boolean;
  /** Ids that are put into the form. */
  readonly ids?: Things;
}

/** One of another kind, for each. */
const OTHER: Readonly<Record<Kind, Kind>> = {
  workspace: 'list',
  list: 'todo',
  todo: 'list',
  command: 'list',
  account: 'session',
  label: 'list',
  session: 'account',
};

/** Where something is looked for when one of its ids is of nothing. */
const whereOf = (kind: Kind) => (kind === 'workspace' ? undefined : ('home' as const));

/** Everything that a route can be asked for by somebody. */
export function casesOf(route: Route, principal: Principal, world: World): Case[] {
  return addressesOf(route, principal, world).map((address) => ({
    name: address.name,
    path: route.path.replaceAll(/:(\w+)|\*/g, (all, param: string = all) =>
      valueOfParam(param, address.things),
    ),
    fields: route.method === 'POST' ? fillIn(route.form, address.things, address.ids) : {},
    expected: expectedOf(route, principal, address),
    isInside: address.where !== undefined && principal.roles[address.where] !== undefined,
  }));
}

function addressesOf(route: Route, principal: Principal, world: World): Address[] {
  const own = world.thingsIn('home', principal);
  const theirs = world.thingsIn('theirs', principal);
  const kinds = route.params.map(kindOfParam).filter((kind) => kind !== undefined);
  const isInside = kinds.includes('workspace');
  const foreign = { name: 'a foreign id', things: theirs, where: 'theirs', isThere: isInside } as const;
  return [
    { name: 'own ids', things: own, where: 'home', isThere: true },
    ...(kinds.length > 0 ? [foreign] : []),
    ...kinds.flatMap((kind): Address[] => [
      {
        name: `a ${kind} of another kind`,
        things: { ...own, [kind]: own[OTHER[kind]] },
        where: whereOf(kind),
        isThere: false,
      },
      {
        name: `a random ${kind}`,
        things: { ...own, [kind]: randomUUID() },
        where: whereOf(kind),
        isThere: false,
      },
    ]),
    ...(isInside && kinds.length > 1
      ? [
          {
            name: 'a foreign child',
            things: { ...theirs, workspace: own.workspace },
            where: 'home',
            isThere: false,
          } as const,
        ]
      : []),
    ...(hasIds(route.form)
      ? [{ name: 'foreign ids in the form', things: own, where: 'home', isThere: true, ids: theirs } as const]
      : []),
  ];
}

function expectedOf(route: Route, principal: Principal, address: Address): Expected {
  const { access } = route;
  if (access === undefined || access === 'everybody') return 'open';
  else if (!principal.isSomebody) return 'sign-in';
  else if (access === 'account')
    return principal.access === undefined ? ofOneself(route, address) : 'forbidden';
  else return access === 'known' ? ofOneself(route, address) : expectedInside(access, principal, address);
}

function ofOneself({ params }: Route, { isThere }: Address): Expected {
  return isThere || params.every((name) => kindOfParam(name) === undefined) ? 'open' : 'not-found';
}

function expectedInside(
  right: Right,
  { roles, access }: Principal,
  { where, isThere, ids }: Address,
): Expected {
  const role = where && roles[where];
  if (role === undefined) return 'not-found';
  else if (!may(role, right)) return 'forbidden';
  else if (access !== undefined && !tokenMay(access, right)) return 'forbidden';
  else if (!isThere) return 'not-found';
  else return ids === undefined ? 'allowed' : 'open';
}
