/** What is to be reached. Ratios are how many times as much as the baseline does in the same round. */
export const TARGETS = {
  // Half and a quarter of what version 0.1.0 took (milliseconds per request).
  cpuPerPost: { web: 0.105, worker: 0.035, PostgreSQL: 0.09 },
  cpuPerGet: { web: 0.2875, PostgreSQL: 0.04 },
  startCpuMs: 1_000,
  // Web and worker together, in MiB.
  memory: { idle: 150, afterLoad: 250 },
  visibleMs: { p50: 4, p99: 20 },
  // Of web alone in MiB; from the log to an open page.
  streams: { memory: 300, heardMs: { p50: 20, p99: 100 } },
  liveMs: { p50: 50, p99: 200 },
  asOfMs: 100,
  ratio: {
    post: { Flask: 8, Fastify: 1.5 },
    get: { Flask: 5, Fastify: 4 },
    append: 2,
    longLog: 0.95,
    replay: { sql: 0.8, batch: 4 },
    catchUp: 1,
    verify: 0.8,
  },
};
