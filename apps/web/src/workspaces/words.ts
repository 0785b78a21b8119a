import type { InvitationRefusal } from '#libs/accounts';
import { say } from '../locales/index.js';

/** What the page after it tells of, by the word for it in an address. */
const SAID = [
  'role-changed',
  'removed',
  'renamed',
  'revoked',
  'left',
  'erased',
  'gone',
  'member-already',
] as const;

/** Undefined for a word that nobody has put there. */
export function saidWords(word: string | undefined): string | undefined {
  const known = SAID.find((each) => each === word);
  return known && say(`workspaces.said-${known}`);
}

export function isAboutInvitation(refusal: string): refusal is InvitationRefusal {
  return refusal.startsWith('invitation-');
}
