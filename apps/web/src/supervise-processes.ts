import cluster, { type Worker } from 'node:cluster';
import { serveInternals, type Config, type Logger } from '#libs/platform';
import { metricsOfAll } from './cluster-metrics.js';
import { readinessOfOne } from './cluster-readiness.js';

const PAUSE_MS = 1_000;
const WRONG_CONFIGURATION = 2;

/**
 * Keeps several web processes on one port, so that one slow request holds up nobody else, and ends them together. What
 * is for those who run them is told by this process, for all of them.
 */
export async function superviseProcesses(
  { webConcurrency, internal }: Pick<Config, 'webConcurrency' | 'internal'>,
  logger: Logger,
): Promise<void> {
  let stopping = false;
  await serveInternals({ metrics: metricsOfAll(), readiness: readinessOfOne() }, internal);
  for (let index = 0; index < webConcurrency; index += 1) cluster.fork();

  cluster.on('exit', (worker: Worker, code: number, signal: string) => {
    // What is configured wrongly stays wrong, however often it is tried.
    if (code === WRONG_CONFIGURATION) process.exit(code);
    else if (!stopping) {
      logger.error({ pid: worker.process.pid, code, signal }, 'a web process ended; starting another');
      setTimeout(() => stopping || cluster.fork(), PAUSE_MS);
    }
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping = true;
      // Once the last one is gone nothing keeps this process, and it ends with code 0.
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
    });
  }
}
