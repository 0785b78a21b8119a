import { durationWords } from '../locales/index.js';
import type { InvitationRefusal, MemberOutcome, NameRefusal, Role } from '#libs/accounts';

/** What somebody with a role can do, as others read it. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  owner: 'Owner: everything, also who is a member',
  member: 'Member: everything about lists and to-dos',
  viewer: 'Viewer: looks at everything, changes nothing',
};

/** What an invitation makes of somebody. */
export const INVITED_AS: Readonly<Record<Role, string>> = {
  owner: 'an owner, who can do everything and decides who is a member',
  member: 'a member, who can do everything with lists and to-dos',
  viewer: 'a viewer, who can look at everything and change nothing',
};

/** Beside a name. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  member: 'Member',
  viewer: 'Viewer',
};

export const WORKSPACE_NAME_REFUSALS: Readonly<Record<NameRefusal, string>> = {
  'name-empty': 'Give the workspace a name.',
  'name-too-long': 'That is too long for a name. Shorten it.',
  'name-not-text': 'A name is one line of text. Take out line breaks and other invisible characters.',
};

/** Why a member is as they were. */
export const MEMBER_REFUSALS: Readonly<Record<Exclude<MemberOutcome, 'done'>, string>> = {
  'not-a-member': 'They are not a member any more. Nothing has changed.',
  'not-an-owner': 'You are not an owner of this workspace any more. Nothing has changed.',
  'last-owner':
    'A workspace needs an owner, and there is no other one. Make somebody else an owner first, or erase the workspace.',
};

export const INVITATION_REFUSALS: Readonly<Record<InvitationRefusal, string>> = {
  'invitation-unknown':
    'There is no such invitation. Look whether the link was copied whole, or ask for another one.',
  'invitation-expired': 'This invitation is too old. Ask whoever has invited you for another one.',
  'invitation-used':
    'This invitation has been used already. If that was you, you are a member: sign in. Otherwise ask whoever has invited you for another one.',
  'invitation-revoked': 'This invitation was withdrawn. Ask whoever has invited you whether it was meant so.',
};

export function isAboutInvitation(refusal: string): refusal is InvitationRefusal {
  return Object.hasOwn(INVITATION_REFUSALS, refusal);
}

export const INVITED_ADDRESS_INVALID = 'That is no e-mail address. Write it like this: ben@example.org';

/** So many mails have gone to this address, or were sent by you. */
export const mailedTooOften = (seconds: number) =>
  `Enough mails were sent for now. Wait ${durationWords(seconds)}, or leave the address empty and hand the link over yourself.`;

/** What has just happened, by the word for it in an address. */
const SAID: Readonly<Record<string, string>> = {
  'role-changed': 'The role is changed.',
  removed: 'They are not a member any more.',
  renamed: 'The workspace has its new name.',
  revoked: 'That invitation lets nobody in any more.',
  left: 'You have left the workspace.',
  erased:
    'The workspace is gone for everybody. What was in it is being erased now; backups that were made before still have it.',
  gone: 'You are not in that workspace any more: somebody has just erased it, or removed you.',
  'member-already': 'You are a member of this workspace already. Nothing has changed.',
};

/** Undefined for a word that nobody has put there. */
export function saidWords(word: string | undefined): string | undefined {
  return word !== undefined && Object.hasOwn(SAID, word) ? SAID[word] : undefined;
}
