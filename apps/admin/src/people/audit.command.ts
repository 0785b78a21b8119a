import { Command, CommandRunner, Option } from 'nest-commander';
import { findByEmail, PeopleStore, readAudit, type AuditPage, type AuditRecord } from '#libs/accounts';
import type { Database } from '#libs/platform';
import { UsageError } from '../exit-code.js';
import { positiveNumber } from '../positive-number.js';
import { isUuid } from '../uuid.js';
import { withDatabase } from '../with-database.js';
import { formatTable } from './format-table.js';
import { printableJson } from '../printable.js';

const PAGE = 100;

interface Options {
  readonly account?: string;
  readonly workspace?: string;
  readonly since?: Date;
  readonly before?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

@Command({
  name: 'audit',
  description:
    'show what is recorded about access, newest first: who signed in, was let in, was disabled; times are in UTC',
})
export class AuditCommand extends CommandRunner {
  override async run(_arguments: string[], { json, ...options }: Options): Promise<void> {
    const page = await withDatabase((database) => read(database, options));
    console.log(json ? printableJson(page.entries, 2) : describe(page));
  }

  @Option({ flags: '--account <email>', description: 'only what somebody did, or what was done to them' })
  parseAccount(value: string): string {
    return value;
  }

  @Option({ flags: '--workspace <id>', description: 'only what is about this workspace' })
  parseWorkspace(value: string): string {
    return id('--workspace', value);
  }

  @Option({ flags: '--since <time>', description: 'only from then on: 2026-11-28, or 2026-11-28T07:00:00Z' })
  parseSince(value: string): Date {
    const at = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(value)
      ? new Date(value)
      : undefined;
    if (at === undefined || Number.isNaN(at.getTime())) {
      throw new UsageError(
        `--since must be a day or a time such as 2026-11-28 or 2026-11-28T07:00:00Z, not ${value}.`,
      );
    }
    return at;
  }

  @Option({ flags: '--before <id>', description: 'go on behind the entry with this id' })
  parseBefore(value: string): string {
    return id('--before', value);
  }

  @Option({ flags: '--limit <n>', description: `how many entries are shown (${PAGE})` })
  parseLimit(value: string): number {
    return positiveNumber('--limit', value);
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

function id(flag: string, value: string): string {
  if (!isUuid(value)) throw new UsageError(`${flag} must be an id, not ${value}.`);
  return value;
}

async function read(database: Database, options: Options): Promise<AuditPage> {
  const { account: email, workspace: workspaceId, since, before, limit = PAGE } = options;
  const question = { workspaceId, since, before, limit };
  if (email === undefined) return await readAudit(database, question);
  const account = await findByEmail(new PeopleStore(database).manager, email);
  if (account === null) throw new Error(`Nobody has an account with the address ${email}.`);
  return await readAudit(database, { ...question, accountId: account.id });
}

function describe({ entries, hasMore }: AuditPage): string {
  if (entries.length === 0) return 'Nothing is recorded.';
  const table = formatTable(['when', 'what', 'by', 'account', 'workspace', 'from', ''], entries.map(rowOf));
  const last = entries.at(-1)?.id ?? '';
  return hasMore ? `${table}\n\nOlder ones: --before ${last}` : table;
}

function rowOf(entry: AuditRecord): string[] {
  const { at, what, details, address } = entry;
  const { by, ...others } = details;
  return [
    at.toISOString().slice(0, 19).replace('T', ' '),
    what,
    cell(entry.actorName, entry.actorId, by),
    cell(entry.accountName, entry.accountId),
    cell(entry.workspaceName, entry.workspaceId),
    cell(address),
    Object.entries(others)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  ];
}

/** A name, or the id of what has none any more. */
const cell = (...known: readonly (string | null | undefined)[]) =>
  known.find((text) => typeof text === 'string') ?? '-';
