import { collectDefaultMetrics, Registry } from 'prom-client';

/** The Prometheus registry of this process. Each part of it registers what it measures, times in seconds. */
export class Metrics {
  readonly registry = new Registry();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
