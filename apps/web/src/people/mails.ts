import type { EndedAccess } from '#libs/accounts';
import type { Mail } from '../mail/index.js';

type Words = Omit<Mail, 'to'>;

const NOT_YOU = 'If you have not asked for this, do nothing: nothing changes.';

/** @param link that sets a new password */
export const resetMail = (link: string): Words => ({
  subject: 'Set a new password',
  lines: [
    'Somebody, probably you, has asked for a new password for your account. Choose one here:',
    '',
    link,
    '',
    `The link works once, for an hour, and ends all that lets anybody in until now: sessions, tokens, passkeys and connections.`,
    NOT_YOU,
  ],
});

/** To who has an account of which the password was set by a link. @param forgotten where a new one is asked for */
export const wasResetMail = (ended: EndedAccess, forgotten: string): Words => ({
  subject: 'Your password was set anew',
  lines: [
    'Somebody, probably you, has set a new password for your account with a link. Whoever could get in before cannot any more. What has ended:',
    '',
    ...Object.entries<number>({ ...ended }).map(([what, count]) => `- ${countOf(what, count)}`),
    '',
    'Programs that asked in your name need new tokens, and passkeys and connections have to be added again. A second factor stays as it was.',
    'Look at the members of your workspaces as well: somebody may have let others in.',
    '',
    'If it was not you, somebody reads your mails or runs the server: mend that first, then set another password:',
    '',
    forgotten,
  ],
});

const countOf = (things: string, count: number) =>
  `${count} ${count === 1 ? things.replace(/s$/, '') : things}`;

/** @param link that makes the address that of the account */
export const confirmMail = (link: string): Words => ({
  subject: 'Confirm your new e-mail address',
  lines: [
    'This address was given for an account. If you have done that, confirm it here, in the browser in which you are signed in:',
    '',
    link,
    '',
    `The link works once, for an hour. ${NOT_YOU}`,
  ],
});

/** To an address that has an account, and for which another one was to be made. @param forgotten where a new password is asked for */
export const haveOneMail = (forgotten: string): Words => ({
  subject: 'You have an account already',
  lines: [
    'Somebody, probably you, wanted to make an account with this address. There is one already, so nothing has changed: sign in to it.',
    'If you have forgotten its password, choose another one here:',
    '',
    forgotten,
    '',
    NOT_YOU,
  ],
});

/** To an address that has an account, and was given for another one. */
export const takenMail = (): Words => ({
  subject: 'Your e-mail address was given for another account',
  lines: [
    'Somebody wants to use this address for their account. You have an account with it already, so nothing has changed.',
    'If it was you: an address belongs to one account. Sign in to the one that you have with it.',
  ],
});

/** To the address that the account has, before it changes. @param forgotten where a new password is asked for */
export const changeAskedMail = (forgotten: string): Words => ({
  subject: 'Your e-mail address is about to change',
  lines: [
    'Somebody who knows your password has asked for another e-mail address for your account.',
    'If it was you, confirm it with the mail that was sent to the new address.',
    '',
    'If it was not you, set a new password at once. That signs everybody out, and stops the change:',
    '',
    forgotten,
    '',
    'Report it by answering this mail: whoever runs the server can look at what has happened.',
  ],
});

/** To the address that the account had. */
export const changedMail = (): Words => ({
  subject: 'Your e-mail address has changed',
  lines: [
    'Your account has another e-mail address now. Nothing more about it is sent to this one.',
    '',
    'If it was not you, report it by answering this mail: whoever runs the server can give you your account back.',
  ],
});
