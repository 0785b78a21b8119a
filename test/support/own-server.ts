import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../apps/local/src/process-identity.js';
import {
  startPostgres,
  type EmbeddedPostgres,
  type Options,
} from '../../apps/local/src/postgres/embedded-postgres.js';
import { copyFolder } from './copy-folder.mjs';
import { freePort } from './free-port.mjs';
import { garbanzo } from './garbanzo.js';
import { opened } from './leftovers.js';
import { openDatabase } from './log.js';
import { addSomebody } from './somebody.mjs';
import { until } from './until.js';

/** A PostgreSQL server of a test's own, with the whole schema and somebody who is signed in, that can be killed and started again. */
export class OwnServer {
  private constructor(
    private readonly folder: string,
    private readonly options: Options,
    private server: EmbeddedPostgres,
  ) {}

  static async start(settings: Options['settings'] = {}): Promise<OwnServer> {
    const server = await OwnServer.startEmpty(settings);
    const { code, stderr } = await garbanzo(['migrate'], { DATABASE_URL: server.url });
    if (code !== 0) throw new Error(stderr);
    const owner = openDatabase(server.url);
    await addSomebody(owner);
    await owner.close();
    return server;
  }

  /** The same without a schema. */
  static startEmpty(settings: Options['settings'] = {}): Promise<OwnServer> {
    return opened('a server', OwnServer.open(settings));
  }

  private static async open(settings: Options['settings']): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'garbanzo-server-'));
    copyFolder(join(process.env.TEST_CLUSTERS ?? '', 'empty'), join(folder, 'data'));
    const options: Options = {
      dataDir: join(folder, 'data'),
      logFile: join(folder, 'log'),
      port: await freePort(),
      password: 'test',
      settings: settings ?? {},
    };
    return new OwnServer(folder, options, await startPostgres(options));
  }

  get url(): string {
    return this.server.url('postgres');
  }

  get dataDir(): string {
    return this.options.dataDir;
  }

  /** What it has written into its log so far. */
  get log(): string {
    return readFileSync(this.options.logFile, 'utf8');
  }

  /** kill -9, and the start that follows; resolves when it answers again. */
  async killAndStart(): Promise<void> {
    const { pid } = this.server;
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid));
    // What it forked lets go of the shared memory a moment later; until then a new server refuses to start.
    await until(() => this.tryToStart());
  }

  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async tryToStart(): Promise<boolean> {
    const started = await startPostgres(this.options).catch(() => undefined);
    this.server = started ?? this.server;
    return started !== undefined;
  }
}
