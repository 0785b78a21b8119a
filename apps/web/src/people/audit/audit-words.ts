import type { Audited } from '#libs/accounts';
import { as, invited, madeAToken, tookRole, was } from './audit-details.js';
import type { Told } from './told.js';

/** What each kind of entry says. */
const AUDIT_WORDS: Readonly<Record<Audited, (told: Told) => string>> = {
  'instance-set-up': ({ who }) => `${who} set up this installation.`,
  'account-created': ({ account }) =>
    `${account.replace(/^./, (letter) => letter.toUpperCase())} was created.`,
  'signed-in': ({ who }) => `${who} signed in.`,
  'sign-in-failed': ({ whom }) => `Somebody tried to sign in as ${whom}, and was refused.`,
  'signed-out': ({ who }) => `${who} signed out.`,
  'account-link-created': ({ who, account }) => `${who} made a link that sets the password of ${account}.`,
  'account-disabled': ({ who, account }) => `${who} disabled ${account}.`,
  'account-enabled': ({ who, account }) => `${who} enabled ${account} again.`,
  'account-deleted': ({ account }) =>
    `${account.replace(/^./, (letter) => letter.toUpperCase())} was deleted.`,
  'token-created': madeAToken,
  'backup-made': ({ who }) => `${who} made a backup of everything.`,
  'backup-restored': ({ who }) => `${who} restored a backup.`,
  'token-revoked': ({ who }) => `${who} took a token back.`,
  'reset-link-made': ({ account }) => `A link that sets the password of ${account} was made.`,
  'password-reset': ({ account }) => `The password of ${account} was set by a link.`,
  'email-change-asked': ({ who }) => `${who} asked for another e-mail address.`,
  'email-changed': ({ who }) => `${who} changed the e-mail address.`,
  'identity-connected': ({ who }) => `${who} connected an identity of a provider.`,
  'identity-disconnected': ({ who }) => `${who} disconnected an identity of a provider.`,
  'instance-owner-made': ({ who, whom }) => `${who} made ${whom} an owner of this installation.`,
  'workspace-created': ({ who }) => `${who} created the workspace.`,
  'workspace-renamed': ({ who }) => `${who} gave the workspace another name.`,
  'workspace-exported': ({ who }) => `${who} downloaded all that is in the workspace.`,
  'workspace-erased': ({ who }) => `${who} erased the workspace.`,
  'role-changed': tookRole,
  'member-removed': (told) => `${told.who} removed ${told.whom} from the workspace${was(told)}.`,
  'member-left': ({ who }) => `${who} left the workspace.`,
  'invitation-created': invited,
  'invitation-revoked': ({ who }) => `${who} took an invitation back.`,
  'invitation-accepted': ({ who, details }) => `${who} joined by an invitation${as(details.role)}.`,
  'session-ended': ({ who }) => `${who} signed out of one browser.`,
  'other-sessions-ended': ({ who }) => `${who} signed out everywhere else.`,
  'password-set': ({ who }) => `${who} set a password.`,
  'password-changed': ({ who }) => `${who} changed the password.`,
  'password-wrong': ({ account }) => `A wrong password was typed to change something of ${account}.`,
  'second-factor-on': ({ who }) => `${who} switched the second factor on.`,
  'second-factor-off': ({ who }) => `${who} switched the second factor off.`,
  'second-factor-wrong': ({ whom }) => `A wrong code was typed to sign in as ${whom}.`,
  'recovery-code-used': ({ who }) => `${who} used a recovery code.`,
  'recovery-codes-made': ({ who }) => `${who} made new recovery codes.`,
  'passkey-added': ({ who }) => `${who} added a passkey.`,
  'passkey-removed': ({ who }) => `${who} removed a passkey.`,
  'passkey-used': ({ who }) => `${who} used a passkey.`,
};

/** A newer version may have recorded what this one has no words for. */
export function auditWords(what: string, told: Told): string {
  return isKnown(what)
    ? AUDIT_WORDS[what](told)
    : `Something that this version of the app cannot read (${what}).`;
}

const isKnown = (what: string): what is Audited => Object.hasOwn(AUDIT_WORDS, what);
