// What somebody who is signed in does with a browser without JavaScript, from within the engine's network:
//   node visit.mjs add URL TITLE      makes a list with a to-do and answers with the list's address
//   node visit.mjs see ADDRESS TITLE  fails unless that list shows it
//   node visit.mjs answer URL         fails unless it answers with 200
import { randomUUID } from 'node:crypto';
import { signIn } from './sign-in.mjs';

const visits = { add, see, answer };
const [visit, url, title] = process.argv.slice(2);
await visits[visit]();

async function add() {
  const { origin } = new URL(url);
  const signedIn = await signIn(origin);
  const list = await post(
    `${origin}${await homeOf(url, signedIn)}/lists`,
    { name: 'In containers' },
    signedIn,
  );
  const { pathname } = new URL(list.url);
  await mustShow(await post(`${origin}${pathname}/todos`, { title }, signedIn));
  console.log(origin + pathname);
}

/** Where the lists are: people begin with what is due today, and that page says it. */
async function homeOf(address, signedIn) {
  const page = await must(await fetch(address, { headers: signedIn }));
  const [, home] = /<a href="([^"]*)" data-to="lists"/.exec(await page.text()) ?? [];
  if (home === undefined) throw new Error(`${page.url} does not lead to the lists`);
  return home;
}

async function see() {
  await mustShow(await must(await fetch(url, { headers: await signIn(new URL(url).origin) })));
}

async function answer() {
  await must(await fetch(url, { signal: AbortSignal.timeout(5_000) }));
}

async function mustShow(page) {
  const text = await page.text();
  if (!text.includes(title)) throw new Error(`The page does not show the to-do:\n${text}`);
}

/** Posts a form and answers with the page that it leads to. */
async function post(address, fields, signedIn) {
  return must(
    await fetch(address, {
      method: 'POST',
      headers: { ...signedIn, origin: new URL(address).origin },
      body: new URLSearchParams({ commandId: randomUUID(), ...fields }),
      signal: AbortSignal.timeout(10_000),
    }),
  );
}

async function must(page) {
  if (!page.ok) throw new Error(`${page.url} answers ${page.status}: ${await page.text()}`);
  return page;
}
