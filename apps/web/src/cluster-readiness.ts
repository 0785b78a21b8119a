import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HealthReport, Report } from '#libs/platform';

const asked = z.object({ type: z.literal('readiness-asked'), id: z.string() });
const answered = z.object({
  type: z.literal('readiness-answered'),
  id: z.string(),
  report: z.object({ isReady: z.boolean(), details: z.unknown() }),
});

/** Longer than a process may take to find out that the database is away (milliseconds). */
const PATIENCE_MS = 15_000;

const SILENT: Report = {
  isReady: false,
  details: { status: 'error', error: { web: { status: 'down', message: 'no web process answers' } } },
};

/** In the first process, which asks the database nothing itself: how one of the web processes is. */
export function readinessOfOne(): () => Promise<Report> {
  const waiting = new Map<string, (report: Report) => void>();
  cluster.on('message', (_worker, message: unknown) => {
    const answer = answered.safeParse(message);
    if (answer.success) waiting.get(answer.data.id)?.(answer.data.report);
  });
  return () =>
    new Promise((resolve) => {
      const id = randomUUID();
      const timer = setTimeout(() => answer(SILENT), PATIENCE_MS);
      const answer = (report: Report) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(report);
      };
      waiting.set(id, answer);
      const webProcess = Object.values(cluster.workers ?? {}).find((each) => each?.isConnected());
      if (webProcess === undefined) answer(SILENT);
      else webProcess.send({ type: 'readiness-asked', id });
    });
}

/** In a web process: tells the first one how it is, whenever that asks. */
export function tellReadiness(health: HealthReport): void {
  process.on('message', (message: unknown) => {
    const question = asked.safeParse(message);
    if (question.success) void tell(health, question.data.id);
  });
}

async function tell(health: HealthReport, id: string): Promise<void> {
  const report = await health.ready().catch(() => SILENT);
  if (process.connected) process.send?.({ type: 'readiness-answered', id, report });
}
