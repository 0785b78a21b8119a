import { freePortFrom } from '../../dist/apps/local/src/ports.js';

// Below the ports that the system gives to connections, or one of them might take it before the process does.
let port = 20_000 + Math.floor(Math.random() * 10_000);

export async function nextPort() {
  port = await freePortFrom(port + 1);
  return port;
}
