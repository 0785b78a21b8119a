import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';

/** Where somebody uses the app. A passkey works under the name of the host at which it was added, and nowhere else. */
export interface Site {
  /** The name of the host, without a port: what WebAuthn calls the RP ID. */
  readonly host: string;
  /** Such as `https://todo.example.org:8443`. */
  readonly origin: string;
}

/** The challenge that was signed, in base64url; undefined when the answer says none. */
export function challengeIn({ clientDataJSON }: { readonly clientDataJSON: string }): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJSON);
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

/** What the library answers; undefined when it throws, which is how it says no. Nothing in it asks the database. */
export async function unlessRefused<Answer>(verify: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}

/** An account as authenticators know it. */
export const handleOf = (accountId: string) =>
  Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex'));
