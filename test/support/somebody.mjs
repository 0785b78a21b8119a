import { hash } from 'node:crypto';

/** Who is signed in wherever a test does not say otherwise: the owner of the workspace that there always is. */
export const SOMEBODY = {
  accountId: '00000000-0000-7000-8000-00000000000a',
  name: 'Mia',
  email: 'mia@example.org',
  token: 'the-token-of-a-session-that-only-tests-have',
};

export const WORKSPACE_PATH = '/w/00000000-0000-7000-8000-000000000001';

/** What a browser sends in which somebody is signed in. */
export const SIGNED_IN = { cookie: `garbanzo=${SOMEBODY.token}` };

const IN_WORKSPACE = /^\/(?:(?:lists|archive|sentences|todos|trash|undo|labels)\b|$|\?)/;

/** Paths of lists and to-dos are inside the workspace. */
export function inWorkspace(path) {
  return IN_WORKSPACE.test(path) ? WORKSPACE_PATH + path : path;
}

/** What `fetch` answers to who is signed in. */
export function ask(origin, path, { headers, ...init } = {}) {
  return fetch(origin + inWorkspace(path), { ...init, headers: { ...SIGNED_IN, ...headers } });
}

/** Sets up the first account, as a person does; answers what their browser sends from then on. */
export async function setUp(origin) {
  const fields = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
  const answer = await fetch(`${origin}/setup`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`POST /setup answered ${answer.status}: ${await answer.text()}`);
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  };
}

/** Makes the account, in a database that has none. @param owner runs statements with the owner's rights */
export async function addSomebody(owner) {
  await addPerson(owner, { ...SOMEBODY, isInstanceOwner: true });
}

const WORKSPACE = WORKSPACE_PATH.slice('/w/'.length);

/** Makes an account that is signed in and a member of a workspace. */
export async function addPerson(owner, person) {
  const {
    accountId,
    name,
    email,
    token,
    role = 'owner',
    workspaceId = WORKSPACE,
    isInstanceOwner = false,
  } = person;
  await owner.query(
    `insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
     values ($1, $2, $3, $4, 'en', 'UTC', 1, 'system', true)`,
    [accountId, name, email, isInstanceOwner],
  );
  await owner.query('insert into memberships (account_id, workspace_id, role) values ($1, $2, $3)', [
    accountId,
    workspaceId,
    role,
  ]);
  await owner.query(
    `insert into sessions (id, account_id, token_hash, device, address)
     values (gen_random_uuid(), $1, decode($2, 'hex'), 'a test', '127.0.0.1')`,
    [accountId, hash('sha256', token)],
  );
}
