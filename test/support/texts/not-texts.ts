/** What looks like a text that people read, and is none. */
export const NOT_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'src/cluster-readiness.ts': ['no web process answers'], // for machines that ask
  'src/access/token-needed.error.ts': ['Bearer error="invalid_token"', 'Bearer'], // a header
  'src/http/request-log.ts': ['Time from request to answer'], // of a metric
  'src/live/live-pages.ts': ['Pages that are open and are told what changes'], // of a metric
  'src/live/messages.ts': ['\uFFFCevent: \uFFFC\ndata: \uFFFC\n\n'], // of server-sent events
  'src/mail/mailer.ts': ['Garbanzo, \uFFFC'],
  // Keys.
  'assets/drag.js': ['Enter'],
  'assets/editing.js': ['Escape'],
  'views/account-delete.hbs': ['/members', '/erase'], // of addresses
  'views/partials/agenda-row.hbs': ['/lists/'],
  // Names that are the same in every language.
  'src/people/credentials/device-words.ts': [
    'Edge',
    'Opera',
    'Samsung Internet',
    'Vivaldi',
    'Firefox',
    'Chrome',
    'Safari',
    'Android',
    'Windows',
    'Mac',
    'Linux',
  ],
  'src/people/credentials/passkey-fields.ts': ['no answer of a passkey'], // what zod says, which nobody is told
  // Names of what is done, for the log.
  'src/people/email-mails.ts': ['asking for another e-mail address', 'telling of another e-mail address'],
  'src/people/forgotten.controller.ts': ['sending a link for a new password'],
  'src/people/reset.controller.ts': ['telling of a new password'],
  'src/workspaces/sign-up.controller.ts': ['telling of an account that there is'],
  // Before there is a request that would say which language.
  'src/http/plain-answer.ts': [
    'That is no request in HTTP.',
    'The request took too long to arrive.',
    'Nothing else than “100-continue” can be expected here.',
    'The headers of the request are too large.',
  ],
};
