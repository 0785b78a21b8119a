import type { AuditRecord } from '#libs/accounts';
import { say } from '../../locales/index.js';
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

function whoOf({ actorId, actorName, details }: AuditRecord, reader: string): string {
  if (actorId === null) return say(details.by === 'garbanzo' ? 'audit.who-runs-it' : 'audit.who-unknown');
  else if (actorId === reader) return 'you';
  else return actorName === null ? say('audit.who-left') : isolated(actorName);
}

function whomOf({ accountId, accountName, actorId }: AuditRecord, reader: string) {
  const isOwn = accountId !== null && accountId === actorId;
  if (accountId === reader)
    return { whose: 'you', whom: say(isOwn ? 'audit.whom-yourself' : 'audit.whom-you') };
  const whose = accountName === null ? say('audit.whom-left') : isolated(accountName);
  return { whose, whom: isOwn ? say('audit.whom-themselves') : whose };
}
