import type { Audited } from '#libs/accounts';
import { CATALOGUE, say } from '../../locales/index.js';

/** Whom an entry is about. Who reads it is `you` where the words around have to follow. */
export interface Told {
  /** Who did it: at the beginning of a sentence. */
  readonly who: string;
  /** Whom it was done to, in words. */
  readonly whom: string;
  /** Whose account it is. */
  readonly whose: string;
  /** What else is recorded. A newer version may have recorded something else, and an older one nothing. */
  readonly details: Readonly<Record<string, string>>;
}

/** What an entry says. A newer version may have recorded what this one has no words for. */
export function auditWords(what: string, { details, ...people }: Told): string {
  if (!isKnown(what)) return say('audit.unknown', { what });
  const { role = '', was = '', uses = '', access = '' } = details;
  return say(`audit.did-${what}`, { ...people, role, was, uses, access });
}

const isKnown = (what: string): what is Audited => Object.hasOwn(CATALOGUE.en.audit, `did-${what}`);
