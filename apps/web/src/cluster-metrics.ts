import cluster, { type Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { AggregatorRegistry, type Registry, type RegistryContentType } from 'prom-client';
import { z } from 'zod';

const asked = z.object({ type: z.literal('metrics-asked'), id: z.string() });
const answered = z.object({ type: z.literal('metrics-answered'), id: z.string(), text: z.string() });

/** In the first process: collects what every web process has measured, whenever one of them is asked for it. */
export function answerMetrics(): void {
  const registry = new AggregatorRegistry<RegistryContentType>();
  cluster.on('message', (worker, message: unknown) => {
    const question = asked.safeParse(message);
    if (question.success) void answer(registry, worker, question.data.id);
  });
}

/** A process that ends meanwhile makes the collection fail; the scrape is then answered with nothing. */
async function answer(
  registry: AggregatorRegistry<RegistryContentType>,
  worker: Worker,
  id: string,
): Promise<void> {
  const text = await registry.clusterMetrics().catch(() => '');
  if (worker.isConnected()) worker.send({ type: 'metrics-answered', id, text });
}

/** In a web process: asks the first process for the metrics of all, because a scrape reaches any one of them. */
export function metricsOfAll(own: Registry): () => Promise<string> {
  AggregatorRegistry.setRegistries(own);
  // Making one is what lets this process answer when the first one collects.
  void new AggregatorRegistry();
  return () =>
    new Promise((resolve) => {
      const id = randomUUID();
      process.on('message', function hear(message: unknown) {
        const answer = answered.safeParse(message);
        if (answer.success && answer.data.id === id) {
          process.off('message', hear);
          resolve(answer.data.text);
        }
      });
      process.send?.({ type: 'metrics-asked', id });
    });
}
