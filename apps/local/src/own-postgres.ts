import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type EmbeddedPostgres } from './postgres/embedded-postgres.js';
import { addressFor, DATABASE, prepareDatabase, type Login } from './own-database.js';
import { freePortFrom } from './ports.js';
import { say } from './say.js';
import type { Settings } from './settings.js';

const LOOK_EVERY_MS = 500;

/** The PostgreSQL that we run for ourselves, kept alive until it is stopped. */
export class OwnPostgres {
  private timer: NodeJS.Timeout | undefined;
  private reviving: Promise<void> | undefined;

  private constructor(
    private server: EmbeddedPostgres,
    private readonly settings: Settings,
    /** New at every start: nobody has to keep them. */
    private readonly passwords: Readonly<Record<Login, string>>,
  ) {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  static async start(settings: Settings): Promise<OwnPostgres> {
    const server = await start(settings, await freePortFrom(settings.postgresPort));
    if (server.adopted)
      say(`PostgreSQL runs already (process ${server.pid}), left behind by a run that was killed.`);
    else if (server.port !== settings.postgresPort) {
      say(`Port ${settings.postgresPort} is taken by another program: PostgreSQL listens on ${server.port}.`);
    }
    const passwords = { owner: newPassword(), web: newPassword(), worker: newPassword() };
    await prepareDatabase((database) => server.url(database), passwords.owner);
    const postgres = new OwnPostgres(server, settings, passwords);
    // For `DATABASE_URL_FILE=.data/database-url npx garbanzo ...`, beside what runs.
    writeFileSync(join(settings.dataDir, 'database-url'), postgres.urlOf('owner'), { mode: 0o600 });
    return postgres;
  }

  /** Where one of those who use it logs in. */
  urlOf(login: Login): string {
    return addressFor(this.server.url(DATABASE), login, this.passwords[login]);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.reviving;
    await this.server.stop();
  }

  /** At once: the server recovers when it is started again. */
  kill(): void {
    clearInterval(this.timer);
    this.server.kill();
  }

  private look(): void {
    if (!this.server.isAlive()) this.reviving ??= this.revive().finally(() => (this.reviving = undefined));
  }

  private async revive(): Promise<void> {
    say('PostgreSQL has ended; starting it again.');
    try {
      this.server = await start(this.settings, this.server.port);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
}

function start({ dataDir }: Settings, port: number): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  return startPostgres({
    dataDir: join(dataDir, 'postgres'),
    logFile: join(dataDir, 'postgres.log'),
    password: passwordIn(join(dataDir, 'postgres-password')),
    port,
  });
}

/** Made once for a data directory, and readable by its owner only. */
function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, newPassword(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
