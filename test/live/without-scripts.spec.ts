import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SideBySide } from '../support/side-by-side.js';

describe('without JavaScript', () => {
  let both: SideBySide;
  beforeAll(async () => {
    both = await SideBySide.start();
  });
  afterEach(() => both.app.closePages());
  afterAll(() => both.close());

  it.each([['/'], ['/trash'], ['a list']])(
    '%s says as of when it is, with a link that loads it',
    async (path) => {
      const { visitor } = both.app;
      const home = await visitor.createList('Home');
      const anna = await both.anna(path === 'a list' ? `/lists/${home}` : path, { javaScriptEnabled: false });
      const line = anna.locator('#as-of');
      const words = await line.innerText();
      expect(words).toMatch(/^As of \d{2}:\d{2} UTC\. Reload$/);
      await line.getByRole('link').click();
      await anna.waitForLoadState();
      expect(new URL(anna.url()).search).toBe('');
      expect(await line.isVisible()).toBe(true);
    },
  );

  it('nothing of it is seen with JavaScript', async () => {
    const home = await both.app.visitor.createList('Home');
    const anna = await both.anna(`/lists/${home}`);
    expect([await anna.locator('#as-of').count(), await anna.locator('#as-of').isVisible()]).toEqual([
      1,
      false,
    ]);
  });
});
