import { describe, expect, it } from '@jest/globals';
import { KeptPages } from './kept-pages.js';

const HOUR = 3_600_000;
const asked = { key: 'a list', revision: 'one', source: 'primary' } as const;

describe('a page that says something else when a time has come', () => {
  it.each([
    ['once', 'before', HOUR, 1],
    ['again', 'after', -HOUR, 2],
  ])('is made %s for those who look %s that', async (_, __, from, times) => {
    const pages = new KeptPages({ production: true });
    let made = 0;
    const look = () =>
      pages.get(asked, async () => {
        made += 1;
        return { html: 'Today', shownUpTo: 0, until: Date.now() + from };
      });
    await look();
    await look();
    expect(made).toBe(times);
  });
});
