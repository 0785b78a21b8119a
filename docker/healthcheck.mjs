// Whether the process of this container is alive; with /health/ready as argument, whether it can serve.
import { readFileSync } from 'node:fs';

const { PORT, INTERNAL_PORT } = process.env;
const [path = '/health'] = process.argv.slice(2);
const isWorker = readFileSync('/proc/1/cmdline', 'utf8').includes('worker');
// All that a worker serves is where the internals are; an address may stand before the port.
const port = isWorker ? (INTERNAL_PORT || '5001').replace(/^.*:/, '') : PORT || 5000;
const url = `http://127.0.0.1:${port}${path}`;
try {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  console.log(`${url} ${status}`);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.log(`${url} ${error.cause?.message ?? error.message}`);
  process.exitCode = 1;
}
