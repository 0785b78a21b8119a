/** Whom an entry is about, as its words name them. */
export interface Told {
  /** Who did it: at the beginning of a sentence. */
  readonly who: string;
  /** Whom it was done to: in a sentence. */
  readonly whom: string;
  /** The same once more: `you` or `they`. */
  readonly they: string;
  /** What they have: `your account`, `the account of Ben`. */
  readonly account: string;
  /** What else is recorded. */
  readonly details: Readonly<Record<string, string>>;
}
