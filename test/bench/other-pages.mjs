import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { addPerson, WORKSPACE_PATH } from '../support/somebody.mjs';

const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity });

const PEOPLE = 4;

/** Streams of pages on which other people look at a list, each on a connection of its own; answers once all of them hear. */
export async function openOtherPages({ owner }, web, { list, count }) {
  const tokens = [];
  for (let n = 1; n <= PEOPLE; n += 1) tokens.push(await addReader(owner, `Reader ${n}`));
  const url = `${web.url}${WORKSPACE_PATH}/live?list=${list.split('/').at(-1)}`;
  const streams = await Promise.all(
    Array.from({ length: count }, (_, n) => openStream(url, tokens[n % PEOPLE])),
  );
  return {
    heard: () => streams.map(({ heard }) => heard()),
    async stop() {
      for (const { request } of streams) request.destroy();
    },
  };
}

async function addReader(owner, name) {
  const token = randomUUID();
  await addPerson(owner, {
    accountId: randomUUID(),
    name,
    email: `${token}@example.org`,
    token,
    role: 'viewer',
  });
  return token;
}

function openStream(url, token) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { cookie: `garbanzo=${token}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
      let heard = 0;
      answer.on('data', (chunk) => {
        heard += String(chunk).split('event: changed').length - 1;
        resolve({ request, heard: () => heard });
      });
      answer.on('error', () => undefined);
    });
    request.on('error', reject);
  });
}
