import { TOKEN_ACCESS, type TokenRefusal } from '#libs/accounts';
import { say } from '../locales/index.js';

/** For how many days a token can be good: it always ends, because it is forgotten some day. */
export const DAYS = ['7', '30', '90', '365'] as const;

/** What can be chosen of a token. */
export const tokenChoices = () => ({
  access: TOKEN_ACCESS.map((access) => ({ value: access, label: say(`account.access-${access}`) })),
  days: DAYS.map((days) => ({ value: days, label: say('account.for-days', { days: Number(days) }) })),
});

/** Why a token is not made, and what to do about it. */
export function tokenRefusalWords(refusal: TokenRefusal): string {
  return say(refusal === 'name-empty' ? 'account.token-name-empty' : `account.${refusal}`);
}
