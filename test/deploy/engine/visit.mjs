// What a browser without JavaScript does, from within the engine's network:
//   node visit.mjs add URL TITLE      makes a list with a to-do and answers with the list's address
//   node visit.mjs see ADDRESS TITLE  fails unless that list shows it
//   node visit.mjs answer URL         fails unless it answers with 200
import { randomUUID } from 'node:crypto';

const visits = { add, see, answer };
const [visit, url, title] = process.argv.slice(2);
await visits[visit]();

async function add() {
  const list = await post(`${url}/lists`, { name: 'In containers' });
  const { origin, pathname } = new URL(list.url);
  await mustShow(await post(`${origin}${pathname}/todos`, { title }));
  console.log(origin + pathname);
}

async function see() {
  await mustShow(await must(await fetch(url)));
}

async function answer() {
  await must(await fetch(url, { signal: AbortSignal.timeout(5_000) }));
}

async function mustShow(page) {
  const text = await page.text();
  if (!text.includes(title)) throw new Error(`The page does not show the to-do:\n${text}`);
}

/** Posts a form and answers with the page that it leads to. */
async function post(address, fields) {
  return must(
    await fetch(address, {
      method: 'POST',
      headers: { origin: new URL(address).origin },
      body: new URLSearchParams({ commandId: randomUUID(), ...fields }),
      signal: AbortSignal.timeout(10_000),
    }),
  );
}

async function must(page) {
  if (!page.ok) throw new Error(`${page.url} answers ${page.status}: ${await page.text()}`);
  return page;
}
