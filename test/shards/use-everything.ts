import { v7 as uuidv7 } from 'uuid';
import { generateNKeysBetween } from 'fractional-indexing';
import { PLAIN_TODO_USE_CASES } from '#libs/commands';
import { SHOWS } from '#libs/queries';
import { linkOn } from '../support/history-page.js';
import { itemsOn } from '../support/items.js';
import { LivePage } from '../support/live-page.js';
import { writePast, type PastEvent } from '../support/past.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { isCatchingUp, todosOn, undoOn, type Visitor } from '../support/visitor.js';

const at = '2026-03-01T12:00:00Z';
const MORE_THAN_A_PAGE = 130;

/** Does once whatever a person can do, and opens every page in every form. */
export async function useEverything(visitor: Visitor, url: string, server: string): Promise<void> {
  const home = await visitor.createList('Home');
  const garden = await visitor.createList('Garden');
  const milk = await visitor.addTodo(home, 'Milk');
  const page = await LivePage.open(`${server}${WORKSPACE_PATH}/live?list=${home}&from=0`, SIGNED_IN);
  await changeTodo(visitor, milk, { home, garden });
  await visitor.submit(`/lists/${home}/rename`, { name: 'House', from: 'Home' });
  await openEverything(visitor, { list: home, todo: milk });
  await visitor.submit(`/todos/${milk}/remove`);
  await openEverything(visitor, { list: home, todo: milk });
  await visitor.submit(`/todos/${milk}/restore`);
  await visitor.submit(`/lists/${home}/archive`);
  await visitor.open('/archive');
  await visitor.submit(`/lists/${home}/unarchive`);
  await visitor.submit(`/lists/${home}/remove`);
  await openEverything(visitor, { list: home, todo: milk });
  await visitor.submit(`/lists/${home}/restore`);
  await useLabels(visitor, home, milk);
  await transfer(visitor, home);
  await useLongList(visitor, url);
  // First what it had missed, then what was new.
  await page.hears('changed', 2);
  page.close();
}

/** Two of them, one of which is the other in the end. */
async function useLabels(visitor: Visitor, list: string, todo: string): Promise<void> {
  for (const label of ['Shop', 'Shops'])
    await visitor.submit(`/todos/${todo}/label`, { label, onList: list });
  const idOf = async (name: string) =>
    new RegExp(`labels/([0-9a-f-]{36})"><bdi>${name}</bdi>`).exec(
      (await visitor.open('/labels')).text,
    )?.[1] ?? '';
  const [shop, shops] = [await idOf('Shop'), await idOf('Shops')];
  await visitor.submit(`/labels/${shop}/rename`, { label: 'Store', from: 'Shop' });
  await visitor.submit(`/labels/${shop}/recolour`, { colour: 'pink' });
  await visitor.open(`/lists/${list}?edit=${todo}`);
  await visitor.open(`/labels/${shop}`);
  await visitor.submit(`/todos/${todo}/unlabel`, { labelId: shops });
  await visitor.submit(`/lists/${list}/chosen/label`, { todo, label: 'Shops' });
  const { html } = await visitor.submit(`/labels/${shops}/merge`, { into: shop });
  await undo(visitor, html);
  await visitor.submit(`/labels/${shops}/remove`);
  await visitor.open(`/lists/${list}?asOf=${new Date().toISOString()}`);
}

/** Into another workspace and back; and out of the app. */
async function transfer(visitor: Visitor, list: string): Promise<void> {
  const { headers } = await visitor.postBody('/workspaces', 'name=Another');
  const to = String(headers.location).slice('/w/'.length);
  await visitor.open(`/lists/${list}/transfer`);
  const { html } = await visitor.submit(`/lists/${list}/transfer`, { to, as: 'move' });
  await undo(visitor, html);
  for (const path of ['/export', '/members']) await visitor.open(WORKSPACE_PATH + path);
  for (const text of ['milk', 'mikl', 'one of', 'o']) await visitor.open(`/search?q=${text}`);
  await visitor.open('/invitations/none');
}

async function undo(visitor: Visitor, html: string) {
  const [path, fields] = undoOn(html);
  await visitor.open(path);
  return await visitor.submit(path, fields);
}

