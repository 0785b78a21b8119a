import { Command, CommandRunner } from 'nest-commander';
import { keptTables } from '#libs/accounts';
import { writeBackup, type BackupHeader, type Output } from '#libs/event-store';
import { APP_VERSION } from './app-version.js';
import { counted } from './counted.js';
import { interruption } from './interruption.js';
import { writeNewFile } from './new-file.js';
import { ProgressBar } from './progress-bar.js';
import { recorded } from './recorded.js';
import { standardOutput } from './standard-output.js';
import { withDatabase } from './with-database.js';

@Command({
  name: 'backup',
  arguments: '<file>',
  description:
    'write the whole log and who may use it into a new file, or to the standard output when the file is -; people go on working',
})
export class BackupCommand extends CommandRunner {
  override async run([file = '']: string[]): Promise<void> {
    const begun = performance.now();
    const header = file === '-' ? await backUp(standardOutput()) : await writeNewFile(file, backUp);
    await recorded('backup-made', header);
    const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
    const where = file === '-' ? 'the standard output' : file;
    // To the standard error, because the standard output may be the backup itself.
    process.stderr.write(
      `${counted(header.events, 'event')} of ${counted(header.workspaces, 'workspace')} are in ${where}, as of ${header.takenAt}. It took ${seconds} s.\n`,
    );
  }
}

async function backUp(output: Output): Promise<BackupHeader> {
  const progress = new ProgressBar();
  return await withDatabase((database) =>
    writeBackup(database, output, {
      version: APP_VERSION,
      tables: keptTables(),
      signal: interruption('The backup was broken off; there is no file.'),
      onProgress: (step) => progress.show({ phase: 'backup', ...step }),
    }),
  ).finally(() => progress.end());
}
