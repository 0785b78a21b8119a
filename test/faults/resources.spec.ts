import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Database } from '#libs/platform';
import { checkResources, resourcesOf, type Resources } from '../invariants/check-resources.js';
import { Invariants, Witness } from '../invariants/invariants.js';
import { Load } from '../invariants/load.js';
import { openDatabase } from '../support/log.js';
import { OwnServer } from '../support/own-server.js';
import { endProcesses, startProcess, type Running } from '../support/processes.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';

const SOME = 40;
const FAULT_MS = 3_000;
const CLIENTS = 200;
const LEFT_OPEN = 60;

describe('a minute after a network that is silent, one that refuses, and clients that send half a request', () => {
  let server: OwnServer;
  let proxy: TcpProxy;
  let web: Running;
  let worker: Running;
  let database: Database;
  let invariants: Invariants;
  let before: Resources;
  beforeAll(async () => {
    server = await OwnServer.start();
    const through = await TcpProxy.before(server.url);
    proxy = through.proxy;
    [web, worker] = await Promise.all([
      // One process, so that what it holds can be seen.
      startProcess('web', through.url, { WEB_CONCURRENCY: '1' }),
      startProcess('worker', through.url),
    ]);
    database = openDatabase(server.url, undefined, 1);
    invariants = new Invariants(server.url);
    await workOn(async () => {});
    before = await resourcesOf(system());
  });
  afterAll(async () => {
    await Promise.all([endProcesses(), database.close(), invariants.close()]);
    await proxy.close();
    await server.close();
  });

  const system = () => ({ processes: { web, worker }, database });

  /** People work before, during and after the fault. Answers the promises that were broken, once all is at rest. */
  async function workOn(fault: () => Promise<void>): Promise<string[]> {
    const [witness, since] = [new Witness(), await invariants.head()];
    const load = new Load(web.url, witness);
    try {
      await until(() => witness.acknowledged.size >= SOME);
      await fault();
      const afterwards = witness.acknowledged.size + SOME;
      await until(() => witness.acknowledged.size >= afterwards);
    } finally {
      await load.stop();
    }
    return await invariants.atRest(witness, since);
  }

  async function inWeather(weather: 'refusing' | 'silent'): Promise<void> {
    proxy.becomes(weather);
    await pause(FAULT_MS);
    proxy.becomes('fair');
  }

  /** Clients that send half a request, and some of which vanish without a word. */
  async function halfRequests(): Promise<void> {
    const { port } = new URL(web.url);
    const sockets = Array.from({ length: CLIENTS }, () => net.connect(Number(port), '127.0.0.1'));
    for (const [index, socket] of sockets.entries()) {
      socket.on('error', () => undefined);
      socket.write('POST /lists HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\ncommandId=');
      if (index % 2 === 0) setTimeout(() => socket.resetAndDestroy(), 100);
    }
    await pause(FAULT_MS);
  }

  it('the system holds no more than before (I9)', async () => {
    const faults = async () => {
      await inWeather('silent');
      await inWeather('refusing');
      await halfRequests();
    };
    expect(await workOn(faults)).toEqual([]);
    expect(await checkResources(system(), before)).toEqual([]);
  });

  it('what is still held is noticed (so the checker can turn red)', async () => {
    const { port } = new URL(web.url);
    const sockets = Array.from({ length: LEFT_OPEN }, () => net.connect(Number(port), '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const url = new URL(server.url);
    url.searchParams.set('application_name', 'garbanzo that forgets');
    const forgetful = new pg.Client(url.href);
    forgetful.on('error', () => undefined);
    await forgetful.connect();
    await forgetful.query('begin');
    await pause(6_000);
    const found = await checkResources(system(), before, 0);
    expect(found.map((text) => text.replace(/: \d.*/, ''))).toEqual([
      'I9: open files of web',
      'I9: forgotten transactions',
    ]);
    await forgetful.end();
    for (const socket of sockets) socket.destroy();
  });
});
