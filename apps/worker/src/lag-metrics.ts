import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Database, Metrics } from '#libs/platform';
import { Projections } from '#libs/projections';
import { liveLags, type Lag } from '#libs/read-model';

/** Metrics of how far the projections are behind. They are read from the database at every scrape. */
@Injectable()
export class LagMetrics {
  constructor(database: Database, projections: Projections, { registry }: Metrics) {
    const gauge = (name: string, help: string, value: (lag: Lag) => number) =>
      new Gauge({
        name,
        help,
        labelNames: ['projection'],
        registers: [registry],
        async collect() {
          this.reset();
          // While the database is down the lag is unknown, but the other metrics must still be served.
          const known = await liveLags(database, projections.all).catch(() => []);
          for (const lag of known) this.set({ projection: lag.projection }, value(lag));
        },
      });
    gauge(
      'garbanzo_projection_lag_seconds',
      'How long the oldest event that is not folded has waited',
      (lag) => lag.seconds,
    );
    gauge(
      'garbanzo_projection_shards_behind',
      'Shards with events that are not folded',
      (lag) => lag.shardsBehind,
    );
    gauge(
      'garbanzo_parked_streams',
      'Streams that wait because an event could not be folded',
      (lag) => lag.parked,
    );
  }
}
