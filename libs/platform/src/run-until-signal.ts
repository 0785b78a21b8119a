import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const CHECK_MS = 50;

/**
 * Listens, and ends the process with code 0 at SIGTERM or SIGINT, after the requests that are running have their answer.
 * A connection that was busy at the signal stays open behind its answer, so idle ones are closed until none is left.
 */
export async function runUntilSignal(
  app: NestFastifyApplication,
  { port, address }: { readonly port: number; readonly address: string },
): Promise<void> {
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  const server = app.getHttpServer();
  const instance = app.getHttpAdapter().getInstance();
  instance.addHook('preClose', () => {
    setInterval(() => server.closeIdleConnections(), CHECK_MS).unref();
  });
  await app.listen(port, address).catch((error: unknown) => explain(error, port));
}

function explain(error: unknown, port: number): never {
  if (!isTaken(error)) throw error;
  process.stderr.write(
    `Port ${port} is taken by another program: end that one, or configure another port.\n`,
  );
  process.exit(2);
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
