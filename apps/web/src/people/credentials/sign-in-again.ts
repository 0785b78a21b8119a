import { say } from '../../locales/index.js';

/** Why somebody is back on the page on which they sign in: what the address says, in words. */
export function againIn(code: string | undefined): { readonly again?: string } {
  return code === 'code' || code === 'passkey' ? { again: say(`signIn.again-${code}`) } : {};
}
