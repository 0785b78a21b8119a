import type { Config, Database } from '#libs/platform';

/** Well: as it should be. Note: worth knowing. Wrong: something that works badly, or that will. */
export type Verdict = 'well' | 'note' | 'wrong';

export interface Finding {
  readonly verdict: Verdict;
  /** Goes on where the name of the check leaves off. */
  readonly text: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** Who can reach web, as far as its configuration says. */
export type Reachable = Pick<Config, 'address' | 'setUpToken'>;

export interface Check {
  readonly name: string;
  readonly look: (database: Database, web: Reachable) => Promise<readonly Finding[]>;
}

export const well = (text: string): Finding => ({ verdict: 'well', text });
export const note = (text: string, remedy: string): Finding => ({ verdict: 'note', text, remedy });
export const wrong = (text: string, remedy: string): Finding => ({ verdict: 'wrong', text, remedy });

/** What was found, or that nothing was. */
export function orWell(found: readonly Finding[], text: string): readonly Finding[] {
  return found.length > 0 ? found : [well(text)];
}