async function changeTodo(
  visitor: Visitor,
  milk: string,
  { home, garden }: { readonly home: string; readonly garden: string },
): Promise<void> {
  const bread = await visitor.addTodo(home, 'Bread');
  for (const word of PLAIN_TODO_USE_CASES.keys()) await visitor.submit(`/todos/${milk}/${word}`);
  const renamed = await visitor.submit(`/todos/${milk}/rename`, { title: 'Oat milk', from: 'Milk' });
  await undo(visitor, (await undo(visitor, renamed.html)).html);
  const scheduled = await visitor.submit(`/todos/${milk}/schedule`, { dueDate: '2026-12-01', from: '' });
  await undo(visitor, (await undo(visitor, scheduled.html)).html);
  await visitor.submit(`/todos/${milk}/schedule`, { dueDate: '2099-12-01', from: '2026-12-01' });
  const repeated = await visitor.submit(`/todos/${milk}/repeat`, { every: '1', unit: 'week', was: '' });
  await undo(visitor, (await undo(visitor, repeated.html)).html);
  for (const word of ['skip', 'complete']) await visitor.submit(`/todos/${milk}/${word}`);
  await visitor.submit(`/todos/${milk}/prioritise`, { priority: 'high', from: 'none' });
  await useChecklist(visitor, milk);
  await visitor.submit(`/lists/${home}/todos/lines`, { lines: 'Jam\n  Cherries' });
  const noted = await visitor.submit(`/todos/${milk}/note`, { note: 'Not the **sweet** one', from: '0' });
  await undo(visitor, noted.html);
  // Made from a note that is another one meanwhile.
  await visitor.post(`/todos/${milk}/note`, { note: 'The sweet one', from: '1' });
  for (const place of [{ down: bread }, { up: bread }, { before: bread }, { before: '' }]) {
    await visitor.submit(`/todos/${milk}/move`, { listId: home, ...place });
  }
  for (const listId of [garden, home]) await visitor.submit(`/todos/${milk}/move`, { listId, onList: home });
  const moved = await visitor.submit(`/lists/${home}/chosen/move`, { todo: bread, listId: garden });
  await undo(visitor, moved.html);
}

async function useChecklist(visitor: Visitor, todo: string): Promise<void> {
  const items = `/todos/${todo}/items`;
  await visitor.submit(items, { item: 'Full cream', edit: todo });
  const { html } = await visitor.submit(items, { item: 'Fresh', edit: todo });
  const [first, second] = itemsOn(html).map(({ id }) => id);
  for (const word of ['tick', 'untick']) await visitor.submit(`${items}/${first}/${word}`);
  await visitor.submit(`${items}/${second}/move`, { up: first ?? '' });
  await visitor.submit(`${items}/${second}/rename`, { item: 'Quite fresh', from: 'Fresh' });
  for (const word of ['remove', 'extract'])
    await undo(visitor, (await visitor.submit(`${items}/${second}/${word}`)).html);
}

/** With the notice that undoes, and without; now and as it was. */
async function openEverything(
  visitor: Visitor,
  { list, todo }: { readonly list: string; readonly todo: string },
): Promise<void> {
  const now = encodeURIComponent(new Date().toISOString());
  const tabs = SHOWS.flatMap((show) => [`show=${show}`, `show=${show}&edit=${todo}`]);
  const paths = [
    '/',
    '/trash',
    ...tabs.map((tab) => `/lists/${list}?${tab}`),
    `/lists/${list}?asOf=${now}`,
    `/lists/${list}/history`,
    `/todos/${todo}/history`,
  ];
  for (const path of paths) await visitor.open(path);
}

/** A list of several pages, in which there is no room between two to-dos. */
async function useLongList(visitor: Visitor, url: string): Promise<void> {
  const list = uuidv7();
  const orders = generateNKeysBetween(`a0${'0'.repeat(200)}1`, `a0${'0'.repeat(200)}2`, MORE_THAN_A_PAGE);
  const todos = orders.map((order) => ({ id: uuidv7(), order }));
  const created: PastEvent = { streamId: list, type: 'ListCreated', data: { name: 'Long' }, at };
  const added = todos.map(({ id, order }): PastEvent => {
    return { streamId: id, type: 'TodoAdded', data: { listId: list, title: 'One of many', order }, at };
  });
  await writePast(url, [created, ...added]);
  await until(async () => todosOn((await visitor.open(`/lists/${list}`)).text).length === 100);
  const { text } = await visitor.open(`/lists/${list}`);
  const next = await visitor.open(linkOn(text, 'Next 100') ?? '');
  await visitor.open(linkOn(next.text, 'Previous 100') ?? '');
  const [, second = '', third = ''] = todos.map(({ id }) => id);
  await visitor.submit(`/todos/${third}/move`, { listId: list, before: second });
  await until(async () => !isCatchingUp((await visitor.open(`/lists/${list}/history`)).text));
}

/** What is only read while nothing is folded. */
export async function openNewList(visitor: Visitor): Promise<void> {
  const { headers } = await visitor.post('/lists', { name: 'New' });
  await visitor.open(String(headers.location));
}
