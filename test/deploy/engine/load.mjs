// Adds to-dos as fast as it can until nobody answers, from within the engine's network: `node load.mjs LIST`. LIST is the
// address of a list. It says "going" after the first hundred, and at its end, as JSON, what became of each to-do by its title:
//   saved    the server said that it has saved it
//   refused  the server said that it has not, or took no connection
//   cut      the connection was cut before there was an answer
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { signIn } from './sign-in.mjs';

const [list] = process.argv.slice(2);
const CLIENTS = 12;
const signedIn = await signIn(new URL(list).origin);
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
const became = { saved: [], refused: [], cut: [] };
let next = 0;

await Promise.all(Array.from({ length: CLIENTS }, addUntilNobodyAnswers));
console.log(JSON.stringify(became));

async function addUntilNobodyAnswers() {
  for (;;) {
    const title = `load-${next++}-of-it`;
    const { outcome, isOver } = await add(title);
    became[outcome].push(title);
    if (became.saved.length === 100 && outcome === 'saved') console.log('going');
    if (isOver) return;
  }
}

function add(title) {
  const body = new URLSearchParams({ commandId: randomUUID(), title }).toString();
  return new Promise((resolve) => {
    const sent = request(`${list}/todos`, { method: 'POST', agent, headers: headersOf(body) }, (response) => {
      const outcome = response.statusCode === 303 ? 'saved' : 'refused';
      response.resume().on('end', () => resolve({ outcome, isOver: false }));
      response.on('error', () => resolve({ outcome, isOver: false }));
    });
    sent.on('error', ({ code }) => {
      const isOver = ['ECONNREFUSED', 'EHOSTUNREACH'].includes(code);
      resolve({ outcome: isOver ? 'refused' : 'cut', isOver });
    });
    sent.end(body);
  });
}

function headersOf(body) {
  return {
    ...signedIn,
    origin: new URL(list).origin,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
}
