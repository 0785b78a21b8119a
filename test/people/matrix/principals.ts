import type { Role, TokenScope } from '#libs/accounts';

type TokenAccess = TokenScope['access'];

export const WHERE = ['home', 'theirs'] as const;
export type Where = (typeof WHERE)[number];
type Roles = Readonly<Partial<Record<Where, Role>>>;

/** Who asks. */
export interface Principal {
  readonly name: string;
  /** Whether they are signed in. */
  readonly isSomebody: boolean;
  /** What they may do when they ask. */
  readonly roles: Roles;
  /** What they could do before, when they looked at something; the same, unless something happened to them. */
  readonly before?: Roles;
  /** What happened to them since, as a statement with the id of their account. */
  readonly fate?: string;
  /** What their token may do, when they come with one instead of a browser. */
  readonly access?: TokenAccess;
  /** The one workspace that their token is for; otherwise it is for all of theirs. */
  readonly tokenFor?: Where;
  /** What their browser sends. */
  headers(token: string): Readonly<Record<string, string>>;
}

const session = (token: string) => ({ cookie: `garbanzo=${token}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Everybody that each route is asked by. */
export const PRINCIPALS: readonly Principal[] = [
  { name: 'nobody', isSomebody: false, roles: {}, headers: () => ({}) },
  { name: 'a made-up cookie', isSomebody: false, roles: {}, headers: () => session('made-up') },
  { name: 'owner', isSomebody: true, roles: { home: 'owner' }, headers: session },
  { name: 'member', isSomebody: true, roles: { home: 'member' }, headers: session },
  { name: 'viewer', isSomebody: true, roles: { home: 'viewer' }, headers: session },
  {
    name: 'removed member',
    isSomebody: true,
    roles: {},
    before: { home: 'member' },
    fate: 'delete from memberships where account_id = $1',
    headers: session,
  },
  {
    name: 'demoted owner',
    isSomebody: true,
    roles: { home: 'viewer' },
    before: { home: 'owner' },
    fate: `update memberships set role = 'viewer' where account_id = $1`,
    headers: session,
  },
  {
    name: 'someone with two roles',
    isSomebody: true,
    roles: { home: 'member', theirs: 'viewer' },
    headers: session,
  },
  { name: 'owner of another workspace', isSomebody: true, roles: { theirs: 'owner' }, headers: session },
  {
    name: 'disabled account',
    isSomebody: false,
    roles: {},
    before: { home: 'owner' },
    fate: 'update accounts set disabled_at = now() where id = $1',
    headers: session,
  },
  {
    name: 'signed out',
    isSomebody: false,
    roles: {},
    before: { home: 'owner' },
    fate: 'delete from sessions where account_id = $1',
    headers: session,
  },
  { name: 'read token', isSomebody: true, roles: { home: 'owner' }, access: 'read', headers: bearer },
  { name: 'write token', isSomebody: true, roles: { home: 'owner' }, access: 'write', headers: bearer },
  {
    name: 'write token of a viewer',
    isSomebody: true,
    roles: { home: 'viewer' },
    access: 'write',
    headers: bearer,
  },
  {
    name: 'expired token',
    isSomebody: false,
    roles: {},
    before: { home: 'owner' },
    fate: `update api_tokens set expires_at = now() - interval '1 minute' where account_id = $1`,
    access: 'write',
    headers: bearer,
  },
  {
    name: 'token for another workspace',
    isSomebody: true,
    roles: {},
    before: { home: 'owner' },
    fate: 'update api_tokens set workspace_ids = array[gen_random_uuid()] where account_id = $1',
    access: 'write',
    headers: bearer,
  },
  {
    name: 'token for one of two workspaces',
    isSomebody: true,
    roles: { home: 'owner' },
    before: { home: 'owner', theirs: 'owner' },
    access: 'write',
    tokenFor: 'home',
    headers: bearer,
  },
];
