import { Command, CommandRunner, Option } from 'nest-commander';
import { verifyTables, type Difference, type Verification } from '#libs/projections';
import { positiveNumber } from './positive-number.js';
import { ProgressBar } from './progress-bar.js';
import { projectionNamed } from './projection-named.js';
import { withReadModel } from './with-read-model.js';
import { printableJson } from './printable.js';

interface Options {
  readonly limit?: number;
  readonly connections?: number;
  readonly json?: boolean;
}

@Command({
  name: 'verify',
  arguments: '[projection]',
  description:
    'fold the log again and compare every row with the tables; exits with 1 when something differs',
})
export class VerifyCommand extends CommandRunner {
  override async run([name]: string[], { json, ...options }: Options): Promise<void> {
    const projection = projectionNamed(name);
    const progress = new ProgressBar();
    const verification = await withReadModel((readModel) =>
      verifyTables(
        readModel,
        { projection },
        { ...options, onProgress: (step) => progress.show({ phase: 'verify', ...step }) },
      ),
    ).finally(() => progress.end());
    console.log(json ? printableJson(verification) : describe(projection.name, verification));
    if (verification.found > 0) process.exitCode = 1;
  }

  @Option({ flags: '--limit <n>', description: 'how many differences are listed (20)' })
  parseLimit(value: string): number {
    return positiveNumber('--limit', value);
  }

  @Option({
    flags: '--connections <n>',
    description: 'parts of the log that are compared in parallel (2, at most 4)',
  })
  parseConnections(value: string): number {
    return positiveNumber('--connections', value);
  }

  @Option({ flags: '--json', description: 'print JSON, for scripts' })
  parseJson(): boolean {
    return true;
  }
}

function describe(name: string, { events, rows, found, differences }: Verification): string {
  const compared = `${rows.toLocaleString('en')} rows of ${name} were compared with ${events.toLocaleString('en')} events`;
  if (found === 0) return `${compared}: they are equal.`;
  const listed = found > differences.length ? `; the first ${differences.length} are:` : ':';
  return [`${compared}: ${found} differences${listed}`, ...differences.map(line)].join('\n');
}

function line({ table, key, column, expected, found }: Difference): string {
  const what = column === '' ? `${table} ${key}` : `${table} ${key} ${column}`;
  return `  ${what}: expected ${show(expected)}, found ${show(found)}`;
}

const show = (value: unknown) => (value === undefined ? 'nothing' : printableJson(value));
