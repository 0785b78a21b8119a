import { ConfigError, loadConfig, type Database } from '#libs/platform';
import { explain } from '../exit-code.js';
import { withDatabase } from '../with-database.js';
import { CHECKS } from './checks/index.js';
import { note, well, wrong, type Check, type Finding } from './finding.js';

export interface Examined extends Finding {
  readonly check: string;
}

/** Passwords that everybody can read somewhere. */
const KNOWN_PASSWORDS = new Set(['change-me', 'garbanzo', 'password', 'postgres', 'secret']);

/** Looks at everything that can be looked at. Whatever goes wrong meanwhile is a finding as well. */
export async function examine(): Promise<readonly Examined[]> {
  const configured = examineConfiguration();
  if (configured.verdict === 'wrong') return [configured];
  try {
    return [configured, ...(await withDatabase(runChecks))];
  } catch (error) {
    const remedy = 'nothing else can be looked at until it answers';
    return [configured, { check: 'connection', ...wrong(wordsOf(error), remedy) }];
  }
}

function examineConfiguration(): Examined {
  const check = 'configuration';
  try {
    const { databaseUrl, logins } = loadConfig();
    const urls = [databaseUrl, ...Object.values(logins)].map((url) => new URL(url));
    const known = urls.find(({ password }) => KNOWN_PASSWORDS.has(decodeURIComponent(password)));
    return known === undefined
      ? { check, ...well('is complete') }
      : {
          check,
          ...note('has a password that everybody knows', `alter role ${known.username} password '...'`),
        };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { check, ...wrong(error.message, 'see .env.example, or the table in the README') };
  }
}

/** One check after the other, as the owner. */
export async function runChecks(database: Database): Promise<readonly Examined[]> {
  // Before all others: when this fails, nobody can look at anything.
  await database.query('select');
  const examined: Examined[] = [];
  for (const check of CHECKS) examined.push(...(await run(check, database)));
  return examined;
}

async function run({ name, look }: Check, database: Database): Promise<readonly Examined[]> {
  const found = await look(database).catch((error: unknown) => [
    wrong(`could not be looked at: ${wordsOf(error)}`, 'mend what is named above it first'),
  ]);
  return found.map((finding) => ({ check: name, ...finding }));
}

const wordsOf = (error: unknown) => (error instanceof Error ? explain(error) : String(error));
