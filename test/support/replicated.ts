import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { internalsOf } from '#libs/platform';
import { OwnServer } from './own-server.js';
import { Reader } from './reader.js';
import { startWeb, startWorker } from './running-app.js';
import { FOR_STANDBYS, Standby } from './standby.js';
import { TcpProxy } from './tcp-proxy.js';
import { until } from './until.js';
import { Visitor } from './visitor.js';

const told = z.object({
  details: z.object({ replica: z.object({ status: z.string(), message: z.string().optional() }) }),
});

/** A primary and a standby, with a worker on the one and web on both, and a network before the standby that can fail. */
export class Replicated {
  readonly visitor: Visitor;

  private constructor(
    readonly primary: OwnServer,
    readonly standby: Standby,
    readonly network: TcpProxy,
    readonly web: NestFastifyApplication,
    private readonly worker: NestFastifyApplication,
  ) {
    this.visitor = new Visitor(web);
  }

  static async start(): Promise<Replicated> {
    const primary = await OwnServer.start(FOR_STANDBYS);
    const standby = await Standby.of(primary.url, primary.dataDir);
    const { proxy, url } = await TcpProxy.before(standby.url);
    const worker = await startWorker(primary.url);
    const web = await startWeb(primary.url, { DATABASE_REPLICA_URL: url });
    return new Replicated(primary, standby, proxy, web, worker);
  }

  /** A list with a to-do, by its id. */
  async addHome(): Promise<string> {
    const home = await this.visitor.createList('Home');
    await this.visitor.addTodo(home, 'Milk');
    return home;
  }

  /** Statements of pages that the standby has been asked: those that are prepared. */
  asked(): readonly string[] {
    return this.standby.log.match(/execute statement-\d+: [^]*?(?=\n\d{4}-)/g) ?? [];
  }

  /** Whether the standby is asked for what happens meanwhile. */
  async isAskedBy(work: () => Promise<unknown>): Promise<boolean> {
    const before = this.asked().length;
    await work();
    return this.asked().length > before;
  }

  untilReadBy(reader: Reader, path = '/'): Promise<void> {
    return until(() => this.isAskedBy(() => reader.open(path)));
  }

  /** Nothing that is written at the primary arrives in the tables of the standby meanwhile. */
  async whilePaused<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.standby.ask('select pg_wal_replay_pause()');
    await until(async () => {
      const [row] = await this.standby.ask<{ state: string }>(
        'select pg_get_wal_replay_pause_state() as state',
      );
      return row?.state === 'paused';
    });
    try {
      return await work();
    } finally {
      await this.standby.ask('select pg_wal_replay_resume()');
    }
  }

  /** What readiness says of the replica; web has to be ready whatever that is. */
  async report(): Promise<z.infer<typeof told>['details']['replica']> {
    const { isReady, details } = await internalsOf(this.web).readiness();
    if (!isReady) throw new Error(JSON.stringify(details));
    return told.parse(details).details.replica;
  }

  async close(): Promise<void> {
    this.network.becomes('fair');
    await Promise.all([this.web.close(), this.worker.close()]);
    await this.network.close();
    await this.standby.close();
    await this.primary.close();
  }
}
