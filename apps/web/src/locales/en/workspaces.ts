/** Workspaces, members and invitations. */
export const workspaces = {
  'your-workspaces': 'Your workspaces',
  about:
    'A workspace is a household, a team, or yours alone. Who is in it sees all of its lists, and nobody else does.',
  'to-members': 'Members<hidden> of <bdi>{name}</bdi></hidden>',
  none: 'You are in no workspace. Make one, or ask somebody to invite you into theirs.',
  new: 'A new workspace',
  name: 'Name',
  'name-hint': 'What its members call it, such as Home or Garden club.',
  create: 'Create workspace',

  'members-of': 'Members of <bdi>{name}</bdi>',
  'members-title': 'Members of {name}',
  you: '<bdi>{name}</bdi> (you)',
  'role-of': 'Role of <bdi>{name}</bdi>',
  'change-role': 'Change role<hidden> of <bdi>{name}</bdi></hidden>',
  remove: 'Remove<hidden> <bdi>{name}</bdi></hidden>',
  'role-owner': 'Owner',
  'role-member': 'Member',
  'role-viewer': 'Viewer',
  'owner-may': 'Owner: everything, also who is a member',
  'member-may': 'Member: everything about lists and to-dos',
  'viewer-may': 'Viewer: looks at everything, changes nothing',

  invite: 'Invite somebody',
  'sent-to': 'It is being sent to <bdi>{address}</bdi>.',
  'copy-link': 'Copy this link now, and give it to whom you invite. It is shown this once.',
  'they-become': 'They become',
  'link-is-good-for': 'The link is good for',
  days: '{count, plural, one {# day} other {# days}}',
  'lets-in': 'It lets in',
  'one-person': 'One person',
  everybody: 'Everybody who has it',
  email: 'E-mail address',
  'email-hint': 'May be left empty. It says in the list below whom a link is for.',
  'make-link': 'Make a link',
  'open-invitations': 'Open invitations',
  'role-for': '{role} for <bdi>{email}</bdi>',
  'for-one': 'by <bdi>{inviter}</bdi>, until {date}, for one person',
  'for-many': 'by <bdi>{inviter}</bdi>, until {date}, used {uses, plural, one {# time} other {# times}}',
  withdraw: 'Withdraw<hidden> this invitation</hidden>',

  'this-workspace': 'This workspace',
  'name-of-workspace': 'Name of the workspace',
  rename: 'Rename',
  leave: 'Leave this workspace',
  'to-access': 'What happened to the access',
  'to-erase': 'Erase this workspace',

  erase: 'Erase <bdi>{name}</bdi>',
  'erase-title': 'Erase {name}',
  'about-erasing':
    'This takes the workspace from all of its members, with every list, every to-do and their history, for good. Nothing brings it back but a backup of the whole installation.',
  download: 'Download all that is in it first',
  'type-name': 'Type the name of the workspace',
  'another-name': 'That is not the name of this workspace. Type it as it stands above.',
  'erase-for-good': 'Erase it for good',
  keep: 'Keep it',

  invitation: 'Invitation',
  'lets-nobody-in': 'This invitation lets nobody in',
  'invited-to': 'You are invited to <bdi>{name}</bdi>',
  'in-already':
    'You are in it already: the invitation changes nothing for you, and still works for somebody else.',
  'to-its-lists': 'Go to its lists',
  'invited-by':
    '<bdi>{inviter}</bdi> invites you to share the lists of this workspace. You become {role, select, owner {an owner, who can do everything and decides who is a member} member {a member, who can do everything with lists and to-dos} other {a viewer, who can look at everything and change nothing}}.',
  'signed-in-as': 'You are signed in as <bdi>{name}</bdi>.',
  join: 'Join',
  'sign-in-to-join': 'Sign in to join',
  'or-make-account': 'Or make an account',
  'create-account-and-join': 'Create account and join',

  'sign-up': 'Create an account',
  'about-sign-up': 'You get a workspace of your own, which nobody else sees unless you invite them.',
  'have-one-already': 'You have one already? <signIn>Sign in</signIn>',

  'mail-subject': 'An invitation to a shared workspace',
  'mail-from':
    '{who} would like to share the lists of {workspace} with you. The invitation says more, and waits for your yes:',
  'mail-unknown': 'If you do not know what this is about, do nothing: nothing happens.',

  'name-changed':
    'This workspace has another name than the page says that you typed on. Choose which one stays.',
  'name-empty': 'Give the workspace a name.',
  'name-too-long': 'That is too long for a name. Shorten it.',
  'name-not-text': 'A name is one line of text. Take out line breaks and other invisible characters.',
  'not-an-owner': 'You are not an owner of this workspace any more. Nothing has changed.',
  'last-owner':
    'A workspace needs an owner, and there is no other one. Make somebody else an owner first, or erase the workspace.',
  'invitation-unknown':
    'There is no such invitation. Look whether the link was copied whole, or ask for another one.',
  'invitation-expired': 'This invitation is too old. Ask whoever has invited you for another one.',
  'invitation-used':
    'This invitation has been used already. If that was you, you are a member: sign in. Otherwise ask whoever has invited you for another one.',
  'invitation-revoked': 'This invitation was withdrawn. Ask whoever has invited you whether it was meant so.',
  'email-invalid': 'That is no e-mail address. Write it like this: ben@example.org',
  'mailed-too-often':
    'Enough mails were sent for now. Wait {duration}, or leave the address empty and hand the link over yourself.',

  'said-role-changed': 'The role is changed.',
  'said-removed': 'They are not a member any more.',
  'said-renamed': 'The workspace has its new name.',
  'said-revoked': 'That invitation lets nobody in any more.',
  'said-left': 'You have left the workspace.',
  'said-erased':
    'The workspace is gone for everybody. What was in it is being erased now; backups that were made before still have it.',
  'said-gone': 'You are not in that workspace any more: somebody has just erased it, or removed you.',
  'said-member-already': 'You are a member of this workspace already. Nothing has changed.',
};
