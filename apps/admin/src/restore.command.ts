import { setTimeout as pause } from 'node:timers/promises';
import { Command, CommandRunner } from 'nest-commander';
import { keptTables, SET_UP_LOCK } from '#libs/accounts';
import { checkBackup, readHeader, refuseContent, restoreLog, type BackupHeader } from '#libs/event-store';
import { PROJECTIONS, Replay, ReplayRunningError, type Projection } from '#libs/projections';
import { migrate } from '#migrations';
import { counted } from './counted.js';
import { letLogIn } from './let-log-in.js';
import { interruption } from './interruption.js';
import { withFile, type Read } from './opened-file.js';
import { ProgressBar } from './progress-bar.js';
import { recorded } from './recorded.js';
import { withDatabase } from './with-database.js';
import { withReadModel } from './with-read-model.js';

const TRY_AGAIN_MS = 500;

@Command({
  name: 'restore',
  arguments: '<file>',
  description:
    'put a backup into an empty database, and build and verify the tables; from the standard input when the file is -',
})
export class RestoreCommand extends CommandRunner {
  override async run([file = '']: string[]): Promise<void> {
    const begun = performance.now();
    const progress = new ProgressBar();
    const signal = interruption('The restore was broken off; nothing has changed.');
    try {
      const header = await withFile(file, (read) => restore(read, progress, signal));
      await recorded('backup-restored', header);
      await buildTables(progress, signal);
      progress.end();
      const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
      console.log(
        `${counted(header.events, 'event')} of ${counted(header.workspaces, 'workspace')} are back, as of ${header.takenAt}; the tables were built and verified. It took ${seconds} s.`,
      );
      if (header.tables.accounts === undefined) console.log(NOBODY_YET);
    } finally {
      progress.end();
    }
  }
}

/** Of a backup of version 0.1.0, in which there were no accounts. */
const NOBODY_YET =
  'Nobody has an account in it: whoever opens Garbanzo first sets it up and owns all of it. Do it now, or set SETUP_TOKEN.';

/** Checks the file and the database before it writes anything. */
async function restore(read: Read, progress: ProgressBar, signal: AbortSignal): Promise<BackupHeader> {
  const showing = (phase: string) => ({
    signal,
    onProgress: (step: { events: number; total: number }) => progress.show({ phase, ...step }),
  });
  const header = await readHeader(read());
  const tables = keptTables();
  await withDatabase((database) => refuseContent(database, tables));
  await checkBackup(read(), showing('check'));
  await withDatabase(async (database) => {
    await migrate(database);
    await letLogIn(database);
    await restoreLog(database, read(), { ...showing('load'), tables, hold: SET_UP_LOCK });
  });
  return header;
}

async function buildTables(progress: ProgressBar, signal: AbortSignal): Promise<void> {
  try {
    for (const projection of PROJECTIONS) await replay(projection, progress, signal);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const why = signal.aborted ? 'it was broken off' : reason;
    throw new Error(`The log is back, but not its tables (${why}): run garbanzo replay.`, { cause });
  }
}

/** A worker that is already running may be building the tables of the empty log, so this waits for it. */
async function replay(projection: Projection, progress: ProgressBar, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const onProgress = progress.show.bind(progress);
      await withReadModel((readModel) => new Replay(readModel).run(projection, { signal, onProgress }));
      return;
    } catch (error) {
      if (!(error instanceof ReplayRunningError)) throw error;
      await pause(TRY_AGAIN_MS, undefined, { signal });
    }
  }
}
