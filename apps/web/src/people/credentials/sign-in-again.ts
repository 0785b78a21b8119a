/** Why somebody is back on the page on which they sign in: what the address says, in words. */
const AGAIN = new Map([
  ['code', 'Type your password again: the code took too long, or too many codes were wrong.'],
  [
    'passkey',
    'That passkey did not work: it is not known here (any more), or it took longer than 5 minutes. Try again, or type your password.',
  ],
]);

export function againIn(code: string | undefined): { readonly again?: string } {
  const again = AGAIN.get(code ?? '');
  return again === undefined ? {} : { again };
}
