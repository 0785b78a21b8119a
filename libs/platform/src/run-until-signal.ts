import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { listenOrExit } from './listen-or-exit.js';

const CHECK_MS = 50;

/** Longer than a client takes that has begun to send as the signal came. */
const POLITE_MS = 500;

/** Longer than a request may take to arrive. Node stops looking for those that take too long once a server is closed. */
const LONGEST_DRAIN_MS = 25_000;

/** At SIGTERM or SIGINT everything is closed in order, and the process ends with code 0. */
export function endAtSignal(app: INestApplicationContext): void {
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
}

/**
 * Listens, and ends the process with code 0 at SIGTERM or SIGINT, after the requests that are running have their answer.
 * For half a second more, what comes on open connections is answered with `connection: close`: whoever closes a connection while a
 * request is on its way there leaves that without an answer, and its sender cannot know what became of it.
 * A connection that was busy at the signal stays open behind its answer, so idle ones are closed until none is left;
 * a client that never finishes what it sends holds the process for 25 seconds at the most.
 */
export async function runUntilSignal(
  app: NestFastifyApplication,
  { port, address }: { readonly port: number; readonly address: string },
): Promise<void> {
  endAtSignal(app);
  const server = app.getHttpServer();
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('preClose', async () => {
    await pause(POLITE_MS);
    setInterval(() => server.closeIdleConnections(), CHECK_MS).unref();
    setTimeout(() => server.closeAllConnections(), LONGEST_DRAIN_MS).unref();
  });
  await listenOrExit(app.listen(port, address), port);
}
