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
  const ratios = results.map((result) => result.subject / result.baseline);
  return {
    subject: median(results.map((result) => result.subject)),
    baseline: median(results.map((result) => result.baseline)),
    p50: median(results.map((result) => result.p50)),
    p99: median(results.map((result) => result.p99)),
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
