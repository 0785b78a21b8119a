import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimRunFile } from './run-file.js';
import { say } from './say.js';
import { readSettings, SettingsError, type Settings } from './settings.js';
import { System } from './system.js';

/** One Ctrl-C reaches us more than once: from the terminal, and from make or npm before us. */
const IMPATIENT_MS = 500;

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const settings = settingsOrExit();
const url = `http://localhost:${settings.webPort}${settings.basePath}`;
const system = new System(settings);
let ending: Promise<void> | undefined;
let endingSince = 0;

try {
  const runFile = claimRunFile(join(settings.dataDir, 'run.json'), url);
  process.on('exit', () => runFile.release());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  await system.start();
  if (ending === undefined) welcome();
} catch (error) {
  // Whoever ends us while we start makes the start fail: that is no news.
  if (ending === undefined) await fail(error);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(root, process.argv);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function welcome(): void {
  say(`
  Garbanzo is ready: ${url}
  ${settings.hasDatabase ? 'The data are in the database that the environment names.' : `The data are in ${settings.dataDir}`}
  Ctrl-C ends it.
`);
}

/** The first signal ends everything in order. A second Ctrl-C, if it is meant as one, ends it at once. */
function onSignal(signal: NodeJS.Signals): void {
  if (ending === undefined) {
    say('Ending ...');
    endingSince = Date.now();
    ending = end(0);
  } else if (signal === 'SIGINT' && Date.now() - endingSince > IMPATIENT_MS) {
    system.kill();
    process.exit(130);
  }
}

async function end(code: number): Promise<void> {
  await system.stop();
  process.exit(code);
}

async function fail(error: unknown): Promise<void> {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}
