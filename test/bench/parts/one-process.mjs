import { setTimeout as pause } from 'node:timers/promises';
import { createCrudTable, startAppending, startFastify } from '../baselines.mjs';
import { describeCpu, mediansOf, withCpu } from '../cpu-per-request.mjs';
import { adding, createList, reading } from '../http.mjs';
import { median, takeTurns } from '../rounds.mjs';
import { startSystem, untilFolded } from '../systems.mjs';
import { plainRow } from '../table.mjs';
import { inScope } from '../scope.mjs';
import { TARGETS } from '../targets.mjs';

/** What a start has left behind is freed until then. */
const SETTLE_MS = 3_000;

/** What one web process and one worker take: to start, while idle, for each request, and after all these requests. */
export async function measureProcesses(bench) {
  const { server, started } = bench;
  const database = started(await server.createDatabase('one_process'));
  const starts = [];
  for (let start = 1; start < bench.plan.starts; start += 1) {
    starts.push(await inScope((briefly) => startSystem(database, briefly)));
    bench.progress('start to ready', start, bench.plan.starts);
  }
  const system = await startSystem(database, started);
  starts.push(system);
  await pause(SETTLE_MS);
  const idle = memoryOf(system);
  // Others are stopped before memory is looked at again: with them, the share of what all have in common would be smaller.
  const requests = await inScope((briefly) => measureRequests({ ...bench, started: briefly }, system));
  await pause(SETTLE_MS);
  const { memory } = TARGETS;
  return [
    startRow(starts),
    memoryRow('memory, idle', idle, memory.idle),
    memoryRow('memory, after this load', memoryOf(system), memory.afterLoad),
    ...requests,
  ];
}

async function measureRequests(bench, system) {
  const { web, worker, database } = system;
  await createCrudTable(database);
  const lists = { written: await createList(web, 0), read: await createList(web, 50) };
  const cpus = { web: web.cpu, worker: worker.cpu, PostgreSQL: bench.server.cpu };
  const fastify = bench.started(await startFastify(database, 1));
  const plainCpus = { Fastify: fastify.cpu, PostgreSQL: bench.server.cpu };
  const rows = [];
  for (const { what, load, list, target } of [
    { what: 'CPU per POST', load: adding, list: lists.written, target: TARGETS.cpuPerPost },
    { what: 'CPU per GET of 50', load: reading, list: lists.read, target: TARGETS.cpuPerGet },
  ]) {
    const [drive, drivePlain] = [load(web, list), load(fastify, list)];
    const measure = (ms) =>
      withCpu(
        () => drive(ms),
        cpus,
        () => untilFolded(database),
      );
    const measurePlain = (ms) => withCpu(() => drivePlain(ms), plainCpus);
    for (const warmUp of [measure, measurePlain]) await warmUp(bench.plan.warmUpMs);
    const rounds = await takeTurns(
      { label: what, ...bench.plan, progress: bench.progress },
      { Garbanzo: () => measure(bench.plan.ms), Fastify: () => measurePlain(bench.plan.ms) },
    );
    rows.push(cpuRow(what, rounds, target));
  }
  return [...rows, await measureLimit(bench, database, lists.written)];
}

/** What a form costs when all but Fastify and the appending is left out: nothing that is built on them can cost less. */
async function measureLimit(bench, database, list) {
  const appending = bench.started(await startAppending(database));
  const what = 'CPU per form that is only appended';
  const drive = adding(appending, list);
  const measure = (ms) => withCpu(() => drive(ms), { Fastify: appending.cpu, PostgreSQL: bench.server.cpu });
  await measure(bench.plan.warmUpMs);
  const rounds = await takeTurns(
    { label: what, ...bench.plan, progress: bench.progress },
    { appending: () => measure(bench.plan.ms) },
  );
  return plainRow(what, describeCpu(rounds.map((round) => round.appending)));
}

/** @param target of each process, milliseconds */
function cpuRow(what, rounds, target) {
  const [own, plain] = ['Garbanzo', 'Fastify'].map((name) => rounds.map((round) => round[name]));
  const limits = Object.entries(target);
  return plainRow(what, describeCpu(own), {
    baseline: describeCpu(plain),
    target: `${limits.map(([name, ms]) => `${name} ${ms}`).join(', ')} ms`,
    met: limits.every(([name, ms]) => mediansOf(own)[name] <= ms),
  });
}

function startRow(starts) {
  const of = (name, property) => median(starts.map((start) => start[name].readyAfter[property]));
  const describe = (name) => `${name} ${seconds(of(name, 'ms'))} (${seconds(of(name, 'cpuMs'))} of CPU)`;
  const limit = TARGETS.startCpuMs;
  return plainRow('start to ready', `${describe('web')}, ${describe('worker')}`, {
    target: `${seconds(limit)} of CPU each`,
    met: of('web', 'cpuMs') <= limit && of('worker', 'cpuMs') <= limit,
  });
}

const seconds = (ms) => `${(ms / 1_000).toFixed(2)} s`;

const memoryOf = ({ web, worker }) => ({ web: web.memory(), worker: worker.memory() });

/** @param atMost of both together, MiB */
function memoryRow(what, { web, worker }, atMost) {
  return plainRow(what, `web ${web.toFixed(0)}, worker ${worker.toFixed(0)} MiB (PSS)`, {
    target: `together ${atMost} MiB`,
    met: web + worker <= atMost,
  });
}
