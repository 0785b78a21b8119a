import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ParkedStreams, PROJECTIONS } from '#libs/projections';
import { listParked } from '#libs/read-model';
import { UsageError } from './exit-code.js';
import { formatParked } from './format-status.js';
import { isUuid } from './uuid.js';
import { withDatabase } from './with-database.js';
import { withReadModel } from './with-read-model.js';
import { printableJson } from './printable.js';

@SubCommand({
  name: 'retry',
  arguments: '[stream]',
  description: 'fold parked streams, or one of them, again; exits with 1 when some stay parked',
})
export class RetryParkedCommand extends CommandRunner {
  override async run([stream]: string[]): Promise<void> {
    if (stream !== undefined && !isUuid(stream)) throw new UsageError(`${stream} is no id of a stream.`);
    let [folded, parked] = [0, 0];
    await withReadModel(async (readModel) => {
      for (const projection of PROJECTIONS) {
        const result = await new ParkedStreams(readModel).retry(projection, stream);
        folded += result.folded;
        parked += result.parked;
      }
    });
    if (stream !== undefined && folded + parked === 0) throw new Error(`Stream ${stream} is not parked.`);
    console.log(`${folded} folded, ${parked} still parked`);
    if (parked > 0) process.exitCode = 1;
  }
}

@Command({
  name: 'parked',
  description:
    'list the streams that are parked because an event could not be folded; exits with 1 when there are any',
  subCommands: [RetryParkedCommand],
})
export class ParkedCommand extends CommandRunner {
  override async run(_arguments: string[], { json }: { readonly json?: boolean }): Promise<void> {
    const parked = await withDatabase(listParked);
    if (json) console.log(printableJson(parked, 2));
    else console.log(parked.length > 0 ? parked.map(formatParked).join('\n') : 'No stream is parked.');
    if (parked.length > 0) process.exitCode = 1;
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}
