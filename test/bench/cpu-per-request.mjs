import { median } from './rounds.mjs';

/**
 * Drives a load, and answers beside its result the processor time of each process (milliseconds per request). It is
 * steadier than throughput where the machine is shared. The client's own is not in it.
 *
 * @param cpus by name, functions that answer the processor time used until now
 * @param settled resolves when all that the requests have caused is done
 */
export async function withCpu(drive, cpus, settled = () => Promise.resolve()) {
  const before = timesOf(cpus);
  const result = await drive();
  await settled();
  const after = timesOf(cpus);
  const cpu = Object.keys(cpus).map((name) => [name, (after[name] - before[name]) / result.requests]);
  return { ...result, cpu: Object.fromEntries(cpu) };
}

const timesOf = (cpus) => Object.fromEntries(Object.entries(cpus).map(([name, read]) => [name, read()]));

/** By the name of the process. */
export function mediansOf(rounds) {
  const names = Object.keys(rounds[0].cpu);
  return Object.fromEntries(names.map((name) => [name, median(timesIn(rounds, name))]));
}

/** The median of the rounds for each process, with the lowest and the highest of them. */
export function describeCpu(rounds) {
  const medians = Object.entries(mediansOf(rounds)).map(([name, ms]) => {
    const times = timesIn(rounds, name);
    const [lowest, highest] = [Math.min(...times), Math.max(...times)];
    return `${name} ${ms.toFixed(3)} (${lowest.toFixed(3)}-${highest.toFixed(3)})`;
  });
  return `${medians.join(', ')} ms`;
}

const timesIn = (rounds, name) => rounds.map(({ cpu }) => cpu[name]);
