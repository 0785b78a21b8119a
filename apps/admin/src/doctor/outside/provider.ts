import * as client from 'openid-client';
import { isLoopback, type Config } from '#libs/platform';
import { well, wrong, type Finding } from '../finding.js';

const SECONDS = 5;

const ANOTHER_ISSUER = 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';

/** Asks for the discovery document, as web does. Whether the secret is right shows only when somebody signs in. */
export async function examineProvider({ people: { oidc }, basePath }: Config): Promise<Finding> {
  if (oidc === undefined) return well('is not asked: OIDC_ISSUER is not set');
  const url = new URL(oidc.issuer);
  const execute = url.protocol === 'http:' && isLoopback(url) ? [client.allowInsecureRequests] : [];
  try {
    await client.discovery(url, oidc.clientId, undefined, client.None(), { timeout: SECONDS, execute });
    const callback = `${oidc.publicUrl}${basePath}/oidc/callback`;
    return well(`${oidc.issuer} answers, and has to know ${callback} as a redirect URI of ${oidc.clientId}`);
  } catch (error) {
    return explain(oidc.issuer, error);
  }
}

function explain(issuer: string, error: unknown): Finding {
  const { code, cause } = error instanceof client.ClientError ? error : {};
  if (code === ANOTHER_ISSUER) {
    const own = issuerIn(cause);
    return wrong(
      `${issuer} calls itself ${own}`,
      `set OIDC_ISSUER to ${own}, to the letter, if that is yours`,
    );
  } else if (cause instanceof Response) {
    return wrong(
      `${issuer} has no discovery document: ${cause.url} answers ${cause.status}`,
      'set OIDC_ISSUER to what its documents call the issuer, without /.well-known and what follows',
    );
  } else {
    return wrong(
      `${issuer} cannot be asked: ${wordsOf(error)}`,
      'look at OIDC_ISSUER, and at what is between: in a cluster, networkPolicy.oidc and oidcPort of the chart',
    );
  }
}

/** What the document says, which the library keeps beside what it expected. */
function issuerIn(cause: unknown): string {
  const { body } = cause as { readonly body?: { readonly issuer?: unknown } };
  return String(body?.issuer);
}

/** With what led to it: "fetch failed" alone says nothing. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${wordsOf(error.cause)})`;
}
