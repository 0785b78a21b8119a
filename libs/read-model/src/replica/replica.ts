import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Config, Database, LOGGER, type Logger } from '#libs/platform';
import { SEARCH_PATH } from '../shapes.js';
import { examine } from './examine.js';
import { PinnedConnection } from './pinned-connection.js';
import { PrimaryLog } from './primary-log.js';
import { hasFolded, standingOf, type Lsn, type Token } from './standing.js';
import { within } from './within.js';

/** What a page must not lack: what its reader was shown before, and what the reader has just done. */
export interface MustShow {
  readonly shown: Lsn;
  readonly token?: Token | undefined;
}

/** What a page may lose by asking the replica first, and by each of its statements there, before the primary is asked. */
const PATIENCE_MS = 250;
const LOOK_AGAIN_MS = 1_000;
const CONNECTIONS = 10;

/** Behind the address there may be other standbys meanwhile. */
const LIFETIME_SECONDS = 60;

/**
 * The standby from which pages may be read. Whatever is wrong with it closes it for all pages at once; only a look now and
 * then, for which no page waits, opens it again.
 */
@Injectable()
export class Replica implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly standby: Database | undefined;
  private readonly primary: PrimaryLog;
  private reason: string | undefined = 'has not been asked yet';
  private nextLook: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isEnding = false;

  constructor(
    database: Database,
    { replicaUrl }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.primary = new PrimaryLog(database);
    this.standby = replicaUrl === undefined ? undefined : openStandby(replicaUrl, logger);
  }

  get isConfigured(): boolean {
    return this.standby !== undefined;
  }

  /** Why no page is read from it now; undefined if pages are. */
  get trouble(): string | undefined {
    return this.reason;
  }

  onModuleInit(): void {
    // Not awaited: web starts while it is away.
    if (this.isConfigured) this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    clearTimeout(this.nextLook);
    await this.looking;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.standby?.close();
  }

  /** How far the primary is: what pages that were read there can have shown. */
  primaryIsAt(): Promise<Lsn> {
    return this.primary.written();
  }

  /** A connection on which everything is shown that must be; undefined if the primary is to be asked. It never waits for one. */
  async connect(mustShow: MustShow): Promise<PinnedConnection | undefined> {
    if (this.standby === undefined || this.reason !== undefined || isBusy(this.standby)) return undefined;
    try {
      const opening = this.open(this.standby, mustShow);
      return await within(PATIENCE_MS, opening, (connection) => connection?.end());
    } catch (error) {
      this.close(error);
      return undefined;
    }
  }

  private async open({ pool }: Database, { shown, token }: MustShow): Promise<PinnedConnection | undefined> {
    const connection = new PinnedConnection(await pool.connect(), (error) => this.close(error));
    const { isStandby, replayed } = await connection.inTurn(standingOf).catch((error: unknown) => {
      connection.end();
      throw error;
    });
    if (!isStandby) this.close(new Error('is not a standby'));
    const isLevel = isStandby && (replayed ?? 0) >= Math.max(shown, this.primary.floor);
    if (isLevel && (await this.hasToken(connection, token))) return connection;
    connection.end(!isStandby);
    return undefined;
  }

  private async hasToken(connection: PinnedConnection, token: Token | undefined): Promise<boolean> {
    if (token === undefined) return true;
    return await connection.inTurn((each) => hasFolded(each, token)).catch(() => false);
  }

  private close(error: unknown): void {
    this.isNow(error instanceof Error ? error.message : String(error));
  }

  private isNow(reason: string | undefined): void {
    if (reason !== undefined && this.reason === undefined) {
      this.logger.warn({ reason }, 'pages are read from the primary: the replica is of no use');
    } else if (reason === undefined && this.reason !== undefined) {
      this.logger.info('pages are read from the replica as well');
    }
    this.reason = reason;
  }

  private look(): void {
    this.looking = this.lookNow().finally(() => {
      if (!this.isEnding) this.nextLook = setTimeout(() => this.look(), LOOK_AGAIN_MS);
    });
  }

  private async lookNow(): Promise<void> {
    if (this.standby === undefined) return;
    try {
      // A primary that hangs must not keep the replica from being looked at.
      await within(LOOK_AGAIN_MS, this.primary.look(), () => undefined).catch(() => undefined);
      await examine(this.standby, this.primary);
      this.isNow(undefined);
    } catch (error) {
      this.close(error);
    }
  }
}

function openStandby(url: string, logger: Logger): Database {
  return new Database({
    url,
    logger,
    name: 'garbanzo web pages',
    role: 'garbanzo_web',
    searchPath: SEARCH_PATH,
    max: CONNECTIONS,
    patienceMs: PATIENCE_MS,
    lifetimeSeconds: LIFETIME_SECONDS,
  });
}

/** Whether a page would have to wait until another one gives its connection back. */
function isBusy({ pool }: Database): boolean {
  return pool.idleCount === 0 && pool.totalCount >= CONNECTIONS;
}
