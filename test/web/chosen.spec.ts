import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asRead } from '../support/as-read.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { entriesOn, linesOn, linkOn } from '../support/history-page.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { inWorkspace } from '../support/somebody.mjs';
import { saidOn, todosOn, undoOn, Visitor } from '../support/visitor.js';

const MANY = 1_000;

describe('doing something with several to-dos', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let ids: string[];
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    ids = [];
    for (const title of ['Milk', 'Bread', 'Salt']) ids.push(await visitor.addTodo(home, title));
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  /** Sends the form of the bar twice, and opens the page that both answers lead to. */
  const choose = async (word: string, chosen: readonly string[], listId?: string) => {
    const fields = new URLSearchParams({ commandId: uuidv7(), ...(listId && { listId }) });
    for (const id of chosen) fields.append('todo', id);
    const send = () => visitor.postBody(`/lists/${home}/chosen/${word}`, fields.toString());
    const [first, second] = await Promise.all([send(), send()]);
    expect(second.headers.location).toBe(first.headers.location);
    const path = String(first.headers.location);
    const { text } = first.status === 303 ? await visitor.open(path) : first;
    return { status: first.status, path, html: asRead(text) };
  };
  const doneOn = (html: string) => todosOn(html).flatMap(({ title, done }) => (done ? [title] : []));
  const historyOf = async (id: string) => asRead((await visitor.open(`/lists/${id}/history`)).text);

  it('completes and reopens them as one entry of the history, which is taken back as one', async () => {
    const completed = await choose('complete', ids.slice(0, 2));
    expect(saidOn(completed.html)).toBe('2 to-dos are done.');
    expect(doneOn(completed.html)).toEqual(['Milk', 'Bread']);
    const undone = await visitor.submit(...undoOn(completed.html));
    expect(saidOn(undone.html)).toBe('2 to-dos are to be done again.');
    expect(doneOn(undone.html)).toEqual([]);
    const history = await historyOf(home);
    expect(entriesOn(history).map(({ words }) => words)).toEqual([
      '2 to-dos reopened',
      '2 to-dos completed',
      'Added',
      'Added',
      'Added',
      'Created as “Home”',
    ]);
    const again = await visitor.submit(entriesOn(history)[0]?.undo ?? '');
    expect(saidOn(again.html)).toBe('2 to-dos are done again.');
    const reopened = await choose('reopen', ids);
    expect(saidOn(reopened.html)).toBe('2 to-dos are to be done again. 1 was so already.');
  });

  it('moves them to the end of another list in their order, and back to where they were', async () => {
    const shop = await visitor.createList('Shop');
    await visitor.addTodo(shop, 'Tea');
    const moved = await choose('move', [ids[0] ?? '', ids[2] ?? ''], shop);
    expect(saidOn(moved.html)).toBe('2 to-dos are in “Shop” now.');
    expect(await visitor.titles(shop)).toEqual(['Tea', 'Milk', 'Salt']);
    expect(linesOn(await historyOf(shop))[0]).toContain('2 to-dos moved from “Home” to “Shop”');
    const undone = await visitor.submit(...undoOn(moved.html));
    expect(saidOn(undone.html)).toBe('2 to-dos are in “Home” now.');
    expect(await visitor.titles(home)).toEqual(['Milk', 'Bread', 'Salt']);
  });

  it('moves them to the trash, and says before it is taken back what that changes', async () => {
    const removed = await choose('remove', ids);
    expect(saidOn(removed.html)).toBe('3 to-dos are in the trash.');
    const [address, fields] = undoOn(removed.html);
    const page = asRead((await visitor.open(address)).text);
    expect(page).toContain('They come back to their list.');
    expect(linesOn(page)).toEqual(['3 to-dos moved to the trash']);
    expect(saidOn((await visitor.submit(address, fields)).html)).toBe('3 to-dos are back in their list.');
    expect(await visitor.titles(home)).toEqual(['Milk', 'Bread', 'Salt']);
  });

  it('says in words what could not be done for some of them, and does it for the others', async () => {
    const shop = await visitor.createList('Shop');
    await visitor.submit(`/todos/${ids[0]}/remove`);
    await visitor.submit(`/todos/${ids[1]}/move`, { listId: shop });
    const moved = await choose('move', ids, shop);
    expect(saidOn(moved.html)).toContain('1 was so already. 1 is in the trash, and was left as it is.');
    expect(await visitor.titles(shop)).toEqual(['Bread', 'Salt']);
    await visitor.submit(`/todos/${ids[2]}/complete`);
    expect(saidOn((await choose('complete', [ids[0] ?? '', ids[2] ?? ''])).html)).toBe(
      '1 was so already. 1 is in the trash, and was left as it is.',
    );
  });

  it('leaves what somebody has changed since when it is taken back, and says so', async () => {
    const other = await visitor.createList('Other');
    const shop = await visitor.createList('Shop');
    const moved = await choose('move', ids, shop);
    await visitor.submit(`/todos/${ids[1]}/move`, { listId: other });
    const [address, fields] = undoOn(moved.html);
    expect(linesOn(asRead((await visitor.open(address)).text))).toEqual([
      '3 to-dos moved from “Home” to “Shop”',
      'Bread: Moved from “Shop” to “Other”',
    ]);
    const undone = await visitor.submit(address, fields);
    expect(saidOn(undone.html)).toBe(
      '2 to-dos are in “Home” now. 1 has been changed since, and was left as it is.',
    );
  });

  it('moves none into a list that is in the trash', async () => {
    const shop = await visitor.createList('Shop');
    await visitor.submit(`/lists/${shop}/remove`);
    expect(saidOn((await choose('move', ids, shop)).html)).toBe(
      '3 were left where they are: the list that you have chosen is in the trash.',
    );
  });

  it('shows boxes and what can be done with them, and asks for one that is chosen', async () => {
    await visitor.createList('Shop');
    expect((await visitor.open(`/lists/${home}`)).text).not.toContain('type="checkbox"');
    const { text } = await visitor.open(`/lists/${home}?choose`);
    expect(text.match(/type="checkbox" class="choose" form="chosen" name="todo"/g)).toHaveLength(3);
    expect((await visitor.open(`/lists/${home}`)).text).not.toContain('type="checkbox"');
    const none = await choose('complete', []);
    expect([none.status, saidOn(none.html)]).toEqual([422, 'None is chosen yet. Tick those that you mean.']);
    expect(none.html).toContain('type="checkbox" class="choose"');
  });

  it('takes no list and no to-do that is not there, none twice, and no more than a thousand', async () => {
    const statuses = [
      (await choose('complete', [uuidv7(), uuidv7()])).status,
      (await choose('move', ids, uuidv7())).status,
      (await visitor.post(`/lists/${uuidv7()}/chosen/complete`, { todo: ids[0] ?? '' })).status,
      (await choose('rename', ids)).status,
      (await choose('complete', [ids[0] ?? '', ids[0] ?? ''])).status,
      (
        await choose(
          'complete',
          Array.from({ length: MANY + 1 }, () => uuidv7()),
        )
      ).status,
    ];
    expect(statuses).toEqual([404, 404, 404, 404, 400, 400]);
    expect(doneOn((await visitor.open(`/lists/${home}`)).text)).toEqual([]);
  });

  it('takes less than two seconds for a thousand, is one entry, and is taken back as one', async () => {
    const shop = await visitor.createList('Shop');
    const posts = Array.from({ length: MANY }, (_, n) =>
      visitor.post(`/lists/${home}/todos`, { title: `${n}` }),
    );
    await Promise.all(posts);
    const added = await runStatements(
      test.url,
      `select stream_id from events where type = 'TodoAdded' and data ->> 'listId' = '${home}'`,
    );
    const all = added.map((row) => String(row.stream_id)).slice(-MANY);
    const body = new URLSearchParams({ commandId: uuidv7(), listId: shop });
    for (const id of all) body.append('todo', id);
    const begun = performance.now();
    const { headers } = await visitor.postBody(`/lists/${home}/chosen/move`, body.toString());
    const took = performance.now() - begun;
    process.stderr.write(`${all.length} to-dos in ${Math.round(took)} ms, ${body.toString().length} bytes\n`);
    expect(took).toBeLessThan(2_000);
    const page = asRead((await visitor.open(String(headers.location))).text);
    expect(saidOn(page)).toBe(`${MANY.toLocaleString('en')} to-dos are in “Shop” now.`);
    const { text } = await visitor.open(`/lists/${shop}/history`);
    expect(entriesOn(text)).toHaveLength(1);
    const older = linkOn(text, 'Older') ?? '';
    expect(linesOn((await visitor.open(older)).text)).toEqual(['The list: Created as “Shop”']);
    const undone = await visitor.submit(...undoOn(page));
    expect(saidOn(undone.html)).toBe(`${MANY.toLocaleString('en')} to-dos are in “Home” now.`);
    expect(inWorkspace(undone.path)).toContain(home);
  });
});
