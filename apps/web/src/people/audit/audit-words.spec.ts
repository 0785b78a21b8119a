import { describe, expect, it } from '@jest/globals';
import type { AuditRecord } from '#libs/accounts';
import { inLocale } from '../../locales/index.js';
import { auditRow } from './audit-rows.js';

const entry: AuditRecord = {
  id: 'entry',
  at: new Date(0),
  what: 'signed-in',
  actorId: 'mia',
  actorName: 'Mia',
  accountId: 'mia',
  accountName: 'Mia',
  workspaceId: null,
  workspaceName: null,
  address: null,
  details: {},
};
const byMiaToBen = { accountId: 'ben', accountName: 'Ben' };
const byCommand = { actorId: null, actorName: null, details: { by: 'garbanzo' } };
const gone = { accountId: 'eve', accountName: null };

const words = (changes: Partial<AuditRecord>, reader: string) =>
  auditRow({ ...entry, ...changes }, reader, 'account').words.replaceAll(/[\u2068\u2069]/g, '');

describe('what is recorded about access', () => {
  it.each<[Partial<AuditRecord>, string, string, string]>([
    [{}, 'mia', 'You signed in.', 'Du hast dich angemeldet.'],
    [{}, 'ben', 'Mia signed in.', 'Mia hat sich angemeldet.'],
    [
      { ...byMiaToBen, what: 'role-changed', details: { role: 'owner', was: 'member' } },
      'ben',
      'Mia made you an owner: you were a member.',
      'Mia hat dir die Rolle „Inhaber“ gegeben; vorher hattest du „Mitglied“.',
    ],
    [
      { what: 'role-changed', details: { role: 'viewer', was: 'owner' } },
      'mia',
      'You made yourself a viewer: you were an owner.',
      'Du hast dir selbst die Rolle „Nur lesen“ gegeben; vorher hattest du „Inhaber“.',
    ],
    [
      { what: 'role-changed', details: { role: 'constructor' } },
      'ben',
      'Mia made themselves something else in the workspace.',
      'Mia hat sich selbst eine andere Rolle im Arbeitsbereich gegeben.',
    ],
    [
      { ...gone, what: 'member-removed', details: { was: 'viewer' } },
      'mia',
      'You removed somebody who has left from the workspace: they were a viewer.',
      'Du hast jemandem, der nicht mehr da ist, den Zugang zum Arbeitsbereich entzogen; die Rolle war „Nur lesen“.',
    ],
    [
      { ...byCommand, what: 'account-disabled' },
      'mia',
      'Whoever runs this server disabled your account.',
      'Wer diesen Server betreibt, hat dein Konto gesperrt.',
    ],
    [
      { ...byMiaToBen, ...byCommand, what: 'account-enabled' },
      'mia',
      'Whoever runs this server enabled the account of Ben again.',
      'Wer diesen Server betreibt, hat das Konto von Ben wieder freigegeben.',
    ],
    [
      { ...gone, what: 'account-deleted' },
      'mia',
      'The account of somebody who has left was deleted.',
      'Das Konto von jemandem, der nicht mehr da ist, wurde gelöscht.',
    ],
    [
      { ...byMiaToBen, actorId: null, what: 'sign-in-failed' },
      'ben',
      'Somebody tried to sign in as you, and was refused.',
      'Jemand wollte sich mit deinem Konto anmelden und wurde abgewiesen.',
    ],
    [
      { what: 'invitation-created', details: { role: 'member', uses: 'many' } },
      'mia',
      'You made an invitation for everybody who has it, who becomes a member.',
      'Du hast eine Einladung erzeugt für alle, die sie haben, mit der Rolle „Mitglied“.',
    ],
    [
      { what: 'token-created', details: { access: 'write' } },
      'mia',
      'You made a token for a program, which may read and write.',
      'Du hast ein Token für ein Programm erzeugt, das lesen und schreiben darf.',
    ],
    [
      { what: 'token-created' },
      'ben',
      'Mia made a token for a program.',
      'Mia hat ein Token für ein Programm erzeugt.',
    ],
    [
      { what: 'account-moved' },
      'mia',
      'Something that this version of the app cannot read (account-moved).',
      'Etwas, das diese Version der App nicht lesen kann (account-moved).',
    ],
  ])('is a whole sentence in each language: %j, read by %s', (changes, reader, english, german) => {
    const inGerman = inLocale({ language: 'de', timeZone: 'UTC' }, () => words(changes, reader));
    expect([words(changes, reader), inGerman]).toEqual([english, german]);
  });

  it('takes nobody for its reader who is only called so', () => {
    expect(words({ actorName: 'you' }, 'ben')).toBe('you signed in.');
    expect(words({ ...byMiaToBen, accountName: 'you', what: 'sign-in-failed' }, 'mia')).toContain('as you,');
  });
});
