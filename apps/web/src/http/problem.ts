import { HttpException } from '@nestjs/common';
import { PasswordsBusyError, SignedOutError } from '#libs/accounts';
import { ConflictError, MayNotWriteError, UnreadableStreamError, WorkspaceGoneError } from '#libs/commands';
import { isDatabaseUnavailable } from '#libs/platform';
import { TooBusyError } from '#libs/queries';
import { NotAllowedError, SignInNeededError } from '../access/index.js';
import { say, type MessageKey } from '../locales/index.js';
import { NotThereYetError } from './not-there-yet.error.js';
import { ToldError } from './told.error.js';

/** An error as its reader is told of it. */
export interface Problem {
  readonly status: number;
  readonly heading: string;
  readonly message: string;
}

/** The same by the keys of what is said of it. */
interface Named {
  readonly status: number;
  readonly heading: MessageKey;
  readonly message: MessageKey;
}

const HEADINGS: Readonly<Record<number, MessageKey>> = {
  400: 'problems.no-sense',
  401: 'problems.who-are-you',
  403: 'problems.not-from-here',
  404: 'problems.lost',
  413: 'problems.too-much',
  415: 'problems.no-sense',
  421: 'problems.not-under-this-name',
};

const MESSAGES: Readonly<Record<number, MessageKey>> = {
  404: 'problems.nothing-here',
  413: 'problems.too-large',
};

const SIGNED_OUT: Named = { status: 401, heading: 'problems.who-are-you', message: 'problems.signed-out' };

const BY_CLASS: readonly (readonly [abstract new (...args: never[]) => Error, Named])[] = [
  [SignInNeededError, SIGNED_OUT],
  // While it was on its way.
  [SignedOutError, SIGNED_OUT],
  [NotThereYetError, { status: 503, heading: 'problems.not-here-yet', message: 'problems.page-behind' }],
  [WorkspaceGoneError, { status: 404, heading: 'problems.gone', message: 'problems.workspace-erased' }],
  [MayNotWriteError, { status: 403, heading: 'problems.not-any-more', message: 'problems.role-changed' }],
  [TooBusyError, { status: 503, heading: 'problems.too-much', message: 'problems.past-busy' }],
  [PasswordsBusyError, { status: 503, heading: 'problems.too-much', message: 'problems.sign-in-busy' }],
  [UnreadableStreamError, { status: 503, heading: 'problems.update', message: 'problems.changed-by-newer' }],
  [ConflictError, { status: 409, heading: 'problems.quicker', message: 'problems.changed-at-once' }],
];

const DATABASE_AWAY: Named = {
  status: 503,
  heading: 'problems.back-soon',
  message: 'problems.database-away',
};

/** What to tell whoever is being answered of an error. What is ours to mend says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (isDatabaseUnavailable(error)) return said(DATABASE_AWAY);
  const [, known] = BY_CLASS.find(([type]) => error instanceof type) ?? [];
  return known === undefined ? ofStatus(statusOf(error), error) : said(known);
}

const said = ({ status, heading, message }: Named): Problem => ({
  status,
  heading: say(heading),
  message: say(message),
});

/** Nest's exceptions have a status, and so have Fastify's own errors: a body that is too large, or not a form. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  // An id that is too long is one that nothing has.
  if (status === 414) return 404;
  return typeof status === 'number' ? status : 500;
}

function ofStatus(status: number, error: unknown): Problem {
  if (status >= 500) return said({ status, heading: 'problems.broken', message: 'problems.our-fault' });
  const heading =
    error instanceof NotAllowedError ? 'problems.not-for-you' : (HEADINGS[status] ?? 'problems.did-not-work');
  const message = MESSAGES[status];
  if (message !== undefined) return said({ status, heading, message });
  return { status, heading: say(heading), message: messageOf(error) };
}

function messageOf(error: unknown): string {
  if (error instanceof ToldError) return say(error.key, error.values);
  return error instanceof Error ? error.message : '';
}
