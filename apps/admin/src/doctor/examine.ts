import { ConfigError, type Config, type Database } from '#libs/platform';
import { explain } from '../exit-code.js';
import { readConfig } from '../read-config.js';
import { withDatabase } from '../with-database.js';
import { CHECKS } from './checks/index.js';
import { note, well, wrong, type Check, type Finding, type Reachable } from './finding.js';
import { examineOutside } from './outside/index.js';

export interface Examined extends Finding {
  readonly check: string;
}

/** Passwords that everybody can read somewhere. */
const KNOWN_PASSWORDS = new Set(['change-me', 'garbanzo', 'password', 'postgres', 'secret']);

/** Looks at everything that can be looked at. Whatever goes wrong meanwhile is a finding as well. */
export async function examine(): Promise<readonly Examined[]> {
  const configured = examineConfiguration();
  if (configured.some(({ verdict }) => verdict === 'wrong')) return configured;
  const config = readConfig();
  const around = [...configured, ...(await examineOutside(config))];
  try {
    return [...around, ...(await withDatabase((database) => runChecks(database, config)))];
  } catch (error) {
    const remedy = 'nothing else can be looked at until it answers';
    return [...around, { check: 'connection', ...wrong(wordsOf(error), remedy) }];
  }
}

function examineConfiguration(): readonly Examined[] {
  const check = 'configuration';
  try {
    const config = readConfig();
    return [
      { check, ...examinePasswords(config) },
      { check: 'hosts', ...examineHosts(config) },
    ];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [{ check, ...wrong(error.message, 'see .env.example, or the table in the README') }];
  }
}

/** Names that are not expected are refused, so whoever hears of a 421 looks here. */
function examineHosts({ allowedHosts, trustProxy }: Config): Finding {
  const text = `that web answers to: ${['localhost', 'addresses', ...allowedHosts].join(', ')}`;
  return trustProxy !== false && allowedHosts.length === 0
    ? note(`${text}; and there is a proxy`, 'set ALLOWED_HOSTS to the names that people type in')
    : well(text);
}

/** One check after the other, as the owner. */
export async function runChecks(database: Database, web: Reachable): Promise<readonly Examined[]> {
  // Before all others: when this fails, nobody can look at anything.
  await database.query('select');
  const examined: Examined[] = [];
  for (const check of CHECKS) examined.push(...(await run(check, database, web)));
  return examined;
}

async function run({ name, look }: Check, database: Database, web: Reachable): Promise<readonly Examined[]> {
  const found = await look(database, web).catch((error: unknown) => [
    wrong(`could not be looked at: ${wordsOf(error)}`, 'mend what is named above it first'),
  ]);
  return found.map((finding) => ({ check: name, ...finding }));
}

const wordsOf = (error: unknown) => (error instanceof Error ? explain(error) : String(error));

function examinePasswords({ databaseUrl, logins }: Config): Finding {
  const urls = [databaseUrl, ...Object.values(logins)].map((url) => new URL(url));
  const known = urls.find(({ password }) => KNOWN_PASSWORDS.has(decodeURIComponent(password)));
  return known === undefined
    ? well('is complete')
    : note('has a password that everybody knows', `alter role ${known.username} password '...'`);
}
