import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase, SHARD } from '../support/log.js';
import { endProcesses, startProcess, type Running } from '../support/processes.js';
import { addPerson, SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { probabilityOfLonger } from './measure.js';

/** Of each of two: 1,000 in all. */
const TRIES = 500;
/** Five times the standard deviation of what is measured when there is no difference: the root of 1 / (6 * TRIES). */
const SEEN = 5 * Math.sqrt(1 / (6 * TRIES));

/** What Eve has. */
type Theirs = Readonly<Record<'workspace' | 'list' | 'todo', string>>;

interface Pair {
  readonly what: string;
  readonly kind: keyof Theirs;
  readonly pathOf: (id: string) => string;
  readonly fields?: Readonly<Record<string, string>>;
}

describe('what is another’s', () => {
  let test: TestDatabase;
  let web: Running;
  let theirs: Theirs;
  /** What Mia has. */
  let own: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    // As they are built: what Jest runs is slower.
    [web] = await Promise.all([
      startProcess('web', test.url, { WEB_CONCURRENCY: '1' }),
      startProcess('worker', test.url),
    ]);
    const eve = { cookie: `garbanzo=${randomUUID()}` };
    const workspace = await addEve(test.url, eve.cookie.slice('garbanzo='.length));
    const list = await add(eve, `/w/${workspace}/lists`, { name: 'Theirs' });
    const todo = await add(eve, `/w/${workspace}/lists/${list}/todos`, { title: 'Theirs' });
    theirs = { workspace, list, todo };
    own = await add(SIGNED_IN, `${WORKSPACE_PATH}/lists`, { name: 'Home' });
    // Whatever is remembered of what they have is remembered from now on.
    for (const path of [`/w/${workspace}/lists/${list}`, `/w/${workspace}/todos/${todo}/history`])
      await until(async () => (await send(eve, path)).status === 200);
    await until(async () => (await send(SIGNED_IN, `${WORKSPACE_PATH}/lists/${own}`)).status === 200);
  });
  afterAll(async () => {
    await endProcesses();
    await test.drop();
  });

  async function send(
    headers: Readonly<Record<string, string>>,
    path: string,
    fields?: Readonly<Record<string, string>>,
  ) {
    const form = fields && { method: 'POST', body: new URLSearchParams({ commandId: uuidv7(), ...fields }) };
    const answer = await fetch(web.url + path, {
      ...form,
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers },
      redirect: 'manual',
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  async function add(
    headers: Readonly<Record<string, string>>,
    path: string,
    fields: Readonly<Record<string, string>>,
  ) {
    const { status, headers: answered } = await send(headers, path, fields);
    expect(status).toBe(303);
    return new URL(answered.get('location') ?? '', web.url).searchParams.get('did') ?? '';
  }

  /** An address of something foreign, and the same of something that is not there. */
  const pairs: readonly Pair[] = [
    { what: 'a workspace', kind: 'workspace', pathOf: (id) => `/w/${id}/` },
    { what: 'a list', kind: 'list', pathOf: (id) => `${WORKSPACE_PATH}/lists/${id}` },
    { what: 'a to-do', kind: 'todo', pathOf: (id) => `${WORKSPACE_PATH}/todos/${id}/history` },
    {
      what: 'a to-do that is to be ticked',
      kind: 'todo',
      pathOf: (id) => `${WORKSPACE_PATH}/todos/${id}/complete`,
      fields: {},
    },
  ];

  it.each(pairs)('is as what is not there, in its answer and its time: $what', async (pair) => {
    const { what, kind, pathOf, fields } = pair;
    const unknown = randomUUID();
    const one = () => send(SIGNED_IN, pathOf(theirs[kind]), fields);
    const other = () => send(SIGNED_IN, pathOf(unknown), fields);
    const answered = await one();
    expect(answered.status).toBe(404);
    expect(comparable(answered)).toEqual(comparable(await other()));
    const probability = await probabilityOfLonger(TRIES, one, other);
    process.stderr.write(`${what} of others takes longer with a probability of ${probability.toFixed(3)}\n`);
    expect(Math.abs(probability - 0.5)).toBeLessThan(SEEN);
  });

  it('would be seen by its time if there was any work for it', async () => {
    const unknown = randomUUID();
    const probability = await probabilityOfLonger(
      TRIES,
      () => send(SIGNED_IN, `${WORKSPACE_PATH}/lists/${own}?edit=list`),
      () => send(SIGNED_IN, `${WORKSPACE_PATH}/lists/${unknown}`),
    );
    expect(Math.abs(probability - 0.5)).toBeGreaterThan(SEEN);
  });
});

/** Answers the id of her workspace. */
async function addEve(url: string, token: string): Promise<string> {
  const owner = openDatabase(url);
  const [accountId, workspaceId] = [randomUUID(), randomUUID()];
  await owner.query('insert into workspaces (id, shard) values ($1, $2)', [workspaceId, SHARD]);
  await addPerson(owner, { accountId, name: 'Eve', email: 'eve@example.org', token, workspaceId });
  await owner.close();
  return workspaceId;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** All of an answer but for what each one has of its own. */
function comparable({
  status,
  headers,
  text,
}: {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}) {
  const named = [...headers].filter(([name]) => name !== 'date');
  return { status, headers: named, text: text.replaceAll(UUID, 'an id') };
}
