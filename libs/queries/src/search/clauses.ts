import { markOf } from '#libs/read-model';
import type { LookUp } from './terms.js';

/** One of these has to be there. */
export interface Clause {
  readonly lookUps: readonly LookUp[];
  /** How many entries have one of them, at least; those with several may be counted several times. */
  readonly uses: number;
}

/**
 * The clauses for PostgreSQL, in each of the workspaces. Words are letters, digits and pictures, so that there is nothing in them
 * that a tsquery would read as its own.
 */
export function tsqueryOf(clauses: readonly Clause[], workspaceIds: readonly string[]): string {
  const inWorkspace = (workspaceId: string) => {
    const written = ({ word, isBeginning }: LookUp) =>
      `'${markOf(workspaceId)}${word}'${isBeginning ? ':*' : ''}`;
    return clauses.map(({ lookUps }) => `(${lookUps.map(written).join(' | ')})`).join(' & ');
  };
  return workspaceIds.map((id) => `(${inWorkspace(id)})`).join(' | ');
}

/** How long the index takes for a clause, in entries: what begins with something takes three times as long as a whole word. */
export function costOf({ lookUps, uses }: Clause): number {
  return lookUps.some(({ isBeginning }) => isBeginning) ? 3 * uses : uses;
}
