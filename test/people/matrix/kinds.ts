import { randomUUID } from 'node:crypto';

/** What an id is of. */
export type Kind = 'workspace' | 'list' | 'todo' | 'command' | 'account' | 'session' | 'label';

/** Something of each kind that belongs together. */
export interface Things extends Readonly<Record<Kind, string>> {
  /** What is in the name of everything that has one. */
  readonly canary: string;
}

type Of = Kind | { readonly fixed: string } | 'unknown';

/** What the names in paths stand for. 'unknown' is an id of something that a test does not have: nobody has one. */
const PARAMS: Readonly<Record<string, Of>> = {
  workspaceId: 'workspace',
  listId: 'list',
  todoId: 'todo',
  commandId: 'command',
  accountId: 'account',
  memberId: 'account',
  sessionId: 'session',
  itemId: 'unknown',
  invitationId: 'unknown',
  labelId: 'label',
  passkeyId: 'unknown',
  tokenId: 'unknown',
  token: 'unknown',
  word: { fixed: 'complete' },
  file: { fixed: 'nothing.css' },
  '*': { fixed: 'anything' },
};

/** What ids in forms are of. */
const FIELDS: Readonly<Record<string, Kind>> = {
  workspaceId: 'workspace',
  accountId: 'account',
  memberId: 'account',
  listId: 'list',
  onList: 'list',
  from: 'list',
  up: 'todo',
  down: 'todo',
  before: 'todo',
  behind: 'todo',
  edit: 'todo',
  todo: 'todo',
  to: 'workspace',
  list: 'list',
  labelId: 'label',
  into: 'label',
  workspaces: 'workspace',
};

function paramOf(name: string): Of {
  const of = PARAMS[name];
  if (of === undefined) throw new Error(`Say what :${name} is in ${import.meta.url}`);
  return of;
}

/** Of an id, its kind; undefined for what is no id of something that there is. */
export function kindOfParam(name: string): Kind | undefined {
  const of = paramOf(name);
  return typeof of === 'object' || of === 'unknown' ? undefined : of;
}

/** Whether a route is about something that a test does not have. */
export const isUnknown = (name: string) => paramOf(name) === 'unknown';

export function valueOfParam(name: string, things: Things): string {
  const of = paramOf(name);
  if (typeof of === 'object') return of.fixed;
  else return of === 'unknown' ? randomUUID() : things[of];
}

export function kindOfField(name: string): Kind {
  const kind = FIELDS[name];
  if (kind === undefined) throw new Error(`Say what the field ${name} is the id of in ${import.meta.url}`);
  return kind;
}
