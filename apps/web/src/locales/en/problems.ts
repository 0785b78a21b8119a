/** What went wrong, on a page of its own: headings, messages, and what one can do there. */
export const problems = {
  'no-sense': 'That did not make sense',
  'who-are-you': 'Who are you?',
  'not-from-here': 'Not from here',
  'not-for-you': 'Not for you',
  lost: 'Lost?',
  'too-much': 'Too much at once',
  'not-under-this-name': 'Not under this name',
  'not-here-yet': 'Not here yet',
  gone: 'Gone',
  'not-any-more': 'Not any more',
  update: 'An update is under way',
  quicker: 'Somebody was quicker',
  'back-soon': 'Back in a moment',
  'did-not-work': 'That did not work',
  broken: 'Something broke',

  'nothing-here': 'There is nothing at this address. It may have been moved, or never been here.',
  'too-large': 'What was sent is larger than anything this app takes. Nothing was saved.',
  'signed-out': 'You are not signed in (any more), so nothing was saved. Sign in, and do it again.',
  'page-behind':
    'If it was made just now, it is saved, and the page that shows it is still catching up: reload it in a moment.',
  'workspace-erased': 'Somebody has erased this workspace meanwhile, for everybody. Nothing was saved.',
  'role-changed':
    'While this was on its way, somebody has changed what you may do in this workspace, so it was not saved, or not to its end. Ask an owner of the workspace.',
  'past-busy': 'Many people are looking at the past just now, which takes its time. Try again in a moment.',
  'sign-in-busy':
    'Many people are signing in just now. Nothing was saved; go back, and try again in a moment.',
  'changed-by-newer':
    'A newer version of this app has changed this already. Nothing was saved; try again in a moment.',
  'changed-at-once': 'This was changed at the same moment. Try again.',
  'database-away':
    'The database does not answer just now. It may or may not have taken what you sent; trying again is safe.',
  'our-fault': 'It is our fault, not yours. What you did may not be saved.',

  'not-our-name':
    'You asked for “{asked}”. This app answers to localhost, the addresses of this machine{more}. If that name is meant for it, whoever runs it has to add the name to the variable ALLOWED_HOSTS.',
  'foreign-form': 'This form did not come from a page of this app. Open the app and try again there.',
  'form-from-nowhere':
    'This form did not come from a page of this app. Open the app and try again there. Your browser did not say where it came from.',
  'form-from-elsewhere':
    'This form did not come from a page of this app. Open the app and try again there. It came from “{origin}”, and the app was asked as “{own}”. If both are the same app behind a proxy, whoever runs it lets the proxy pass on the Host that it was asked for (or X-Forwarded-Host and X-Forwarded-Proto, with TRUST_PROXY), or adds “{host}” to the variable ALLOWED_HOSTS.',
  'too-many-open': 'Too many pages are open. Close some of them, and reload this one.',

  'to-lists': 'Go to your lists',
  name: 'Name',
  email: 'E-mail address',
  'error-number': 'Error {status}',
  'error-number-with-id': 'Error {status}. If you ask for help, quote <code>{id}</code>.',
};
