/** Signing in, signing up, setting up, and ways back in. */
export const signIn = {
  'sign-in': 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  late: 'Somebody else was quicker and has created the first account. If it was you, sign in; otherwise ask them for an invitation.',
  'signed-up':
    'There is an account with this address now: sign in with its password. If you had one before, your old password is the one that counts.',
  'again-code': 'Type your password again: the code took too long, or too many codes were wrong.',
  'again-passkey':
    'That passkey did not work: it is not known here (any more), or it took longer than 5 minutes. Try again, or type your password.',
  'was-reset':
    'Your new password is set, and nothing else lets anybody into your account: sessions, tokens, passkeys and connections that there were have ended, and invitations are withdrawn. Sign in with the new password, and look at the members of your workspaces.',
  refused: 'There is no account with this address and password. Check both, and try again.',
  'too-many-tries': 'Too many tries. Wait {duration}, and try again.',
  'too-often': 'That was done often enough for now. Wait {duration}, and try again.',
  'forgotten-yours': 'Forgotten your password?',
  'with-passkey': 'Sign in with a passkey',
  'no-passkey-used': 'No passkey was used. Try again, or type your password.',
  'continue-with': 'Continue with <bdi>{provider}</bdi>',
  'no-account-yet': 'No account yet? <create>Create one</create>',

  code: 'Code',
  'code-hint': 'The one that the app on your phone shows now. Or one of your recovery codes.',
  'begin-again': 'Begin again',

  welcome: 'Welcome',
  'welcome-here': 'Welcome to Garbanzo',
  'first-account':
    'Nobody has an account here yet. The first one is yours: it owns this installation and everything in it.',
  'set-up': 'Set up',
  'set-up-token': 'Set-up token',
  'set-up-token-hint': 'Whoever runs this server has it: the variable SETUP_TOKEN.',
  'set-up-token-wrong': 'That is another token. Copy it from the variable SETUP_TOKEN of the server.',
  'your-name': 'Your name',
  'email-hint': 'To sign in with. Nothing is sent to it now.',
  'new-password-hint': '8 characters or more. A few words are easy to remember.',
  'time-zone': 'Time zone',
  'create-account': 'Create account',

  'forgotten-title': 'Forgotten password',
  'link-sent':
    'If there is an account with this address, a mail with a link is on its way to it. The link works once, for an hour. No mail? Look among the unwanted ones, or ask again in a few minutes.',
  'link-by-mail': 'A mail brings you a link with which you choose a new one.',
  'forgotten-email-hint': 'The one that you sign in with.',
  'send-link': 'Send me a link',
  'no-mails':
    'This server sends no mails. Ask whoever runs it for a link: the command <code>garbanzo account link</code>, followed by your e-mail address, makes one. It works once, for an hour.',
  'back-to-sign-in': 'Back to sign in',

  'new-password': 'New password',
  'choose-password': 'Choose a new password',
  'reset-ends':
    'It ends all that lets anybody into your account until now: it signs you out everywhere, removes tokens, passkeys and connections to other accounts, and withdraws the invitations that you have made. A second factor stays. Then you sign in with the new password.',
  'set-new-password': 'Set the new password',
  'link-invalid': 'This link does not work (any more)',
  'reset-link-invalid':
    'Each link works once, for an hour, and the newest changes end the older ones. Ask for another one.',
  'another-link': 'Ask for another link',

  'provider-away': '{provider} does not answer',
  'provider-away-text': 'Nothing is wrong with your account. Try again in a moment, or sign in otherwise.',
  'provider-refused': '{provider} did not let you in',
  'provider-refused-text':
    'Signing in was broken off, by you or there. Begin once more, or sign in otherwise.',
  'flow-invalid': 'That did not work out',
  'flow-invalid-text':
    'It was begun in another browser, is done already, or took longer than ten minutes. Begin once more.',
  'begun-too-often': 'Many people are signing in from where you are',
  'not-signed-in': 'You are not signed in',
  'identity-disabled': 'Your account is disabled. Ask whoever runs this server.',
  'identity-sign-in-first':
    'The account with your e-mail address is not connected with it. Sign in first, then connect it under Account.',
  'identity-no-sign-up':
    'No account here is connected with it. Ask for an invitation; or, if you have an account, sign in, then connect it under Account.',
  'identity-email-not-verified':
    'You have no account here, and none can be made, because your e-mail address is not verified. Have it verified there.',
  'identity-set-up-first': 'Nobody has an account here yet. The first one is made with a password.',
};
