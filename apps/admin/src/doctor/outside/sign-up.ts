import type { Config } from '#libs/platform';
import { note, well, type Finding } from '../finding.js';

const WHO: Readonly<Record<Config['signUp'], string>> = {
  invited: 'is for those who are invited',
  open: 'is open to everybody who reaches web',
  closed: 'is closed',
};

export function examineSignUp({ signUp, people: { oidc } }: Config): Finding {
  const givesAccounts = oidc?.signUp === true;
  if (signUp === 'closed' && givesAccounts) {
    return note(
      `${WHO.closed}, and everybody whom ${oidc.name} knows is given an account all the same`,
      'set OIDC_SIGN_UP to false, or SIGN_UP to invited if this is meant to be so',
    );
  } else {
    return well(WHO[signUp] + (givesAccounts ? `, and for everybody whom ${oidc.name} knows` : ''));
  }
}
