export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;
}

/**
 * Does two things in turn, so that whatever else the machine does disturbs both; answers the times of the quickest of
 * each (milliseconds), which are disturbed the least.
 */
export async function quickestOf(
  tries: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<readonly [number, number]> {
  let quickest: readonly [number, number] = [Infinity, Infinity];
  for (let n = 0; n < tries; n += 1) {
    const times = [await millisecondsOf(one), await millisecondsOf(other)] as const;
    quickest = [Math.min(quickest[0], times[0]), Math.min(quickest[1], times[1])];
  }
  return quickest;
}

/** Tells what was measured, and answers how many times as long the first took as the second. */
export function ratio(what: string, [measured, baseline]: readonly [number, number]): number {
  const times = measured / baseline;
  process.stderr.write(
    `${what}: ${measured.toFixed(1)} ms, ${times.toFixed(1)} times the ${baseline.toFixed(1)} ms of its baseline\n`,
  );
  return times;
}

export function percentile(times: readonly number[], percent: number): number {
  const index = Math.min(times.length - 1, Math.floor((times.length * percent) / 100));
  return times.toSorted((one, other) => one - other)[index] ?? Infinity;
}

/**
 * Does two things in turn, now the one first and now the other; answers how probable it is that the first takes longer than
 * the second when one of each is drawn (Mann and Whitney): 0.5 when nobody can tell them apart by their times.
 */
export async function probabilityOfLonger(
  tries: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<number> {
  const [ones, others]: [number[], number[]] = [[], []];
  for (let n = 0; n < tries; n += 1) {
    if (n % 2 === 0) ones.push(await millisecondsOf(one));
    others.push(await millisecondsOf(other));
    if (n % 2 === 1) ones.push(await millisecondsOf(one));
  }
  const longer = ones.reduce((sum, time) => sum + others.filter((than) => time > than).length, 0);
  return longer / (ones.length * others.length);
}
