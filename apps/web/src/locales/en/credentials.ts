/** Passwords, passkeys, second factors, sessions and connections. */
export const credentials = {
  password: 'Password',
  'password-changed': 'Your password is changed. You are signed out everywhere but here.',
  'tokens-go-on': 'Tokens that go on working',
  'about-tokens-that-go-on': 'Programs ask in your name with them. Revoke those that you do not know.',
  'present-password': 'Password that you have now',
  'without-password':
    'You sign in without a password. When you set one, you can use it beside what you use now.',
  'new-password-hint':
    '8 characters or more. A few words are easy to remember. You will be signed out everywhere but here.',
  'change-password': 'Change password',
  'set-password': 'Set password',
  'password-wrong': 'That is not your password. Type the one that you sign in with.',
  'password-stale':
    'You signed in more than 10 minutes ago. Sign out, sign in again, and set the password then: so nobody else can who finds this browser open.',

  passkeys: 'Passkeys',
  'about-passkeys':
    'With a passkey you sign in by finger, face or PIN, on a device or with a security key; no password and no code is needed.',
  'passkey-name': 'Name',
  'passkey-last-used': 'Added {added}; last used {used}',
  'passkey-never-used': 'Added {added}; never used',
  rename: 'Rename',
  remove: 'Remove',
  'add-passkey': 'Add a passkey',
  'bare-address':
    'Browsers make passkeys for names only, and this page was opened at a bare address. Open the app by its name, such as localhost or todo.example.org.',
  'new-passkey-name': 'Name of the new passkey',
  'new-passkey-name-hint': 'Such as the device that it is on.',
  'passkey-password-hint':
    'You signed in more than 10 minutes ago. Whoever finds this browser open must not be able to add a passkey of their own.',
  continue: 'Continue',
  'sign-in-again-to-add':
    'You signed in more than 10 minutes ago. Sign out and sign in again to add a passkey: so nobody can who finds this browser open.',
  'passkeys-need':
    'Passkeys need JavaScript, a browser that knows them, and a secure address: one that begins with https, or localhost.',
  'name-empty': 'Give it a name, such as the device that it is on.',
  'passkey-not-added':
    'The passkey was not added: it took longer than 5 minutes, or you have it already. Try again.',
  'passkey-is-last':
    'This is your last passkey, and you have no password: without it you could not sign in any more. Set a password or add another passkey first.',
  'new-passkey': 'New passkey',
  'where-to-keep':
    'Your browser will ask where to keep <bdi>{name}</bdi>, and for your finger, face or PIN. You have 5 minutes.',
  'no-passkey-made':
    'No passkey was made. Try again. If this device has one for your account already, it makes no other.',
  'create-passkey': 'Create passkey',
  'back-to-passkeys': 'Back to your passkeys',

  'second-factor': 'Second factor',
  'factor-on':
    'It is on: to sign in with your password, you also type a code from an app on your phone. A passkey needs no code.',
  'codes-left':
    '{codes, plural, one {# recovery code} other {# recovery codes}} left, each for one time that you do not have your phone.',
  'so-that-nobody-else': 'So that nobody else can do it who finds this browser open.',
  'make-codes': 'Make new recovery codes',
  'switch-off': 'Switch off',
  scan: 'Scan this with an app for codes on your phone, such as Aegis, Google Authenticator, 1Password or Bitwarden.',
  'qr-code': 'QR code with the key below',
  'type-key': 'Or type this key into it:',
  'app-code': 'Code that the app shows',
  'app-code-hint': 'Six digits. It is on when the right one was typed.',
  'code-wrong':
    'That is not the right code, or it was used before. Type the one that your app shows now; when it changes, the next one.',
  'codes-too-often':
    'Too many codes were wrong. Wait {duration} before you type the next one, or use a recovery code.',
  'switch-on': 'Switch on',
  'factor-off':
    'It is off. When it is on, your password alone lets nobody in: a code from an app on your phone is needed as well.',
  'set-up': 'Set up',
  'factor-needs-password':
    'It is for those who sign in with a password, and you have none. <set>Set a password</set> first.',
  'recovery-codes': 'Recovery codes',
  'about-recovery-codes':
    'Write these down or print them, and keep them where you find them without your phone. Each lets you in once in place of a code from the app. They are not shown again; those that you had before do not work any more.',
  'have-codes': 'I have them',

  sessions: 'Where you are signed in',
  'about-sessions':
    'A session that you do not know may be somebody else’s: end it, and <change>change your password</change>.',
  'session-elsewhere': '<strong><bdi>{device}</bdi></strong>, from <bdi>{place}</bdi>',
  'session-here': '<strong><bdi>{device}</bdi></strong> (this one), from <bdi>{place}</bdi>',
  'session-used': 'Signed in {signedIn}; last used {used}',
  'sign-out-here': 'Sign out here',
  'end-session': 'End',
  'sign-out-elsewhere': 'Sign out everywhere else',
  'device-on': '{browser} on {system}',
  'another-browser': 'Another browser',
  'place-unknown': 'an unknown place',
  'place-computer': 'this computer',
  'place-network': 'this network ({address})',

  connections: 'Connections',
  'about-connections': 'Accounts elsewhere with which you can sign in here.',
  'connected-as': 'as <bdi>{email}</bdi>',
  disconnect: 'Disconnect',
  'disconnect-email': 'Disconnect<hidden> <bdi>{email}</bdi></hidden>',
  'no-connections': 'There are none.',
  'connect-with': 'Connect with <bdi>{provider}</bdi>',
  'no-provider': 'Whoever runs this server has not set up a provider with which you could sign in.',
  connect: 'Connect',
  'connect-with-question': 'Connect with <bdi>{provider}</bdi>?',
  'connect-email':
    'Whoever can sign in there as <bdi>{email}</bdi> can then sign in here as <bdi>{name}</bdi>, without a password and without the second factor that you may have here.',
  'connect-somebody':
    'Whoever can sign in there as you just did can then sign in here as <bdi>{name}</bdi>, without a password and without the second factor that you may have here.',
  'leave-it': 'Leave it',
  'your-connections': 'Your connections',
  'offer-invalid': 'There is nothing to connect (any more)',
  'offer-invalid-text':
    'It is done already, took longer than ten minutes, or was begun from another account. Begin once more.',
  'identity-taken': 'Somebody signs in with it already',
  'identity-taken-text':
    'It is connected with an account. Sign in with it to see which one, and disconnect it there first.',
  'last-way': 'It is your only way in',
  'last-way-text': 'Without it you could not sign in any more. Set a password first, then disconnect.',
  'set-a-password': 'Set a password',
};
