import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { endProcesses, startProcess, type Running } from '../support/processes.js';
import { ask, WORKSPACE_PATH } from '../support/somebody.mjs';
import { millisecondsOf, percentile } from './measure.js';

const SIGN_INS = 200;
const BOUND_MS = 200;
/** On a machine that is busy anyway, pages may take longer: what is compared is how long they take without any sign-in. */
const TIMES_AS_LONG = 10;

describe('200 people who sign in at once', () => {
  let test: TestDatabase;
  let web: Running;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startProcess('web', test.url, { WEB_CONCURRENCY: '1', TRUST_PROXY: 'true' });
  });
  afterAll(async () => {
    await endProcesses();
    await test.drop();
  });

  const open = async () => {
    const answer = await ask(web.url, WORKSPACE_PATH, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(200);
    await answer.text();
  };
  async function openUntil(isOver: () => boolean): Promise<number[]> {
    const times: number[] = [];
    while (!isOver()) times.push(await millisecondsOf(open));
    return times;
  }
  /** Each from a place of their own, and as somebody else: otherwise most would only be told to wait. */
  const signIn = async (n: number) => {
    const answer = await fetch(`${web.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ email: `eve-${n}@example.org`, password: 'a pea in a pot' }),
      headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `192.0.2.${n}` },
    });
    await answer.text();
    return answer.status;
  };

  it('hold up nobody who is signed in', async () => {
    let looks = 0;
    const quiet = await openUntil(() => (looks += 1) > 300);
    let isOver = false;
    const signIns = Promise.all(Array.from({ length: SIGN_INS }, (_, n) => signIn(n))).finally(
      () => (isOver = true),
    );
    const busy = await openUntil(() => isOver);
    const statuses = await signIns;
    const [before, meanwhile] = [quiet, busy].map((times) => percentile(times, 95));
    process.stderr.write(
      `pages while ${SIGN_INS} sign in: ${busy.length}, p95 ${meanwhile?.toFixed(1)} ms; before: ${before?.toFixed(1)} ms\n`,
    );
    expect(new Set(statuses)).toEqual(new Set([422]));
    expect(busy.length).toBeGreaterThan(20);
    expect(meanwhile).toBeLessThan(Math.max(BOUND_MS, TIMES_AS_LONG * (before ?? 0)));
  });
});
