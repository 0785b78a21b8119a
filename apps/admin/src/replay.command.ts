import { Command, CommandRunner, Option } from 'nest-commander';
import { Replay } from '#libs/projections';
import { positiveNumber } from './positive-number.js';
import { ProgressBar } from './progress-bar.js';
import { projectionNamed } from './projection-named.js';
import { withReadModel } from './with-read-model.js';

interface Options {
  readonly connections?: number;
  readonly gentle?: boolean;
  readonly keepOld?: boolean;
  readonly back?: boolean;
  readonly json?: boolean;
}

@Command({
  name: 'replay',
  arguments: '[projection]',
  description:
    'build the tables of a projection again from the log, beside those that are read, and change over',
})
export class ReplayCommand extends CommandRunner {
  override async run([name]: string[], { back, json, ...options }: Options): Promise<void> {
    const projection = projectionNamed(name);
    if (back) return await goBack(name, json);
    const progress = new ProgressBar();
    const begun = performance.now();
    const events = await withReadModel((readModel) =>
      new Replay(readModel).run(projection, {
        ...options,
        signal: interruption(),
        onProgress: (step) => progress.show(step),
      }),
    ).finally(() => progress.end());
    const seconds = (performance.now() - begun) / 1_000;
    if (json) console.log(JSON.stringify({ projection: projection.name, events, seconds }));
    else
      console.log(
        `${projection.name} was built again from ${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s.`,
      );
  }

  @Option({ flags: '--connections <n>', description: 'shards that are folded side by side (2)' })
  parseConnections(value: string): number {
    return positiveNumber('--connections', value);
  }

  @Option({ flags: '--gentle', description: 'take longer, so that nobody notices' })
  parseGentle(): boolean {
    return true;
  }

  @Option({ flags: '--keep-old', description: 'keep the tables that were read before, and keep them level' })
  parseKeepOld(): boolean {
    return true;
  }

  @Option({ flags: '--back', description: 'change over to the tables that were kept' })
  parseBack(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'for scripts' })
  parseJson(): boolean {
    return true;
  }
}

async function goBack(name: string | undefined, json = false): Promise<void> {
  const projection = projectionNamed(name);
  const generation = await withReadModel((readModel) => new Replay(readModel).goBack(projection));
  if (json) console.log(JSON.stringify({ projection: projection.name, generation }));
  else console.log(`${projection.name} is read from generation ${generation} again; the other one is kept.`);
}

/** Ctrl-C ends a replay in order: what it has built so far is dropped. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () =>
      controller.abort(new Error('The replay was broken off; nothing has changed.')),
    );
  }
  return controller.signal;
}
