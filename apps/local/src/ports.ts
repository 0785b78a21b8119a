import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How long what a killed run has left behind may take to let go of its ports. */
const PATIENCE_MS = 5_000;

/** @throws Error saying which variable to set, when something else listens on the port */
export async function untilFree(port: number, variable: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isFree(port))) {
    if (Date.now() > deadline) {
      throw new Error(
        `Port ${port} is taken by another program. Choose another one: ${variable}=... make start`,
      );
    }
    await pause(100);
  }
}

/** The port, or the next free one behind it. */
export async function freePortFrom(port: number): Promise<number> {
  return (await isFree(port)) ? port : freePortFrom(port + 1);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
