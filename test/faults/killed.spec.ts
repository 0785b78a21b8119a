import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Appender } from '#libs/event-store';
import { Database } from '#libs/platform';
import { Invariants, Witness } from '../invariants/invariants.js';
import { Load } from '../invariants/load.js';
import { checkCommands } from '../invariants/check-log.js';
import { freePort } from '../support/free-port.mjs';
import { anAppend, openDatabase, silent } from '../support/log.js';
import { OwnServer } from '../support/own-server.js';
import { endProcess, endProcesses, startProcess, type Running } from '../support/processes.js';
import { until } from '../support/until.js';

/** How many commands are acknowledged between two faults. */
const SOME = 40;

describe('under load, after a kill -9', () => {
  let server: OwnServer;
  let invariants: Invariants;
  let witness: Witness;
  let web: Running;
  let worker: Running;
  let load: Load;
  let port: string;
  let since: number;
  beforeAll(async () => {
    server = await OwnServer.start();
    port = String(await freePort());
    [web, worker] = await Promise.all([startWeb(), startProcess('worker', server.url)]);
  });
  beforeEach(async () => {
    invariants = new Invariants(server.url);
    witness = new Witness();
    since = await invariants.head();
    load = new Load(web.url, witness);
    await untilAcknowledged(SOME);
  });
  afterEach(() => invariants.close());
  afterAll(async () => {
    await endProcesses();
    await server.close();
  });

  const startWeb = () => startProcess('web', server.url, { PORT: port });
  const untilAcknowledged = (count: number) => until(() => witness.acknowledged.size >= count);

  /** Lets people work on for a while, and then holds what there is against what they saw. */
  async function broken(): Promise<string[]> {
    await untilAcknowledged(witness.acknowledged.size + SOME);
    await load.stop();
    return await invariants.atRest(witness, since);
  }

  it('of the worker, nothing is lost and another one goes on', async () => {
    await endProcess(worker, 'SIGKILL');
    expect(await invariants.moving()).toEqual([]);
    worker = await startProcess('worker', server.url);
    expect(await broken()).toEqual([]);
    expect(witness.failures).toEqual([]);
  });

  it('of web, what was acknowledged is there once, and so is what had no answer', async () => {
    await endProcess(web, 'SIGKILL');
    web = await startWeb();
    expect(await broken()).toEqual([]);
    expect(witness.failures.length).toBeGreaterThan(0);
  });

  it('of PostgreSQL, web and worker stay up, and writes work after its return', async () => {
    await server.killAndStart();
    // People go on: otherwise there is nothing to wait for, and this fails.
    expect(await broken()).toEqual([]);
    expect([web.child.exitCode, worker.child.exitCode]).toEqual([null, null]);
  });
});

describe('a kill -9 of PostgreSQL right after an answer', () => {
  let server: OwnServer;
  beforeAll(async () => {
    // The only one who writes out what a commit did not wait for comes too late.
    server = await OwnServer.start({ wal_writer_delay: '10s' });
  });
  afterAll(() => server.close());

  /** Appends, kills the server and looks what is in the log. */
  async function appendAndKill(durable: boolean): Promise<string[]> {
    const invariants = new Invariants(server.url);
    const since = await invariants.head();
    await invariants.close();
    const database = new Database({
      url: server.url,
      name: 'test',
      logger: silent,
      role: 'garbanzo_web',
      durable,
    });
    const witness = new Witness();
    for (let count = 0; count < SOME; count += 1) {
      const append = anAppend();
      await new Appender(database).append(append);
      witness.acknowledge(append.commandId);
    }
    await server.killAndStart();
    await database.close();
    return await lost(witness, since);
  }

  async function lost(witness: Witness, since: number): Promise<string[]> {
    const database = openDatabase(server.url);
    const broken = await checkCommands(database, witness, since);
    await database.close();
    return broken;
  }

  it('loses nothing', async () => {
    expect(await appendAndKill(true)).toEqual([]);
  });

  it('loses answers when a commit does not wait for the disk (so the checker can turn red)', async () => {
    expect((await appendAndKill(false)).join()).toContain('I1: ');
  });
});
