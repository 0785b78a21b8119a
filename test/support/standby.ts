import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from '../../apps/local/src/process-identity.js';
import {
  startPostgres,
  type EmbeddedPostgres,
  type Options,
} from '../../apps/local/src/postgres/embedded-postgres.js';
import { giveTo, serverUser } from '../../apps/local/src/postgres/server-user.js';
import { copyFolder } from './copy-folder.mjs';
import { freePort } from './free-port.mjs';
import { opened } from './leftovers.js';
import { until } from './until.js';

/** What a primary needs so that a standby that was away finds all that it has missed. */
export const FOR_STANDBYS: Options['settings'] = { wal_keep_size: '512MB', fsync: 'off' };

/** A PostgreSQL that follows another one by streaming replication, and writes each statement that it is asked into its log. */
export class Standby {
  private constructor(
    private readonly folder: string,
    private readonly options: Options,
    private server: EmbeddedPostgres,
  ) {}

  /** @param url of the database on the primary @param dataDir of the primary: it is copied while it runs */
  static of(url: string, dataDir: string): Promise<Standby> {
    return opened('a standby', Standby.open(url, dataDir));
  }

  private static async open(primary: string, source: string): Promise<Standby> {
    const folder = mkdtempSync(join(tmpdir(), 'garbanzo-standby-'));
    const dataDir = join(folder, 'data');
    await copyRunning(primary, source, dataDir);
    const { hostname, port, username, password } = new URL(primary);
    const options: Options = {
      dataDir,
      logFile: join(folder, 'log'),
      port: await freePort(),
      password,
      settings: {
        primary_conninfo: `host=${hostname} port=${port} user=${username} password=${password}`,
        fsync: 'off',
        log_statement: 'all',
        wal_retrieve_retry_interval: '100ms',
      },
    };
    return new Standby(folder, options, await startPostgres(options));
  }

  get url(): string {
    return this.server.url('postgres');
  }

  /** What it has been asked so far. */
  get log(): string {
    return readFileSync(this.options.logFile, 'utf8');
  }

  /** It becomes a primary of its own, and stops following. */
  promote(): Promise<unknown> {
    return this.ask('select pg_promote()');
  }

  async ask<Row extends object>(statement: string): Promise<readonly Row[]> {
    const client = new pg.Client(this.url);
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** kill -9; resolves when it is gone. */
  async kill(): Promise<void> {
    const { pid } = this.server;
    process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(pid));
  }

  /** Until its last server's shared memory is gone, a new one refuses to start. */
  async start(): Promise<void> {
    await until(async () => {
      const started = await startPostgres(this.options).catch(() => undefined);
      this.server = started ?? this.server;
      return started !== undefined;
    });
  }

  async close(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** As pg_basebackup would do it, which is not among the binaries. */
async function copyRunning(primary: string, source: string, target: string): Promise<void> {
  const client = new pg.Client(primary);
  await client.connect();
  try {
    await client.query(`select pg_backup_start('standby', true)`);
    copyFolder(source, target);
    const { rows } = await client.query<{ label: string }>(
      'select labelfile as label from pg_backup_stop(false)',
    );
    const user = serverUser(source);
    rmSync(join(target, 'postmaster.pid'));
    for (const [name, content] of [
      ['backup_label', rows[0]?.label ?? ''],
      ['standby.signal', ''],
    ] as const) {
      writeFileSync(join(target, name), content, { mode: 0o600 });
      giveTo(user, join(target, name));
    }
  } finally {
    await client.end();
  }
}
