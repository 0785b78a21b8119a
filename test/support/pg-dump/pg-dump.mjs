// The real pg_dump 18, compiled to WebAssembly for PGlite, in front of a real server: `node pg-dump.mjs <url> [option]...`
// writes the dump to the standard output. It asks for its answers without waiting, so this process stands still for each,
// while a thread holds the connection.
import { once } from 'node:events';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';

const [address = '', ...options] = process.argv.slice(2);
const { hostname, port, username, password, pathname } = new URL(address);
const { port1: here, port2: there } = new MessageChannel();
const answered = new Int32Array(new SharedArrayBuffer(4));
const thread = new Worker(new URL('connection.mjs', import.meta.url), {
  workerData: { hostname, port: Number(port), there, answered },
  transferList: [there],
});

/** As much of a PGlite as pg_dump needs. */
const server = {
  execProtocolRawStream(bytes, { onRawData }) {
    Atomics.store(answered, 0, 0);
    here.postMessage(bytes.slice(), []);
    Atomics.wait(answered, 0, 0);
    onRawData(receiveMessageOnPort(here).message);
  },
  query: async () => ({ rows: [{ search_path: 'public' }] }),
  exec: async () => undefined,
};

const account = `user=${username} password=${password} dbname=${pathname.slice(1)}`;
const args = ['-d', `host=${hostname} ${account} sslmode=disable gssencmode=disable`, ...options];
process.stdout.write(await (await pgDump({ pg: server, args })).text());
here.close();
await once(thread, 'exit');
