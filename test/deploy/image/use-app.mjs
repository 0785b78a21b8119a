import { randomUUID } from 'node:crypto';

/** Makes a list and adds a to-do to it, as a browser without JavaScript does. @throws Error when the page does not show it */
export async function addTodo(url, title) {
  const lists = await form(`${url}/lists`, { name: 'Of the image' });
  const todos = `${new URL(lists.url).pathname}/todos`;
  const page = await form(url + todos, { title });
  const text = await page.text();
  if (!text.includes(title)) throw new Error(`The page does not show the to-do:\n${text}`);
}

/** Posts a form and answers with the page that it leads to. */
async function form(url, fields) {
  const page = await fetch(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: new URLSearchParams({ commandId: randomUUID(), ...fields }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!page.ok) throw new Error(`${url} answers ${page.status}: ${await page.text()}`);
  return page;
}

/** @throws Error unless this address answers with 200 */
export async function mustAnswer(url) {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!ok) throw new Error(`${url} answers ${status}`);
}
