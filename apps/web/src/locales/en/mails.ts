/** What is sent by e-mail. */
export const mails = {
  'not-you': 'If you have not asked for this, do nothing: nothing changes.',
  reset: 'Set a new password',
  'reset-asked': 'Somebody, probably you, has asked for a new password for your account. Choose one here:',
  'reset-link':
    'The link works once, for an hour, and ends all that lets anybody in until now: sessions, tokens, passkeys and connections.',

  'was-reset': 'Your password was set anew',
  'was-reset-by-link':
    'Somebody, probably you, has set a new password for your account with a link. Whoever could get in before cannot any more. What has ended:',
  'ended-sessions': '{number, plural, one {# session} other {# sessions}}',
  'ended-tokens': '{number, plural, one {# token} other {# tokens}}',
  'ended-passkeys': '{number, plural, one {# passkey} other {# passkeys}}',
  'ended-connections': '{number, plural, one {# connection} other {# connections}}',
  'ended-invitations': '{number, plural, one {# invitation} other {# invitations}}',
  'after-reset':
    'Programs that asked in your name need new tokens, and passkeys and connections have to be added again. A second factor stays as it was.',
  'look-at-members': 'Look at the members of your workspaces as well: somebody may have let others in.',
  'was-reset-not-you':
    'If it was not you, somebody reads your mails or runs the server: mend that first, then set another password:',

  confirm: 'Confirm your new e-mail address',
  'confirm-here':
    'This address was given for an account. If you have done that, confirm it here, in the browser in which you are signed in:',
  'confirm-link':
    'The link works once, for an hour. If you have not asked for this, do nothing: nothing changes.',

  'have-one': 'You have an account already',
  'have-one-already':
    'Somebody, probably you, wanted to make an account with this address. There is one already, so nothing has changed: sign in to it.',
  'have-one-forgotten': 'If you have forgotten its password, choose another one here:',

  taken: 'Your e-mail address was given for another account',
  'taken-already':
    'Somebody wants to use this address for their account. You have an account with it already, so nothing has changed.',
  'taken-by-you':
    'If it was you: an address belongs to one account. Sign in to the one that you have with it.',

  'change-asked': 'Your e-mail address is about to change',
  'change-asked-by':
    'Somebody who knows your password has asked for another e-mail address for your account.',
  'change-asked-by-you': 'If it was you, confirm it with the mail that was sent to the new address.',
  'change-asked-not-you':
    'If it was not you, set a new password at once. That signs everybody out, and stops the change:',
  'report-change': 'Report it by answering this mail: whoever runs the server can look at what has happened.',

  changed: 'Your e-mail address has changed',
  'changed-from-this':
    'Your account has another e-mail address now. Nothing more about it is sent to this one.',
  'changed-not-you':
    'If it was not you, report it by answering this mail: whoever runs the server can give you your account back.',
};
