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
