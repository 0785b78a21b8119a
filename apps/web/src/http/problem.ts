import { HttpException } from '@nestjs/common';
import { PasswordsBusyError, SignedOutError } from '#libs/accounts';
import { ConflictError, MayNotWriteError, UnreadableStreamError, WorkspaceGoneError } from '#libs/commands';
import { isDatabaseUnavailable } from '#libs/platform';
import { TooBusyError } from '#libs/queries';
import { NotAllowedError, SignInNeededError } from '../access/index.js';
import { NotThereYetError } from './not-there-yet.error.js';

/** An error as its reader is told of it. */
export interface Problem {
  readonly status: number;
  readonly heading: string;
  readonly message: string;
}

const HEADINGS: Readonly<Record<number, string>> = {
  400: 'That did not make sense',
  401: 'Who are you?',
  403: 'Not from here',
  404: 'Lost?',
  413: 'Too much at once',
  415: 'That did not make sense',
  421: 'Not under this name',
};

const MESSAGES: Readonly<Record<number, string>> = {
  404: 'There is nothing at this address. It may have been moved, or never been here.',
  413: 'What was sent is larger than anything this app takes. Nothing was saved.',
};

const SIGNED_OUT: Problem = {
  status: 401,
  heading: 'Who are you?',
  message: 'You are not signed in (any more), so nothing was saved. Sign in, and do it again.',
};

const BY_CLASS: readonly (readonly [abstract new (...args: never[]) => Error, Problem])[] = [
  [SignInNeededError, SIGNED_OUT],
  // While it was on its way.
  [SignedOutError, SIGNED_OUT],
  [
    NotThereYetError,
    {
      status: 503,
      heading: 'Not here yet',
      message:
        'If it was made just now, it is saved, and the page that shows it is still catching up: reload it in a moment.',
    },
  ],
  [
    WorkspaceGoneError,
    {
      status: 404,
      heading: 'Gone',
      message: 'Somebody has erased this workspace meanwhile, for everybody. Nothing was saved.',
    },
  ],
  [
    MayNotWriteError,
    {
      status: 403,
      heading: 'Not any more',
      message:
        'While this was on its way, somebody has changed what you may do in this workspace, so it was not saved, or not to its end. Ask an owner of the workspace.',
    },
  ],
  [
    TooBusyError,
    {
      status: 503,
      heading: 'Too much at once',
      message: 'Many people are looking at the past just now, which takes its time. Try again in a moment.',
    },
  ],
  [
    PasswordsBusyError,
    {
      status: 503,
      heading: 'Too much at once',
      message: 'Many people are signing in just now. Nothing was saved; go back, and try again in a moment.',
    },
  ],
  [
    UnreadableStreamError,
    {
      status: 503,
      heading: 'An update is under way',
      message:
        'A newer version of this app has changed this already. Nothing was saved; try again in a moment.',
    },
  ],
  [
    ConflictError,
    {
      status: 409,
      heading: 'Somebody was quicker',
      message: 'This was changed at the same moment. Try again.',
    },
  ],
];

const DATABASE_AWAY: Problem = {
  status: 503,
  heading: 'Back in a moment',
  message:
    'The database does not answer just now. It may or may not have taken what you sent; trying again is safe.',
};

/** What to tell of an error. What is ours to mend says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (isDatabaseUnavailable(error)) return DATABASE_AWAY;
  if (error instanceof NotAllowedError)
    return { status: 403, heading: 'Not for you', message: error.message };
  const [, known] = BY_CLASS.find(([type]) => error instanceof type) ?? [];
  return known ?? ofStatus(statusOf(error), error instanceof Error ? error.message : '');
}

/** Nest's exceptions have a status, and so have Fastify's own errors: a body that is too large, or not a form. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  // An id that is too long is one that nothing has.
  if (status === 414) return 404;
  return typeof status === 'number' ? status : 500;
}

function ofStatus(status: number, message: string): Problem {
  if (status < 500) {
    return { status, heading: HEADINGS[status] ?? 'That did not work', message: MESSAGES[status] ?? message };
  } else {
    return {
      status,
      heading: 'Something broke',
      message: 'It is our fault, not yours. What you did may not be saved.',
    };
  }
}
