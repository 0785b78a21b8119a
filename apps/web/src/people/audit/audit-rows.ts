import type { AuditRecord } from '#libs/accounts';
import type { AuditRow, AuditView } from '../../views/index.js';
import { isolated } from '../../words/index.js';
import { auditWords } from './audit-words.js';

/**
 * An entry as its reader sees it. Where others were is for the owner of a workspace to know, not for everybody whom they have
 * done something to.
 *
 * @param reader the id of their account
 */
export function auditRow(entry: AuditRecord, reader: string, of: AuditView['of']): AuditRow {
  const { at, what, address, actorId, details } = entry;
  const words = auditWords(what, { who: whoOf(entry, reader), ...whomOf(entry, reader), details });
  const isShown = of === 'workspace' || actorId === null || actorId === reader;
  return { at, words, ...(isShown && address !== null ? { address } : {}) };
}

const LEFT = 'somebody who has left';

function whoOf({ actorId, actorName, details }: AuditRecord, reader: string): string {
  if (actorId === null) return details.by === 'garbanzo' ? 'Whoever runs this server' : 'Somebody';
  else if (actorId === reader) return 'You';
  else return actorName === null ? 'Somebody who has left' : isolated(actorName);
}

function whomOf({ accountId, accountName, actorId }: AuditRecord, reader: string) {
  const isOwn = accountId !== null && accountId === actorId;
  if (accountId === reader) return { whom: isOwn ? 'yourself' : 'you', they: 'you', account: 'your account' };
  const whom = accountName === null ? LEFT : isolated(accountName);
  return { whom: isOwn ? 'themselves' : whom, they: 'they', account: `the account of ${whom}` };
}
