/** Why something may not be done. */
export const access = {
  'only-owners': 'Only owners of the workspace can do this. The page of its members says who they are.',
  'only-to-look': 'You may look at this, but not change it. The owner of the workspace can let you.',
  'not-with-a-token': 'This cannot be done with a token. Sign in with a browser, and do it there.',
  'token-only-reads':
    'This token may only read. Make one that may read and write, on the page of your account.',
  'token-refused':
    'This token is not valid (any more): it was revoked, has expired, or never was one. Make a new one on the page of your account.',
  'token-needed':
    'Send a token with the request, in the header “Authorization: Bearer gbz_…”. Tokens are made on the page of your account.',
  'token-in-address':
    'A token does not belong into an address, which histories and logs of proxies keep. Revoke it on the page of your account, make a new one, and send it in the header “Authorization: Bearer gbz_…”.',
};
