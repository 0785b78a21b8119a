import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import type { IdentityFlow, ProvenIdentity } from '#libs/accounts';
import { Config, isLoopback, LOGGER, type Logger, type OidcConfig } from '#libs/platform';
import { isAway, ProviderAwayError, ProviderRefusedError } from './provider-errors.js';
import { provenIdentity } from './proven-identity.js';

const SECONDS = 5;

/** What is the same when somebody is sent to the provider and when they come back. */
export type Checks = Pick<IdentityFlow, 'codeVerifier' | 'nonce'>;

/** The provider of OpenID Connect of this installation, if there is one. Nothing is asked of it before somebody wants to use it. */
@Injectable()
export class OidcProvider {
  readonly settings: OidcConfig | undefined;
  private readonly callback: string;
  private discovered: Promise<client.Configuration> | undefined;

  constructor(
    config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.settings = config.people.oidc;
    this.callback = `${this.settings?.publicUrl}${config.basePath}/oidc/callback`;
  }

  newChecks(): Checks {
    return { codeVerifier: client.randomPKCECodeVerifier(), nonce: client.randomNonce() };
  }

  /** Where the browser is to go. @throws ProviderAwayError */
  async address(state: string, { codeVerifier, nonce }: Checks): Promise<string> {
    const configuration = await this.configuration();
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback,
      scope: 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }).href;
  }

  /**
   * Who has come back.
   *
   * @param query of the address that the provider has sent the browser to
   * @throws ProviderAwayError when it does not answer, ProviderRefusedError when what it says is not what was asked for
   */
  async identify(query: string, state: string, { codeVerifier, nonce }: Checks): Promise<ProvenIdentity> {
    const configuration = await this.configuration();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, new URL(this.callback + query), {
        pkceCodeVerifier: codeVerifier,
        expectedNonce: nonce,
        expectedState: state,
        idTokenExpected: true,
      });
      return await provenIdentity(configuration, tokens);
    } catch (error) {
      this.logger.warn({ err: error }, 'the OpenID Connect provider did not say who somebody is');
      throw isAway(error) ? new ProviderAwayError(error) : new ProviderRefusedError(error);
    }
  }

  /** Asked for once, and again only after it has failed. */
  private async configuration(): Promise<client.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.logger.error({ err: error }, 'the OpenID Connect provider cannot be reached, or is another one');
      throw new ProviderAwayError(error);
    }
  }

  private discover(): Promise<client.Configuration> {
    if (this.settings === undefined) throw new Error('OIDC_ISSUER is not set');
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    const isInsecure = url.protocol === 'http:' && isLoopback(url);
    return client.discovery(url, clientId, undefined, authentication(clientSecret), {
      timeout: SECONDS,
      execute: isInsecure ? [client.allowInsecureRequests] : [],
    });
  }
}

/** In the header, as OpenID Connect has it for clients of which nothing else is said; in the body where that is not taken. */
function authentication(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const isBasic = methods.includes('client_secret_basic') || !methods.includes('client_secret_post');
    return (isBasic ? basic : post)(server, ...request);
  };
}
