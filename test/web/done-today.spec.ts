import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AgendaScene, day, titlesOn } from '../support/agenda-scene.js';
import { asRead } from '../support/as-read.js';
import { until } from '../support/until.js';
import { saidOn, undoOn } from '../support/visitor.js';

describe('today, something', () => {
  let scene: AgendaScene;
  beforeAll(async () => {
    scene = await AgendaScene.open();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.close());

  it.each(['/', '/?by=list', '/upcoming', `/upcoming?from=${day(-1)}`])(
    'is ticked, and undone, and its reader stays at %s',
    async (back) => {
      const bins = await scene.add('Bins', day(0));
      await scene.add('Rent', day(0));
      expect(await scene.see(back)).toContain(`name="back" value="${back}"`);
      const done = await scene.follow(await scene.command(`${bins}/complete`, { back }));
      expect(new URL(done.path, 'http://here').pathname).toBe(back.split('?')[0]);
      expect(done.path).toContain(back.split('?')[1] ?? '');
      expect(saidOn(done.html)).toBe('“Bins” is done.');
      expect(titlesOn(done.html)).toEqual(['Rent']);
      const [path, fields] = undoOn(done.html);
      expect(fields).toEqual({ back });
      const undone = await scene.follow(await scene.command(path, fields));
      expect(titlesOn(undone.html).toSorted()).toEqual(['Bins', 'Rent']);
      expect(saidOn(undone.html)).toBe('“Bins” is to be done again.');
    },
  );

  it('is refused where its reader is', async () => {
    const bins = await scene.add('Bins', day(0));
    await scene.follow(await scene.command(`${bins}/remove`));
    const { status, text } = await scene.command(`${bins}/complete`, { back: '/' });
    expect(status).toBe(422);
    expect(asRead(text)).toContain('<h1>Today</h1>');
    expect(saidOn(asRead(text))).toBe('“Bins”: This to-do is in the trash. Restore it first.');
  });

  it.each(['//evil.example', '/w/x', 'upcoming', '/upcoming?from=yesterday'])(
    'leads back to no other page: %s',
    async (back) => {
      const bins = await scene.add('Bins', day(0));
      expect((await scene.command(`${bins}/complete`, { back })).status).toBe(400);
    },
  );

  it('is told only to who is in its workspace', async () => {
    const bins = await scene.add('Bins', day(0));
    const { headers } = await scene.command(`${bins}/complete`, { back: '/' });
    const ben = await scene.home.add('Ben', 'owner');
    await until(async () => (await ben.browser.open('/')).status === 200);
    expect(saidOn(await scene.see(String(headers.location), ben.browser))).toBeUndefined();
  });
});
