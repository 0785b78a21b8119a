import type { Database } from '#libs/platform';
import { PROJECTIONS, Replay } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { migrate } from '#migrations';
import { runChecks, type Examined } from '../../apps/admin/src/doctor/examine.js';
import { openDatabase } from './log.js';
import { OwnServer } from './own-server.js';
import { another, runStatements } from './run-statements.js';

/** Somebody who may create roles and databases, and is no superuser. */
const PLAIN = { name: 'plain', password: 'p' };

/** Web listens on this machine only. */
const AT_HOME = { address: '127.0.0.1', setUpToken: undefined };

/** An installation on a server of its own, for the doctor to look at. */
export class Patient {
  readonly url = another(this.server.url, 'home', PLAIN);
  private readonly owner: Database = openDatabase(this.url);

  private constructor(private readonly server: OwnServer) {}

  static async admit(): Promise<Patient> {
    const server = await OwnServer.startEmpty();
    await runStatements(server.url, `create role plain login password 'p' createrole createdb`);
    await runStatements(another(server.url, 'postgres', PLAIN), 'create database home');
    const patient = new Patient(server);
    await migrate(patient.owner);
    // As `garbanzo migrate` does when web and worker have addresses of their own.
    for (const role of ['garbanzo_web', 'garbanzo_worker'])
      await patient.owner.query(`alter role ${role} login`);
    await patient.buildTables();
    return patient;
  }

  /** Does something with the rights of a superuser. */
  async operate(...statements: readonly string[]): Promise<void> {
    await runStatements(another(this.server.url, 'home'), ...statements);
  }

  /** What is not well, as its owner sees it. */
  async faults(): Promise<readonly { check: string; text: string; remedy: string }[]> {
    return faulty(await runChecks(this.owner, AT_HOME));
  }

  /** The same on a connection of its own: it has the settings that hold now. */
  async freshFaults(): Promise<readonly { check: string; text: string; remedy: string }[]> {
    const owner = openDatabase(this.url);
    try {
      return faulty(await runChecks(owner, AT_HOME));
    } finally {
      await owner.close();
    }
  }

  async release(): Promise<void> {
    await this.owner.close();
    await this.server.close();
  }

  private async buildTables(): Promise<void> {
    const worker = openDatabase(this.url, 'garbanzo_worker');
    const replay = new Replay(new ReadModel(worker));
    for (const projection of PROJECTIONS) await replay.prepare(projection);
    await worker.close();
  }
}

function faulty(found: readonly Examined[]) {
  return found
    .filter(({ verdict }) => verdict !== 'well')
    .map(({ check, text, remedy = '' }) => ({ check, text, remedy }));
}
