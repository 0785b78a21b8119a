export const NOT_YOURS = 'You may look at this, but not change it. The owner of the workspace can let you.';

export const FOR_OWNERS =
  'Only owners of the workspace can do this. Ask one of them to do it, or to make you an owner.';

export const NOT_WITH_A_TOKEN = 'This cannot be done with a token. Sign in with a browser, and do it there.';

export const TOKEN_READS_ONLY =
  'This token may only read. Make one that may read and write, on the page of your account.';

export const TOKEN_REFUSED =
  'This token is not valid (any more): it was revoked, has expired, or never was one. Make a new one on the page of your account.';

export const TOKEN_NEEDED =
  'Send a token with the request, in the header “Authorization: Bearer gbz_…”. Tokens are made on the page of your account.';

export const TOKEN_IN_ADDRESS =
  'A token does not belong into an address, which histories and logs of proxies keep. Revoke it on the page of your account, ' +
  'make a new one, and send it in the header “Authorization: Bearer gbz_…”.';
