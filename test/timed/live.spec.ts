import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMany, tokenOf } from '../support/many-readers.mjs';
import { freePort } from '../support/free-port.mjs';
import { openDatabase } from '../support/log.js';
import { OwnServer } from '../support/own-server.js';
import { endProcess, endProcesses, startProcess, type Running } from '../support/processes.js';
import { ReturningPage } from '../support/returning-page.js';
import { ask } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const STREAMS = 1_000;
/** Each of them looks at one, so that each event is heard by a quarter. */
const PLACES = 4;
/** Of so many accounts: one may not have all these pages. */
const READERS = 20;
/** Milliseconds between two forms. */
const PAUSE_MS = 250;
/** Of one process, with a part of the streams: far below what 5,000 may take. */
const MOST_MIB = 250;

describe('a thousand open pages', () => {
  let server: OwnServer;
  let webs: Running[];
  let worker: Running;
  let workspaces: readonly string[];
  let pages: ReturningPage[];
  let isWriting = true;
  let writing: Promise<void>;
  let asked = 0;
  const ports: string[] = [];

  beforeAll(async () => {
    server = await OwnServer.start();
    const owner = openDatabase(server.url);
    workspaces = await createMany(owner, { workspaces: PLACES, readers: READERS });
    await owner.close();
    ports.push(String(await freePort()), String(await freePort()));
    worker = await startProcess('worker', server.url);
    webs = await Promise.all(ports.map((port) => startWebAt(port)));
    pages = Array.from({ length: STREAMS }, (_, nth) => {
      const path = `/w/${workspaces[nth % PLACES]}/live`;
      const headers = { cookie: `garbanzo=${tokenOf(nth % READERS)}` };
      return new ReturningPage(() => `${nextOrigin()}${path}`, headers);
    });
    await until(areOpen);
    writing = write();
  });
  afterAll(async () => {
    isWriting = false;
    await writing;
    await Promise.all(pages.map((page) => page.close()));
    await endProcesses();
    await server.close();
  });

  const startWebAt = (port: string) => startProcess('web', server.url, { PORT: port, WEB_CONCURRENCY: '1' });
  const areOpen = () => pages.every(({ isOpen }) => isOpen);
  const nextOrigin = () => `http://127.0.0.1:${ports[(asked += 1) % ports.length]}`;

  /** Somebody goes on writing all the time, here and there. */
  async function write(): Promise<void> {
    for (let count = 0; isWriting; count += 1) {
      const fields = { commandId: crypto.randomUUID(), name: `List ${count}` };
      const headers = { 'sec-fetch-site': 'same-origin' };
      const init = {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
        redirect: 'manual',
      } as const;
      const signal = AbortSignal.timeout(5_000);
      await ask(nextOrigin(), `/w/${workspaces[count % PLACES]}/lists`, { ...init, signal }).catch(
        () => undefined,
      );
      await pause(PAUSE_MS);
    }
  }

  /** What is in the log since each page was opened, by workspace. */
  async function logged(): Promise<ReadonlyMap<string, readonly { commandId: string; position: number }[]>> {
    const owner = openDatabase(server.url);
    const rows = await owner.query<{ workspaceId: string; commandId: string; position: number }>(
      'select workspace_id as "workspaceId", command_id as "commandId", position from events order by position',
    );
    await owner.close();
    return Map.groupBy(rows, ({ workspaceId }) => workspaceId);
  }

  /** What each page has missed, or heard twice, of what was in the log just now. */
  async function troubles(): Promise<readonly string[]> {
    const log = await logged();
    const expected = pages.map(({ since = 0 }, nth) =>
      (log.get(workspaces[nth % PLACES] ?? '') ?? []).filter(({ position }) => position > since),
    );
    const isMissed = () =>
      pages.findIndex(({ commands }, nth) =>
        expected[nth]?.some(({ commandId }) => !commands.has(commandId)),
      );
    await until(() => areOpen() && isMissed() === -1);
    return pages.flatMap(({ commands, told }) => [
      ...[...commands]
        .filter(([, count]) => count > 1)
        .map(([command, count]) => `${command} heard ${count} times`),
      ...[...told].filter((event) => event !== 'here'),
    ]);
  }

  it('hear everything once while nothing happens to anybody', async () => {
    await pause(8 * PAUSE_MS);
    expect(await troubles()).toEqual([]);
    expect([...(await logged()).values()].flat().length).toBeGreaterThan(PLACES);
  });

  it('hear everything once when a web process is killed, and another one takes its place', async () => {
    await endProcess(theFirst(webs), 'SIGKILL');
    webs[0] = await startWebAt(ports[0] ?? '');
    expect(await troubles()).toEqual([]);
  });

  it('hear everything once when the worker is killed', async () => {
    await endProcess(worker, 'SIGKILL');
    await pause(4 * PAUSE_MS);
    expect(await troubles()).toEqual([]);
    worker = await startProcess('worker', server.url);
  });

  it('hear everything once when PostgreSQL is killed, and starts again', async () => {
    await server.killAndStart();
    await pause(4 * PAUSE_MS);
    expect(await troubles()).toEqual([]);
  });

  it('hear everything once when all web processes are replaced, one after the other', async () => {
    for (const [nth, port] of ports.entries()) {
      const begun = performance.now();
      expect(await endProcess(webs[nth] ?? theFirst(webs))).toBe(0);
      // It does not wait for pages that are open: these would be the 25 seconds for what never ends.
      expect(performance.now() - begun).toBeLessThan(20_000);
      webs[nth] = await startWebAt(port);
    }
    expect(await troubles()).toEqual([]);
  });

  it('take no more memory after all that than before', async () => {
    await until(() => webs.every((web) => memoryOf(web) < MOST_MIB)).catch(() => undefined);
    const figures = webs.map(memoryOf);
    const said = figures.map((mebibytes) => `${mebibytes.toFixed(0)} MiB`).join(', ');
    process.stderr.write(`web with ${STREAMS} open pages together: ${said}\n`);
    expect(Math.max(...figures)).toBeLessThan(MOST_MIB);
  });
});

const theFirst = ([first]: readonly Running[]): Running => {
  if (first === undefined) throw new Error('There is no web process');
  return first;
};

/** Its share of what it has in common with others included. */
function memoryOf({ child }: Running): number {
  const [, kibibytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
