import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../support/reader.js';
import { Replicated } from '../support/replicated.js';
import { until } from '../support/until.js';

describe('a replica that is of no use', () => {
  let servers: Replicated;
  let reader: Reader;
  let home: string;
  beforeAll(async () => {
    servers = await Replicated.start();
    home = await servers.addHome();
  });
  afterAll(async () => {
    await servers.close();
  });
  beforeEach(async () => {
    reader = new Reader(servers.web);
    await servers.untilReadBy(reader, `/lists/${home}`);
  });

  /** Every page is answered, at once and later, with what has just been done. */
  async function answersAll(): Promise<boolean> {
    const paths = ['/', `/lists/${home}`, `/lists/${home}?show=done`, '/trash', `/lists/${home}/history`];
    const pages = await Promise.all([...paths, ...paths].map((path) => reader.open(path)));
    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    const title = `Added ${Math.random()}`;
    const led = await reader.post(`/lists/${home}/todos`, { title });
    await until(async () => (await reader.open(led)).text.includes(title));
    return (await reader.open(`/lists/${home}`)).text.includes(title);
  }

  const untilItSays = (reason: RegExp) =>
    until(async () => reason.test(String((await servers.report()).message)));

  it('because it hangs, costs no page', async () => {
    servers.network.becomes('silent');
    expect(await answersAll()).toBe(true);
    await untilItSays(/timeout|does not answer/);
    expect(await answersAll()).toBe(true);
    servers.network.becomes('fair');
    await servers.untilReadBy(reader);
  });

  it('because it cannot be reached, costs no page', async () => {
    servers.network.becomes('refusing');
    expect(await answersAll()).toBe(true);
    await untilItSays(/./);
    expect(await answersAll()).toBe(true);
    servers.network.becomes('fair');
    await servers.untilReadBy(reader);
  });

  it('because it is killed, costs no page, and helps again after its start', async () => {
    await servers.standby.kill();
    expect(await answersAll()).toBe(true);
    await untilItSays(/./);
    expect(await answersAll()).toBe(true);
    await servers.standby.start();
    await servers.untilReadBy(reader);
  });

  it('because it is behind, costs no page, and is not asked', async () => {
    await servers.whilePaused(async () => {
      expect(await answersAll()).toBe(true);
      await untilItSays(/is \d+ bytes behind the primary/);
      expect(await servers.isAskedBy(answersAll)).toBe(false);
    });
    await servers.untilReadBy(reader);
  });

  it('because it was promoted, costs no page, and is not asked', async () => {
    await servers.standby.promote();
    expect(await answersAll()).toBe(true);
    await untilItSays(/is not a standby/);
    expect(await servers.isAskedBy(answersAll)).toBe(false);
  });
});
