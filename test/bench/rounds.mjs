/**
 * Measures two things in alternating rounds, A B A B ..., so that a machine whose speed drifts treats them alike, and
 * compares each round with its neighbour.
 */
export async function alternate({ label, rounds, progress }, subject, baseline) {
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const [a, b] = [await subject(), await baseline()];
    results.push({ subject: a.perSecond, baseline: b.perSecond, p50: a.p50, p99: a.p99 });
    progress(label, round, rounds);
  }
  return {
    ...compare(results),
    p50: median(results.map(({ p50 }) => p50)),
    p99: median(results.map(({ p99 }) => p99)),
  };
}

/** Measures several things in turns, A B C A B C ..., and answers the results of each round by their names. */
export async function takeTurns({ label, rounds, progress }, things) {
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const result = {};
    for (const [name, measure] of Object.entries(things)) {
      progress(`${label}, ${name}`, round, rounds);
      result[name] = await measure();
    }
    results.push(result);
  }
  return results;
}

/** @param results of each round, per second: the more the better */
export function compare(results) {
  const ratios = results.map(({ subject, baseline }) => subject / baseline);
  return {
    subject: median(results.map(({ subject }) => subject)),
    baseline: median(results.map(({ baseline }) => baseline)),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
