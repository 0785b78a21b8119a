import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase } from '../support/log.js';
import { foldAll, plainPage, readLog } from '../support/plain-past.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Screen, type Shown } from '../support/screen.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { formOf, step, type Step } from './steps.js';

describe('three people in one list', () => {
  let shared: SharedWorkspace;
  let other: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let owner: ReturnType<typeof openDatabase>;
  let cookies: readonly Readonly<Record<string, string>>[];
  beforeAll(async () => {
    shared = await SharedWorkspace.open();
    [other, worker] = await Promise.all([startWeb(shared.test.url), startWorker(shared.test.url)]);
    await Promise.all([shared.web, other].map((web) => web.listen(0, '127.0.0.1')));
    owner = openDatabase(shared.test.url);
    const people = [shared.mia, await shared.add('Ben', 'member'), await shared.add('Eve', 'member')];
    cookies = people.map(({ browser }) => ({ ...browser.cookie() }));
  });
  afterAll(async () => {
    await Promise.all([owner.close(), other.close(), worker.close()]);
    await shared.close();
  });

  /** As long as it takes until each page shows what there is. */
  async function atRest(screens: readonly Screen[], listId: string): Promise<void> {
    const expected = shownOf(foldAll(await readLog(owner)), listId);
    const isShown = () => screens.every(({ shows }) => JSON.stringify(shows) === JSON.stringify(expected));
    await until(isShown, 20_000).catch(() => undefined);
    for (const { shows } of screens) expect(shows).toEqual(expected);
  }

  it('see the same at rest, and it is what the log says, whatever they do and whatever is lost on the way', async () => {
    let [runs, done, undone] = [0, 0, 0];
    const everything = fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40 }), async (steps) => {
      const [listId, elsewhere] = [await createList(), await createList()];
      const servers = [await shared.web.getUrl(), await other.getUrl(), await shared.web.getUrl()];
      const screens = await Promise.all(
        servers.map((server, nth) => Screen.open(`${server}/`, listId, cookies[nth] ?? {})),
      );
      try {
        let texts = 0;
        const underWay: Promise<void>[] = [];
        for (const each of steps) {
          if (!each.isAtOnce) await Promise.all(underWay.splice(0));
          const screen = screens[each.who];
          if (screen === undefined) throw new RangeError('There are three people');
          underWay.push(
            withNetwork(screen, each, async () => {
              texts += 1;
              const [path, fields] = formOf(each, { screens, screen, listId, elsewhere, text: `T${texts}` });
              const status = await screen.post(path, { commandId: uuidv7(), ...fields });
              expect([303, 404, 409, 422]).toContain(status);
              if (status === 303) done += 1;
              if (status === 303 && each.what === 'undo') undone += 1;
            }),
          );
        }
        await Promise.all(underWay);
        await atRest(screens, listId);
        runs += 1;
      } finally {
        await Promise.all(screens.map((screen) => screen.close()));
      }
    });
    await fc.assert(everything, { numRuns: 6, endOnFailure: true });
    expect(runs).toBe(6);
    expect(done).toBeGreaterThan(50);
    expect(undone).toBeGreaterThan(3);
  });

  async function createList(): Promise<string> {
    const fields = { commandId: uuidv7(), name: 'Home' };
    const { headers } = await shared.mia.browser.post(`${WORKSPACE_PATH}/lists`, fields);
    return /\/lists\/([^?#]+)/.exec(String(headers.location))?.[1] ?? '';
  }
});

/** What the log says of a list, as its page shows it. */
function shownOf(states: ReturnType<typeof foldAll>, listId: string): Shown {
  const all = [...states.values()];
  const todos = all.flatMap(({ todo }) => (todo?.listId === listId && todo.removedAt === null ? [todo] : []));
  return {
    name: all.find(({ list }) => list?.id === listId)?.list?.name ?? '',
    todos: plainPage(todos, { show: 'all', limit: 1_000 }).todos.map(
      ({ id, title, priority, hasNote, completedAt }) => ({
        id,
        title,
        priority,
        hasNote,
        isDone: completedAt !== null,
      }),
    ),
  };
}

/** Does something while a network is as it is; then it is fair again. */
async function withNetwork(screen: Screen, { network }: Step, work: () => Promise<void>): Promise<void> {
  if (network === 'loses the answer') screen.network.losesAnswerTo('commandId=');
  else if (network === 'is cut') screen.network.becomes('refusing');
  else if (network === 'is late') screen.network.becomes('silent');
  const better = setTimeout(() => screen.network.becomes('fair'), 150);
  try {
    await work();
  } finally {
    clearTimeout(better);
    screen.network.becomes('fair');
  }
}
