import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AgendaScene, day, groupsOn, longDay, titlesOn, weekday } from '../support/agenda-scene.js';

describe('in the weeks to come, what is due', () => {
  let scene: AgendaScene;
  beforeAll(async () => {
    scene = await AgendaScene.open();
  });
  beforeEach(() => scene.begin());
  afterAll(() => scene.close());

  it('stands under its day', async () => {
    await scene.add('Rent', day(-1));
    await scene.add('Bins', day(0));
    await scene.add('Call', day(2), '18:00');
    await scene.add('Water', day(6));
    await scene.add('Post', day(7));
    const html = await scene.see('/upcoming');
    expect(html).toContain(`${longDay(0)} to ${longDay(6)}`);
    expect(groupsOn(html)).toEqual([
      ['Today', 'Bins'],
      ['Tomorrow'],
      [weekday(2), 'Call'],
      [weekday(3)],
      [weekday(4)],
      [weekday(5)],
      [weekday(6), 'Water'],
    ]);
  });

  it('is found by going from week to week, and back', async () => {
    await scene.add('Post', day(7));
    const link = (html: string, words: string) =>
      new RegExp(`<a class="button" href="([^"]*)"[^>]*>${words}</a>`).exec(html)?.[1] ?? '';
    const later = link(await scene.see('/upcoming'), 'Week after');
    expect(later).toBe(`/upcoming?from=${day(7)}`);
    const next = await scene.see(later);
    expect(titlesOn(next)).toEqual(['Post']);
    expect([link(next, 'Week before'), link(next, 'This week')]).toEqual(['/upcoming', '/upcoming']);
  });

  it.each(['tomorrow', '2031-02-29', '0001-01-01', '9999-12-31', ''])(
    'is shown from today when an address says it in another way: %j',
    async (from) => {
      expect(await scene.see(`/upcoming?from=${from}`)).toContain(`${longDay(0)} to ${longDay(6)}`);
    },
  );

  it.each(['/', '/upcoming'])('needs a workspace: %s', async (path) => {
    await scene.home.run('delete from memberships');
    const { status, headers } = await scene.mia.open(path);
    expect([status, headers.location]).toEqual([303, '/workspaces']);
  });
});
