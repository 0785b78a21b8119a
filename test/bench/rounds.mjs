/**
 * Measures several things in turns, A B C A B C ..., so that a machine whose speed drifts treats them alike. Answers the
 * results of each round by their names.
 */
export async function takeTurns({ label, rounds, progress }, things) {
  const results = [];
  for (let round = 1; round <= rounds; round += 1) {
    const result = {};
    for (const [name, measure] of Object.entries(things)) {
      result[name] = await measure();
      progress(`${label}, ${name}`, round, rounds, result[name].perSecond);
    }
    results.push(result);
  }
  return results;
}

/** Compares two of the things that have been measured in turns: each round of the one with that of the other. */
export function comparison(rounds, subject, baseline) {
  const of = (name, property) => median(rounds.map((round) => round[name][property]));
  const cpu = (name) => rounds[0][name].cpu && median(rounds.map((round) => round[name].cpu.all));
  return {
    ...compare(
      rounds.map((round) => ({ subject: round[subject].perSecond, baseline: round[baseline].perSecond })),
    ),
    p50: of(subject, 'p50'),
    p99: of(subject, 'p99'),
    cpu: cpu(subject),
    baselineCpu: cpu(baseline),
  };
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
