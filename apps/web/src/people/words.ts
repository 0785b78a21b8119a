import type { ProfileRefusal } from '#libs/accounts';

/** Why what somebody says of themselves is not taken, and what to do about it. */
export const PROFILE_REFUSALS: Readonly<Record<ProfileRefusal, string>> = {
  'name-empty': 'Say what others should call you.',
  'name-too-long': 'That is too long for a name. Shorten it.',
  'name-not-text': 'A name is one line of text. Take out line breaks and other invisible characters.',
  'name-ours':
    'Pages call people so who have no name there. Choose another one, so that nobody mixes you up.',
  'email-invalid': 'That is no e-mail address. Write it like this: mia@example.org',
  'email-taken': 'There is an account with this address already. Sign in with it, or use another address.',
  'password-short':
    'That is too short for a password. Use 8 characters or more; a few words are easy to remember.',
  'password-long': 'That is too long for a password. Keep it to 256 characters.',
  'password-common': 'Many people have this password, so it is guessed first. Choose another one.',
  'password-personal': 'That is easy to guess for whoever knows you or this app. Choose another password.',
  'timeZone-unknown': 'There is no such time zone. Choose one from the list.',
};

/** What is tried too often, and when to try it again. */
export const tooManyTries = (seconds: number) =>
  `Too many tries. Wait ${durationWords(seconds)}, and try again.`;

/** What is right, and was done so often that it is enough for now. */
export const tooOften = (seconds: number) =>
  `That was done often enough for now. Wait ${durationWords(seconds)}, and try again.`;

const [MINUTE, HOUR] = [60, 60 * 60];

/** Rounded up, so that nobody comes too early. */
export function durationWords(seconds: number): string {
  if (seconds <= 1.5 * MINUTE) return counted(seconds, 'second');
  else if (seconds <= 1.5 * HOUR) return counted(Math.ceil(seconds / MINUTE), 'minute');
  else return counted(Math.ceil(seconds / HOUR), 'hour');
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

export const SIGN_IN_REFUSED =
  'There is no account with this address and password. Check both, and try again.';

export const PASSWORD_WRONG = 'That is not the password of your account. Type it again.';
