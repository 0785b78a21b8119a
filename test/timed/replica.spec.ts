import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reader } from '../support/reader.js';
import { Replicated } from '../support/replicated.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';
import { millisecondsOf } from './measure.js';

/** What a page may lose at the replica: a quarter of a second for its connection, and as much for a statement that was on its way. */
const BOUND_MS = 1_000;

describe('a replica that hangs', () => {
  let servers: Replicated;
  let path: string;
  beforeAll(async () => {
    servers = await Replicated.start();
    path = `/lists/${await new Visitor(servers.web).createList('Home')}`;
  });
  afterAll(async () => {
    await servers.close();
  });

  it('costs the pages that were on their way a moment, and those after them nothing', async () => {
    const reader = new Reader(servers.web, { 'garbanzo-shown-1': '1' });
    await servers.untilReadBy(reader, path);
    servers.network.becomes('silent');
    const first = await Promise.all(
      Array.from({ length: 20 }, () => millisecondsOf(() => reader.open(path))),
    );
    expect(Math.max(...first)).toBeLessThan(BOUND_MS);
    await until(async () => (await servers.report()).status === 'degraded');
    const next: number[] = [];
    for (let n = 0; n < 200; n += 1) next.push(await millisecondsOf(() => reader.open(path)));
    process.stderr.write(
      `while the replica hangs: ${Math.max(...first)} ms, then ${Math.max(...next)} ms at the most\n`,
    );
    expect(Math.max(...next)).toBeLessThan(200);
  });
});
