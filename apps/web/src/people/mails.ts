import type { EndedAccess, Holder } from '#libs/accounts';
import { chosenLocale, inLocale, presentLocale, say } from '../locales/index.js';
import type { Mail } from '../mail/index.js';

type Words = Omit<Mail, 'to'>;

/** To who has an account, in the language of it; whoever has chosen none gets that of who asks. */
export function mailTo({ email, ...chosen }: Holder, words: () => Words): Mail {
  return { to: email, ...inLocale(chosenLocale(chosen, presentLocale().language), words) };
}

/** @param link that sets a new password */
export const resetMail = (link: string): Words => ({
  subject: say('mails.reset'),
  lines: [say('mails.reset-asked'), '', link, '', say('mails.reset-link'), say('mails.not-you')],
});

const ENDED = ['invitations', 'tokens', 'passkeys', 'connections', 'sessions'] as const;

/** To who has an account of which the password was set by a link. @param forgotten where a new one is asked for */
export const wasResetMail = (ended: EndedAccess, forgotten: string): Words => ({
  subject: say('mails.was-reset'),
  lines: [
    say('mails.was-reset-by-link'),
    '',
    ...ENDED.map((what) => `- ${say(`mails.ended-${what}`, { number: ended[what] })}`),
    '',
    say('mails.after-reset'),
    say('mails.look-at-members'),
    '',
    say('mails.was-reset-not-you'),
    '',
    forgotten,
  ],
});

/** @param link that makes the address that of the account */
export const confirmMail = (link: string): Words => ({
  subject: say('mails.confirm'),
  lines: [say('mails.confirm-here'), '', link, '', say('mails.confirm-link')],
});

/** To an address that has an account, and for which another one was to be made. @param forgotten where a new password is asked for */
export const haveOneMail = (forgotten: string): Words => ({
  subject: say('mails.have-one'),
  lines: [
    say('mails.have-one-already'),
    say('mails.have-one-forgotten'),
    '',
    forgotten,
    '',
    say('mails.not-you'),
  ],
});

/** To an address that has an account, and was given for another one. */
export const takenMail = (): Words => ({
  subject: say('mails.taken'),
  lines: [say('mails.taken-already'), say('mails.taken-by-you')],
});

/** To the address that the account has, before it changes. @param forgotten where a new password is asked for */
export const changeAskedMail = (forgotten: string): Words => ({
  subject: say('mails.change-asked'),
  lines: [
    say('mails.change-asked-by'),
    say('mails.change-asked-by-you'),
    '',
    say('mails.change-asked-not-you'),
    '',
    forgotten,
    '',
    say('mails.report-change'),
  ],
});

/** To the address that the account had. */
export const changedMail = (): Words => ({
  subject: say('mails.changed'),
  lines: [say('mails.changed-from-this'), '', say('mails.changed-not-you')],
});
