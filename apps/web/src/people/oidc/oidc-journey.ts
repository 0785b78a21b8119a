import { Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IdentityFlows, type IdentityFlow, type ProvenIdentity } from '#libs/accounts';
import { StrictCookie } from '../../access/index.js';
import { queryOf } from '../../http/page-parts.js';
import type { MessageView } from '../../views/index.js';
import { PersonPages } from '../person-pages.js';
import { begunTooOften, flowInvalid, providerMessage } from '../way-in-words.js';
import { OidcProvider } from './oidc-provider.js';
import { ProviderAwayError, ProviderRefusedError } from './provider-errors.js';

/** As long as a flow lasts. */
const MINUTES_10 = 10 * 60;

const RETRY_AFTER_SECONDS = 30;

const cookie = new StrictCookie('garbanzo-oidc');

type Purpose = Pick<IdentityFlow, 'nextPath' | 'accountId'>;

/** Somebody's way to the provider and back. What goes wrong on it is answered here. */
@Injectable()
export class OidcJourney {
  constructor(
    private readonly provider: OidcProvider,
    private readonly flows: IdentityFlows,
    private readonly pages: PersonPages,
  ) {}

  async begin(reply: FastifyReply, purpose: Purpose): Promise<void> {
    if (this.provider.settings === undefined) throw new NotFoundException();
    try {
      const checks = this.provider.newChecks();
      const begun = await this.flows.begin({ ...checks, ...purpose }, reply.request.ip);
      if (begun.outcome === 'too-often') return this.say(reply, begunTooOften(begun), 429, begun.seconds);
      const address = await this.provider.address(begun.state, checks);
      cookie.set(reply, begun.browser, MINUTES_10);
      await reply.redirect(address, 303);
    } catch (error) {
      this.explain(reply, error);
    }
  }

  /** Who has come back, and for what; undefined when that has been answered already. */
  async end(reply: FastifyReply): Promise<(Purpose & { readonly identity: ProvenIdentity }) | undefined> {
    if (this.provider.settings === undefined) throw new NotFoundException();
    const { request } = reply;
    const { state } = queryOf(request.query);
    const browser = cookie.read(request);
    const isWhole = state !== undefined && browser !== undefined;
    const flow = isWhole ? await this.flows.take({ state, browser }) : undefined;
    if (!isWhole || flow === undefined) return this.say(reply, flowInvalid(), 400);
    cookie.set(reply, '', 0);
    try {
      const identity = await this.provider.identify(queryPart(request.url), state, flow);
      return { ...flow, identity };
    } catch (error) {
      this.explain(reply, error);
      return undefined;
    }
  }

  /** @throws the error, when it is not about the provider */
  private explain(reply: FastifyReply, error: unknown): void {
    const name = this.provider.settings?.name ?? '';
    if (error instanceof ProviderAwayError) {
      this.say(reply, providerMessage('away', name), 503, RETRY_AFTER_SECONDS);
    } else if (error instanceof ProviderRefusedError) {
      this.say(reply, providerMessage('refused', name), 403);
    } else {
      throw error;
    }
  }

  private say(reply: FastifyReply, message: MessageView, status: number, wait = 0): undefined {
    this.pages.send(reply, 'message', { title: message.heading, status, wait }, message);
  }
}

const queryPart = (url: string) => url.slice(url.indexOf('?'));
