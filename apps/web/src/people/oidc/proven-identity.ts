import * as client from 'openid-client';
import { z } from 'zod';
import { parseEmail, type ProvenIdentity } from '#libs/accounts';

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** What is of use here; whatever else a provider says is not looked at, and what has another form counts as not said. */
const claims = z.object({
  iss: z.string(),
  /** Of OpenID Connect Core, 2. */
  sub: z.string().regex(/^[\x20-\x7e]{1,255}$/),
  name: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
  zoneinfo: z.string().optional().catch(undefined),
});

/** What the ID token says, and where it says little, what the provider says when it is asked. */
export async function provenIdentity(
  configuration: client.Configuration,
  tokens: Tokens,
): Promise<ProvenIdentity> {
  const proven = tokens.claims();
  if (proven === undefined) throw new Error('There is no ID token');
  const isMissing =
    proven.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
  const asked = isMissing ? await client.fetchUserInfo(configuration, tokens.access_token, proven.sub) : {};
  const { iss, sub, name, zoneinfo, ...said } = claims.parse({ ...asked, ...proven });
  const email = parseEmail(said.email ?? '');
  const isVerified = said.email_verified === true && email.ok;
  return { issuer: iss, subject: sub, name, timeZone: zoneinfo, email: isVerified ? email.text : undefined };
}
