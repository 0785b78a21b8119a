import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reader } from '../support/reader.js';
import { Replicated } from '../support/replicated.js';
import { until } from '../support/until.js';
import { isCatchingUp, todosOn } from '../support/visitor.js';

describe('pages with a replica', () => {
  let servers: Replicated;
  let home: string;
  beforeAll(async () => {
    servers = await Replicated.start();
    home = await servers.addHome();
  });
  afterAll(async () => {
    await servers.close();
  });

  /** Whether a reader sees fewer to-dos than a moment before, while another one adds some and replay comes and goes. */
  async function isEverShownLess(reader: Reader): Promise<boolean> {
    const path = `/lists/${home}`;
    const writer = new Reader(servers.web);
    const counts: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await servers.untilReadBy(reader, path);
      await servers.whilePaused(async () => {
        for (let added = 0; added < 3; added += 1) {
          const led = await writer.post(`${path}/todos`, { title: `To-do ${round}.${added}` });
          for (const next of [path, led, path, path]) counts.push(countOn((await reader.open(next)).text));
        }
      });
    }
    return counts.some((count, index) => count < Math.max(0, ...counts.slice(0, index)));
  }

  it('are read there, once their reader has been shown something', async () => {
    const reader = new Reader(servers.web);
    expect(await servers.isAskedBy(() => reader.open('/'))).toBe(false);
    for (const path of ['/', `/lists/${home}`, `/lists/${home}?show=active`, '/trash']) {
      await servers.untilReadBy(reader, path);
      expect((await reader.open(path)).status).toBe(200);
    }
    expect(reader.remembered).toHaveLength(1);
    expect(await servers.report()).toEqual({ status: 'up' });
  });

  it('are read from the primary for somebody of whom nothing is known', async () => {
    await servers.untilReadBy(new Reader(servers.web));
    expect(await servers.isAskedBy(() => servers.visitor.open('/'))).toBe(false);
  });

  it('show what a form has done wherever its reader goes next, although nothing is replayed', async () => {
    const reader = new Reader(servers.web);
    await servers.untilReadBy(reader);
    await servers.whilePaused(async () => {
      for (const title of ['Rice', 'Peas', 'Salt']) {
        const path = await reader.post(`/lists/${home}/todos`, { title });
        expect(await servers.isAskedBy(() => reader.open('/'))).toBe(false);
        await until(async () => (await reader.open(path)).text.includes(title));
        expect((await reader.open(`/lists/${home}`)).text).toContain(title);
      }
    });
  });

  it('show what their address says that they must show, to somebody whose pages are read there', async () => {
    const other = new Reader(servers.web);
    await servers.untilReadBy(other);
    const path = await servers.whilePaused(async () => {
      const led = await new Reader(servers.web).post(`/lists/${home}/todos`, { title: 'Sugar' });
      await until(async () => !isCatchingUp((await servers.visitor.open(led)).text));
      expect(titlesOn((await other.open(led)).text)).toContain('Sugar');
      return led;
    });
    await servers.untilReadBy(other, path);
    expect(titlesOn((await other.open(path)).text)).toContain('Sugar');
  });

  it('show a list that is not there yet', async () => {
    const reader = new Reader(servers.web);
    await servers.untilReadBy(reader);
    await servers.whilePaused(async () => {
      const list = await servers.visitor.createList('Garden');
      expect((await reader.open(`/lists/${list}`)).status).toBe(200);
    });
  });

  it('are not mixed up with what is kept of the other database', async () => {
    const behind = new Reader(servers.web, { 'garbanzo-shown-1': '1' });
    const path = `/lists/${home}`;
    await until(async () => {
      await servers.untilReadBy(behind, path);
      return await servers.whilePaused(async () => {
        const title = `Kept ${Math.random()}`;
        await servers.visitor.addTodo(home, title);
        const pages = [];
        for (const each of [servers.visitor, behind, servers.visitor, behind])
          pages.push((await each.open(path)).text);
        const shown = pages.map((text) => text.includes(title));
        expect([shown[0], shown[2]]).toEqual([true, true]);
        // Unless the replica was found to be behind before.
        return !shown[1] && !shown[3];
      });
    });
  });

  it('are never older than the one before, whoever writes and however far replay is', async () => {
    expect(await isEverShownLess(new Reader(servers.web))).toBe(false);
  });

  it('would be older for a reader who does not remember what was shown', async () => {
    const forgetful = new Reader(servers.web, { 'garbanzo-shown-1': '1' });
    let isShownLess = false;
    await until(async () => (isShownLess = await isEverShownLess(forgetful)));
    expect(isShownLess).toBe(true);
  });

  it('ask the standby for nothing that decides, and nothing of the log', async () => {
    const eggs = await servers.visitor.addTodo(home, 'Eggs');
    const reader = new Reader(servers.web, { 'garbanzo-shown-1': '1' });
    const forms = {
      complete: {},
      move: { listId: home, before: '' },
      rename: { title: 'Egg', from: 'Eggs' },
      remove: {},
    };
    await servers.untilReadBy(reader);
    for (const path of [`/lists/${home}/history`, `/todos/${eggs}/history`]) {
      expect(await servers.isAskedBy(() => reader.open(path))).toBe(false);
    }
    for (const [word, fields] of Object.entries(forms)) {
      expect(await servers.isAskedBy(() => reader.post(`/todos/${eggs}/${word}`, fields))).toBe(false);
    }
    // It says what has happened, as the log has it.
    await servers.untilReadBy(reader, await reader.post(`/todos/${eggs}/restore`));
    const now = new Date().toISOString().slice(0, 19);
    expect((await reader.open(`/lists/${home}?asOf=${now}`)).status).toBe(200);
    expect(servers.asked().filter((statement) => /\bevents\b/.test(statement))).toEqual([]);
  });
});

const titlesOn = (html: string) => todosOn(html).map(({ title }) => title);

/** How many to-dos a list says that it has. */
const countOn = (html: string) => todosOn(html).length;
