import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { listAccounts, type ListedAccount } from '#libs/accounts';
import { withDatabase } from '../with-database.js';
import { formatTable, momentCell } from './format-table.js';
import { printableJson } from '../printable.js';

@SubCommand({ name: 'list', description: 'list everybody who has an account; times are in UTC' })
export class ListAccountsCommand extends CommandRunner {
  override async run(_arguments: string[], { json }: { readonly json?: boolean }): Promise<void> {
    const accounts = await withDatabase(listAccounts);
    if (json) console.log(printableJson(accounts, 2));
    else console.log(accounts.length > 0 ? describe(accounts) : 'Nobody has an account yet.');
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

function describe(accounts: readonly ListedAccount[]): string {
  return formatTable(
    ['email', 'name', 'workspaces', 'created', 'last seen', ''],
    accounts.map(({ email, name, workspaces, createdAt, lastUsedAt, ...account }) => [
      email,
      name,
      workspaces,
      momentCell(createdAt),
      momentCell(lastUsedAt),
      stateOf(account),
    ]),
  );
}

function stateOf({ isInstanceOwner, disabledAt }: Pick<ListedAccount, 'isInstanceOwner' | 'disabledAt'>) {
  const disabled = disabledAt === null ? [] : [`disabled since ${momentCell(disabledAt)}`];
  return [...(isInstanceOwner ? ['owns the installation'] : []), ...disabled].join(', ');
}
