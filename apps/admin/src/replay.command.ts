import { Command, CommandRunner, Option } from 'nest-commander';
import { requestReplay, withdrawReplay, type ReplayRequest } from '#libs/jobs';
import { cancelReplay, dropOld, Replay, type Projection, type ReplayOptions } from '#libs/projections';
import { UsageError } from './exit-code.js';
import { interruption } from './interruption.js';
import { PhaseTimes } from './phase-times.js';
import { positiveNumber } from './positive-number.js';
import { ProgressBar } from './progress-bar.js';
import { projectionNamed } from './projection-named.js';
import { withDatabase } from './with-database.js';
import { withReadModel } from './with-read-model.js';

interface Options {
  readonly connections?: number;
  readonly gentle?: boolean;
  readonly keepOld?: boolean;
  readonly back?: boolean;
  readonly dropOld?: boolean;
  readonly background?: boolean;
  readonly cancel?: boolean;
  readonly json?: boolean;
}

const STILL_READ =
  'The older tables are still being read, so they were kept. Drop them later: garbanzo replay --drop-old.';

@Command({
  name: 'replay',
  arguments: '[projection]',
  description:
    'rebuild the tables of a projection from the log, beside the live ones, and then switch to them',
})
export class ReplayCommand extends CommandRunner {
  override async run(
    [name]: string[],
    { back, background, cancel, dropOld: drop, json, ...options }: Options,
  ): Promise<void> {
    const projection = projectionNamed(name);
    refuseCombination({ '--back': back, '--drop-old': drop, '--cancel': cancel, '--background': background });
    if (back) return await goBack(projection, json);
    if (drop) return await dropTables(projection);
    if (cancel) return await cancelRunning(projection);
    if (background) return await requestInBackground({ projection: projection.name, ...options });
    await this.replay(projection, options, json);
  }

  private async replay(projection: Projection, options: ReplayOptions, json = false): Promise<void> {
    const progress = new ProgressBar();
    const times = new PhaseTimes();
    const begun = performance.now();
    const { events, isTidy } = await withReadModel((readModel) =>
      new Replay(readModel).run(projection, {
        ...options,
        signal: interruption('The replay was broken off; nothing has changed.'),
        onProgress(step) {
          times.begin(step.phase);
          progress.show(step);
        },
      }),
    ).finally(() => progress.end());
    times.end();
    const seconds = (performance.now() - begun) / 1_000;
    if (!isTidy) process.stderr.write(`${STILL_READ}\n`);
    if (json)
      console.log(JSON.stringify({ projection: projection.name, events, seconds, phases: times.seconds() }));
    else
      console.log(
        `${projection.name} was built again from ${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s.`,
      );
  }

  @Option({
    flags: '--connections <n>',
    description: 'parts of the log that are folded in parallel (2, at most 4)',
  })
  parseConnections(value: string): number {
    return positiveNumber('--connections', value);
  }

  @Option({ flags: '--gentle', description: 'take longer, but leave the machine to others' })
  parseGentle(): boolean {
    return true;
  }

  @Option({
    flags: '--keep-old',
    description: 'keep the tables that were live before, and keep them up to date',
  })
  parseKeepOld(): boolean {
    return true;
  }

  @Option({ flags: '--back', description: 'switch back to the tables that were kept' })
  parseBack(): boolean {
    return true;
  }

  @Option({
    flags: '--drop-old',
    description: 'drop tables that were kept, and those that only older versions read',
  })
  parseDropOld(): boolean {
    return true;
  }

  @Option({ flags: '--background', description: 'let a worker run the replay' })
  parseBackground(): boolean {
    return true;
  }

  @Option({ flags: '--cancel', description: 'stop the replay that is running, in whatever process' })
  parseCancel(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

async function dropTables(projection: Projection): Promise<void> {
  const dropped = await withReadModel((readModel) => dropOld(readModel, projection));
  console.log(`${dropped} older generations of ${projection.name} were dropped.`);
}

async function goBack(projection: Projection, json = false): Promise<void> {
  const generation = await withReadModel((readModel) => new Replay(readModel).goBack(projection));
  if (json) console.log(JSON.stringify({ projection: projection.name, generation }));
  else console.log(`${projection.name} is read from generation ${generation} again; the other one is kept.`);
}

/** Stops the running replay first and then removes its job, which would otherwise be retried. */
async function cancelRunning(projection: Projection): Promise<void> {
  const { name } = projection;
  const cancelled = await withReadModel((readModel) => cancelReplay(readModel, projection));
  if (cancelled === 'too-late') throw new Error('It is too late: the replay has already gone live.');
  if (cancelled === 'unresponsive') {
    throw new Error('The replay does not respond. Cancel it again once its process has ended.');
  }
  const isWithdrawn = await withDatabase((database) => withdrawReplay(database, name));
  if (cancelled === 'none' && !isWithdrawn) throw new Error(`No replay of ${name} is running.`);
  console.log('The replay was cancelled; nothing has changed.');
}

/** @throws UsageError if more than one of these flags is set */
function refuseCombination(flags: Readonly<Record<string, boolean | undefined>>): void {
  const asked = Object.keys(flags).filter((flag) => flags[flag]);
  if (asked.length > 1) throw new UsageError(`${asked.join(' and ')} exclude each other: give one of them.`);
}

async function requestInBackground(request: ReplayRequest): Promise<void> {
  const isNew = await withDatabase((database) => requestReplay(database, request));
  if (!isNew)
    throw new Error(`A replay of ${request.projection} waits or runs already: see garbanzo status.`);
  console.log('The worker does it. garbanzo status tells how far it is, garbanzo replay --cancel stops it.');
}
