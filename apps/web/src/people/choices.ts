import type { Choice } from '../views/index.js';

/** What can be chosen, from the words for each of it. */
export function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
