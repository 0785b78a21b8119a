import { Command, CommandRunner, Option } from 'nest-commander';
import { withDatabase } from './with-database.js';
import { readStatus } from './status.js';
import { formatStatus } from './format-status.js';
import { printableJson } from './printable.js';

@Command({
  name: 'status',
  description:
    'show how far the projections are; exits with 1 when one has parked streams or is newer than the log',
})
export class StatusCommand extends CommandRunner {
  override async run(_arguments: string[], options: { readonly json?: boolean }): Promise<void> {
    const status = await withDatabase(readStatus);
    console.log(options.json ? printableJson(status, 2) : formatStatus(status));
    const isNewer = status.projections.some(({ shardsAhead }) => shardsAhead.length > 0);
    if (status.parked.length > 0 || isNewer) process.exitCode = 1;
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}
