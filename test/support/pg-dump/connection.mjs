import net from 'node:net';
import { workerData } from 'node:worker_threads';

const { hostname, port, there, answered } = workerData;
const socket = net.connect(port, hostname);
let answer = Buffer.alloc(0);

socket.on('data', (piece) => {
  answer = Buffer.concat([answer, piece]);
  if (isWhole(answer)) send();
});
socket.on('close', send);
there.on('message', (question) => {
  socket.write(question);
  if (isGoodbye(question)) send();
});
there.on('close', () => socket.end());

function send() {
  there.postMessage(answer, []);
  answer = Buffer.alloc(0);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
}

const READY = 'Z'.charCodeAt(0);
const AUTHENTICATION = 'R'.charCodeAt(0);
/** In which the server waits for a password, or the next step of an exchange. */
const ASKS = new Set([3, 5, 10, 11]);

/** Whether the server has said all that it will say before it is asked again: its last message tells. */
function isWhole(bytes) {
  let at = 0;
  let isLast = false;
  while (at + 5 <= bytes.length) {
    const type = bytes[at];
    isLast = type === READY || (type === AUTHENTICATION && ASKS.has(bytes.readInt32BE(at + 5)));
    at += 1 + bytes.readInt32BE(at + 1);
  }
  return isLast && at === bytes.length;
}

function isGoodbye(question) {
  return question.length === 5 && question[0] === 'X'.charCodeAt(0);
}
