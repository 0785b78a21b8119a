import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import OpenIdProvider, { type Configuration } from 'oidc-provider';
import { freePort } from './free-port.mjs';
import { opened } from './leftovers.js';

/** Somebody who has an account there. */
export interface Known {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly zoneinfo?: string;
}

export const CLIENT = { OIDC_CLIENT_ID: 'garbanzo', OIDC_CLIENT_SECRET: 'a secret of the client' };

/** A provider of OpenID Connect on this machine, where somebody is signed in without being asked. */
export class OidcServer {
  /** Who signs in from now on; undefined declines. */
  person: Known | undefined;
  private readonly known = new Map<string, Known>();
  private provider: OpenIdProvider;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  private constructor(
    readonly issuer: string,
    redirect: string,
  ) {
    this.provider = new OpenIdProvider(issuer, configuration(redirect, this.known));
  }

  /** @param redirect the one address to which it lets people return */
  static start(redirect: string): Promise<OidcServer> {
    return opened('a provider', OidcServer.listen(redirect));
  }

  private static async listen(redirect: string): Promise<OidcServer> {
    const port = await freePort();
    const oidc = new OidcServer(`http://127.0.0.1:${port}`, redirect);
    await oidc.listenOn(port);
    return oidc;
  }

  /** Does what a browser does that is sent there. Answers the address to which it is sent back. */
  async visit(address: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next = address;
    while (next.startsWith(this.issuer)) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${next} answered ${answer.status}: ${await answer.text()}`);
      next = new URL(location, next).href;
    }
    return next;
  }

  async away(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async back(): Promise<void> {
    await this.listenOn(Number(new URL(this.issuer).port));
  }

  async close(): Promise<void> {
    if (this.server.listening) await this.away();
  }

  private async listenOn(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/') === true) await this.interact(request, response);
    else await this.provider.callback()(request, response);
  }

  /** Instead of a page with a form: whoever is set as `person` signs in and agrees. */
  private async interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { person, provider } = this;
    const { params } = await provider.interactionDetails(request, response);
    if (person === undefined) {
      return await provider.interactionFinished(request, response, { error: 'access_denied' });
    }
    this.known.set(person.sub, person);
    const grant = new provider.Grant({ accountId: person.sub, clientId: String(params.client_id) });
    grant.addOIDCScope('openid email profile');
    const result = { login: { accountId: person.sub }, consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result);
  }
}

function configuration(redirect: string, known: ReadonlyMap<string, Known>): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
  return {
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: [redirect],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a key for cookies'] },
    claims: { email: ['email', 'email_verified'], profile: ['name', 'zoneinfo'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...known.get(sub) }),
    }),
  };
}
