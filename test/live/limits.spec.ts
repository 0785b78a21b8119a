import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Metrics } from '#libs/platform';
import { LivePages } from '../../apps/web/src/live/index.js';
import { LiveScene } from '../support/live-scene.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

describe('streams to open pages', () => {
  let scene: LiveScene;
  beforeAll(async () => {
    scene = await LiveScene.open();
  });
  afterEach(() => scene.closePages());
  afterAll(() => scene.close());

  const look = (headers = {}) => scene.look(scene.workspace.mia.browser, '', { headers });
  const metrics = () => scene.web.get(Metrics).registry.metrics();
  const isOpen = async (count: number) => (await metrics()).includes(`garbanzo_live_streams ${count}\n`);

  it('are counted, until they are closed', async () => {
    const pages = [await look(), await look()];
    for (const page of pages) await page.hears('here');
    expect(await isOpen(2)).toBe(true);
    pages[0]?.close();
    await until(() => isOpen(1));
    pages[1]?.close();
    await until(() => isOpen(0));
  });

  it('are said to be there every 20 seconds, so that no proxy takes them for dead', async () => {
    const page = await look();
    await page.hears('here');
    const pages = scene.web.get(LivePages);
    pages.tick(Date.now() + 19_000);
    expect(page.beats).toBe(0);
    pages.tick(Date.now() + 21_000);
    await until(() => page.beats === 1);
  });

  it('are not compressed, whatever a browser takes', async () => {
    const page = await look({ 'accept-encoding': 'gzip, br' });
    await page.hears('here');
    expect(page.answer.headers['content-encoding']).toBeUndefined();
  });

  it('are no slow requests', async () => {
    const page = await look();
    await page.hears('here');
    page.close();
    await until(() => isOpen(0));
    await scene.workspace.mia.browser.open(WORKSPACE_PATH);
    const counted = /^garbanzo_http_request_duration_seconds_count\{.*\}/gm;
    const routes = [...(await metrics()).matchAll(counted)].map(([line]) => line);
    expect(routes.length).toBeGreaterThan(0);
    expect(routes.filter((line) => line.includes('/live'))).toEqual([]);
  });

  it('are not held open for whoever asks for the head of one', async () => {
    const url = `${await scene.web.getUrl()}${WORKSPACE_PATH}/live`;
    const headers = { ...scene.workspace.mia.browser.cookie() };
    const answer = await fetch(url, { method: 'HEAD', headers });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await until(() => isOpen(0));
  });

  it('are not more for one account than anybody has open, and others get theirs', async () => {
    const pages = await Promise.all(Array.from({ length: 64 }, () => look()));
    for (const page of pages) await page.hears('here');
    expect((await look()).status).toBe(429);
    const ben = await scene.workspace.add('Ben', 'viewer');
    expect((await scene.look(ben.browser)).status).toBe(200);
    pages[0]?.close();
    await until(async () => (await look()).status === 200);
  });

  it('end at once when the process is to end, and it ends', async () => {
    const other = await scene.startOther();
    const page = await scene.look(scene.workspace.mia.browser, '', { web: other });
    await page.hears('here');
    await other.close();
    await page.isEnded();
    expect(page.of('gone')).toEqual([]);
    expect(page.lastId).toMatch(/^\d+$/);
  });
});
