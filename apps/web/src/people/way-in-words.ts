import type { EmailChangeRefusal, IdentityRefusal } from '#libs/accounts';
import type { MessageView } from '../views/index.js';
import { PROFILE_REFUSALS, tooOften } from './words.js';

const SIGN_IN = { path: '/sign-in', label: 'Sign in' };
const CONNECTIONS = { path: '/account/connections', label: 'Your connections' };

export const RESET_LINK_INVALID: MessageView = {
  heading: 'This link does not work (any more)',
  text: 'Each link works once, for an hour, and the newest changes end the older ones. Ask for another one.',
  ways: [{ path: '/forgotten', label: 'Ask for another link' }, SIGN_IN],
};

const EMAIL = { path: '/account/email', label: 'Your e-mail address' };

export const EMAIL_LINK_INVALID: MessageView = {
  heading: 'This link does not work (any more)',
  text: 'Each link works once, for an hour, and only for the account that asked for it. Ask for the change once more.',
  ways: [EMAIL, { path: '/forgotten', label: 'Set a new password' }],
};

export const EMAIL_TAKEN_MEANWHILE: MessageView = {
  heading: 'Somebody has this address already',
  text: 'There is another account with it by now, so yours keeps the address that it has. Choose another one.',
  ways: [EMAIL],
};

export const EMAIL_REFUSALS: Readonly<Record<EmailChangeRefusal, string>> = {
  'email-invalid': PROFILE_REFUSALS['email-invalid'],
  'email-taken': 'There is another account with this address. Choose another address.',
  'password-wrong': 'That is not your password. Check it, and try again.',
};

export const PASSWORD_WRONG = { field: 'password', error: EMAIL_REFUSALS['password-wrong'] };

/** @param provider what people call it */
export const providerAway = (provider: string): MessageView => ({
  heading: `${provider} does not answer`,
  text: 'Nothing is wrong with your account. Try again in a moment, or sign in otherwise.',
  ways: [SIGN_IN],
});

/** Not begun in this browser, used already, or begun too long ago. */
export const FLOW_INVALID: MessageView = {
  heading: 'That did not work out',
  text: 'It was begun in another browser, is done already, or took longer than ten minutes. Begin once more.',
  ways: [SIGN_IN],
};

/** From one place, of whatever people. */
export const begunTooOften = (seconds: number): MessageView => ({
  heading: 'Many people are signing in from where you are',
  text: tooOften(seconds),
  ways: [SIGN_IN],
});

/** @param provider what people call it */
export const providerRefused = (provider: string): MessageView => ({
  heading: `${provider} did not let you in`,
  text: 'Signing in was broken off, by you or there. Begin once more, or sign in otherwise.',
  ways: [SIGN_IN],
});

const IDENTITY_REFUSALS: Readonly<Record<IdentityRefusal, string>> = {
  disabled: 'Your account is disabled. Ask whoever runs this server.',
  'sign-in-first':
    'The account with your e-mail address is not connected with it. Sign in first, then connect it under Account.',
  'no-sign-up':
    'No account here is connected with it. Ask for an invitation; or, if you have an account, sign in, then connect it under Account.',
  'email-not-verified':
    'You have no account here, and none can be made, because your e-mail address is not verified. Have it verified there.',
  'set-up-first': 'Nobody has an account here yet. The first one is made with a password.',
};

export const identityRefused = (refusal: IdentityRefusal): MessageView => ({
  heading: 'You are not signed in',
  text: IDENTITY_REFUSALS[refusal],
  ways: [refusal === 'set-up-first' ? { path: '/setup', label: 'Set up' } : SIGN_IN],
});

export const OFFER_INVALID: MessageView = {
  heading: 'There is nothing to connect (any more)',
  text: 'It is done already, took longer than ten minutes, or was begun from another account. Begin once more.',
  ways: [CONNECTIONS],
};

export const IDENTITY_TAKEN: MessageView = {
  heading: 'Somebody signs in with it already',
  text: 'It is connected with an account. Sign in with it to see which one, and disconnect it there first.',
  ways: [CONNECTIONS],
};

export const LAST_WAY: MessageView = {
  heading: 'It is your only way in',
  text: 'Without it you could not sign in any more. Set a password first, then disconnect.',
  ways: [{ path: '/forgotten', label: 'Set a password' }, CONNECTIONS],
};
