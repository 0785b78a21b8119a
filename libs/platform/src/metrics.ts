import { collectDefaultMetrics, Registry } from 'prom-client';

/** The Prometheus registry of this process. Each part of it registers what it measures, times in seconds. */
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Everything measured, in Prometheus' text format. A process that shares its port with others tells for all. */
  exposition: () => Promise<string> = () => this.registry.metrics();
}
