import type { IdentityRefusal, TooOften } from '#libs/accounts';
import { durationWords, say, type MessageKey } from '../locales/index.js';
import type { MessageView } from '../views/index.js';

/** The paths that messages lead on to, and what each link says. */
const WAYS = {
  '/sign-in': 'signIn.sign-in',
  '/setup': 'signIn.set-up',
  '/account/connections': 'credentials.your-connections',
  '/account/email': 'account.your-email',
} as const satisfies Readonly<Record<string, MessageKey>>;

const way = (path: keyof typeof WAYS) => ({ path, label: say(WAYS[path]) });
const forgotten = (label: MessageKey) => ({ path: '/forgotten', label: say(label) });

export const resetLinkInvalid = (): MessageView => ({
  heading: say('signIn.link-invalid'),
  text: say('signIn.reset-link-invalid'),
  ways: [forgotten('signIn.another-link'), way('/sign-in')],
});

export const emailLinkInvalid = (): MessageView => ({
  heading: say('signIn.link-invalid'),
  text: say('account.email-link-invalid'),
  ways: [way('/account/email'), forgotten('account.set-new-password')],
});

export const emailTakenMeanwhile = (): MessageView => ({
  heading: say('account.email-taken-meanwhile'),
  text: say('account.email-taken-meanwhile-text'),
  ways: [way('/account/email')],
});

/** Not begun in this browser, used already, or begun too long ago. */
export const flowInvalid = (): MessageView => ({
  heading: say('signIn.flow-invalid'),
  text: say('signIn.flow-invalid-text'),
  ways: [way('/sign-in')],
});

/** From one place, of whatever people. */
export const begunTooOften = ({ outcome, seconds }: TooOften): MessageView => ({
  heading: say('signIn.begun-too-often'),
  text: say(`signIn.${outcome}`, { duration: durationWords(seconds) }),
  ways: [way('/sign-in')],
});

/** @param provider what people call it */
export const providerMessage = (what: 'away' | 'refused', provider: string): MessageView => ({
  heading: say(`signIn.provider-${what}`, { provider }),
  text: say(`signIn.provider-${what}-text`),
  ways: [way('/sign-in')],
});

export const identityRefused = (refusal: IdentityRefusal): MessageView => ({
  heading: say('signIn.not-signed-in'),
  text: say(`signIn.identity-${refusal}`),
  ways: [way(refusal === 'set-up-first' ? '/setup' : '/sign-in')],
});

export const connectionMessage = (what: 'offer-invalid' | 'identity-taken'): MessageView => ({
  heading: say(`credentials.${what}`),
  text: say(`credentials.${what}-text`),
  ways: [way('/account/connections')],
});

export const lastWay = (): MessageView => ({
  heading: say('credentials.last-way'),
  text: say('credentials.last-way-text'),
  ways: [forgotten('credentials.set-a-password'), way('/account/connections')],
});
