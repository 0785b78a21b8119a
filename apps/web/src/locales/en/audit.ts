/**
 * Who has had access, and what has changed about it. In the sentences about what somebody did, `who` has done it, `whom` it was
 * done to, and `whose` account it is about. They are names, the words at the end, or `you` for who reads it.
 */
export const audit = {
  'account-title': 'Access to your account',
  'about-account':
    'What you and others did about it. When there is something that was not you, change your password. Times are in {zone}.',
  'workspace-title': 'Access to this workspace',
  'workspace-heading': 'Access to “<bdi>{name}</bdi>”',
  'about-workspace':
    'Who was let in, and by whom. Only owners of the workspace see this. Times are in {zone}.',
  from: 'from <bdi>{address}</bdi>',
  'nothing-further': 'Nothing further',
  'seen-all': 'You have seen all there is.',
  'nothing-so-far': 'Nothing so far',
  'is-listed-here': 'Who is let in, or tries to get in, is listed here.',
  'back-to-members': 'Back to the members',
  pages: 'Pages',
  newest: 'Back to the newest',
  older: 'Older',

  'did-instance-set-up': '{who, select, you {You} other {{who}}} set up this installation.',
  'did-account-created': '{whose, select, you {Your account} other {The account of {whose}}} was created.',
  'did-signed-in': '{who, select, you {You} other {{who}}} signed in.',
  'did-sign-in-failed':
    'Somebody tried to sign in as {whose, select, you {you} other {{whose}}}, and was refused.',
  'did-signed-out': '{who, select, you {You} other {{who}}} signed out.',
  'did-account-link-created':
    '{who, select, you {You} other {{who}}} made a link that sets the password of {whose, select, you {your account} other {the account of {whose}}}.',
  'did-account-disabled':
    '{who, select, you {You} other {{who}}} disabled {whose, select, you {your account} other {the account of {whose}}}.',
  'did-account-enabled':
    '{who, select, you {You} other {{who}}} enabled {whose, select, you {your account} other {the account of {whose}}} again.',
  'did-account-deleted': '{whose, select, you {Your account} other {The account of {whose}}} was deleted.',
  'did-token-created':
    '{who, select, you {You} other {{who}}} made a token for a program{access, select, write {, which may read and write} read {, which may read} other {}}.',
  'did-backup-made': '{who, select, you {You} other {{who}}} made a backup of everything.',
  'did-backup-restored': '{who, select, you {You} other {{who}}} restored a backup.',
  'did-token-revoked': '{who, select, you {You} other {{who}}} took a token back.',
  'did-reset-link-made':
    'A link that sets the password of {whose, select, you {your account} other {the account of {whose}}} was made.',
  'did-password-reset':
    'The password of {whose, select, you {your account} other {the account of {whose}}} was set by a link.',
  'did-email-change-asked': '{who, select, you {You} other {{who}}} asked for another e-mail address.',
  'did-email-changed': '{who, select, you {You} other {{who}}} changed the e-mail address.',
  'did-identity-connected': '{who, select, you {You} other {{who}}} connected an identity of a provider.',
  'did-identity-disconnected':
    '{who, select, you {You} other {{who}}} disconnected an identity of a provider.',
  'did-instance-owner-made':
    '{who, select, you {You} other {{who}}} made {whom} an owner of this installation.',
  'did-workspace-created': '{who, select, you {You} other {{who}}} created the workspace.',
  'did-workspace-renamed': '{who, select, you {You} other {{who}}} gave the workspace another name.',
  'did-workspace-exported': '{who, select, you {You} other {{who}}} downloaded all that is in the workspace.',
  'did-workspace-erased': '{who, select, you {You} other {{who}}} erased the workspace.',
  'did-role-changed':
    '{who, select, you {You} other {{who}}} made {whom} {role, select, owner {an owner} member {a member} viewer {a viewer} other {something else in the workspace}}{was, select, owner {: {whose, select, you {you} other {they}} were an owner} member {: {whose, select, you {you} other {they}} were a member} viewer {: {whose, select, you {you} other {they}} were a viewer} other {}}.',
  'did-member-removed':
    '{who, select, you {You} other {{who}}} removed {whom} from the workspace{was, select, owner {: {whose, select, you {you} other {they}} were an owner} member {: {whose, select, you {you} other {they}} were a member} viewer {: {whose, select, you {you} other {they}} were a viewer} other {}}.',
  'did-member-left': '{who, select, you {You} other {{who}}} left the workspace.',
  'did-invitation-created':
    '{who, select, you {You} other {{who}}} made an invitation{role, select, owner { for {uses, select, many {everybody who has it} other {one person}}, who becomes an owner} member { for {uses, select, many {everybody who has it} other {one person}}, who becomes a member} viewer { for {uses, select, many {everybody who has it} other {one person}}, who becomes a viewer} other {}}.',
  'did-invitation-revoked': '{who, select, you {You} other {{who}}} took an invitation back.',
  'did-invitation-accepted':
    '{who, select, you {You} other {{who}}} joined by an invitation{role, select, owner { as an owner} member { as a member} viewer { as a viewer} other {}}.',
  'did-session-ended': '{who, select, you {You} other {{who}}} signed out of one browser.',
  'did-other-sessions-ended': '{who, select, you {You} other {{who}}} signed out everywhere else.',
  'did-password-set': '{who, select, you {You} other {{who}}} set a password.',
  'did-password-changed': '{who, select, you {You} other {{who}}} changed the password.',
  'did-password-wrong':
    'A wrong password was typed to change something of {whose, select, you {your account} other {the account of {whose}}}.',
  'did-second-factor-on': '{who, select, you {You} other {{who}}} switched the second factor on.',
  'did-second-factor-off': '{who, select, you {You} other {{who}}} switched the second factor off.',
  'did-second-factor-wrong':
    'A wrong code was typed to sign in as {whose, select, you {you} other {{whose}}}.',
  'did-recovery-code-used': '{who, select, you {You} other {{who}}} used a recovery code.',
  'did-recovery-codes-made': '{who, select, you {You} other {{who}}} made new recovery codes.',
  'did-passkey-added': '{who, select, you {You} other {{who}}} added a passkey.',
  'did-passkey-removed': '{who, select, you {You} other {{who}}} removed a passkey.',
  'did-passkey-used': '{who, select, you {You} other {{who}}} used a passkey.',
  unknown: 'Something that this version of the app cannot read ({what}).',

  'who-left': 'Somebody who has left',
  'who-runs-it': 'Whoever runs this server',
  'who-unknown': 'Somebody',
  'whom-you': 'you',
  'whom-yourself': 'yourself',
  'whom-themselves': 'themselves',
  'whom-left': 'somebody who has left',
};
