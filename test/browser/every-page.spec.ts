import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { declared } from '../people/matrix/routes.js';
import type { Things } from '../people/matrix/kinds.js';
import { PeopleInBrowser, type Who } from '../support/people-in-browser.js';
import { SOMEBODY } from '../support/somebody.mjs';
import { faults } from './faults.js';
import { comeTo, pagesAmong } from './ways.js';

const LONG = { word: 'Long'.repeat(60), words: 'A very long title '.repeat(13).trim() };
const SHORT = { word: 'Mia', words: 'Home' };

/** Names are as long as they may be where there is the least room. */
const LOOKS = [
  ['light', 1280, SHORT],
  ['dark', 1280, SHORT],
  ['light', 320, LONG],
  ['dark', 320, LONG],
] as const;

/** All pages that the routes of the app lead to: a new one is among them without a line here. */
describe('every page that there is', () => {
  let people: PeopleInBrowser;
  let things: Things;
  let routes: ReturnType<typeof declared>;
  beforeAll(async () => {
    people = await PeopleInBrowser.start();
    routes = declared(people.web).filter(({ method }) => method === 'GET');
    things = await people.makeThings();
    const overdue = { dueDate: '2020-02-29', dueTime: '18:00', from: '' };
    await people.visitor.submit(`/todos/${things.todo}/schedule`, overdue);
  });
  afterEach(() => people.closePages());
  afterAll(() => people.close());

  async function call({ word, words }: typeof SHORT | typeof LONG): Promise<void> {
    await people.run(
      `update accounts set name = '${word}' where id = '${SOMEBODY.accountId}'`,
      `update workspaces set name = '${words}' where id = '${things.workspace}'`,
    );
  }

  /** What everybody may open is looked at by who is not signed in as well; what is to be read, by who may only read. */
  function whoLooks(access: unknown, path: string): readonly Who[] {
    if (path === '/sign-in/second-factor' || path === '/setup') return ['nobody'];
    else if (access === 'everybody') return ['mia', 'nobody'];
    else return access === 'read' ? ['mia', 'ben'] : ['mia'];
  }

  it.each(LOOKS)('is accessible and fits: %s, %i px wide', async (colorScheme, width, names) => {
    await call(names);
    const options = { colorScheme, viewport: { width, height: 800 } };
    const pages = { mia: 'mia', ben: 'ben', nobody: 'nobody' } as const;
    const of = async (who: Who) => [who, await people.pageOf(who, options)] as const;
    const opened = new Map(await Promise.all(Object.values(pages).map(of)));
    const found: Record<string, readonly string[]> = {};
    for (const path of pagesAmong(routes.map((route) => route.path))) {
      const { access } = routes.find((route) => route.path === path) ?? {};
      for (const who of whoLooks(access, path)) {
        const page = opened.get(who);
        if (page === undefined) continue;
        await comeTo(path, { people, page, who, things });
        found[`${path} of ${who}`] = await faults(page);
      }
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, { length }]) => length > 0))).toEqual({});
  });

  it('is named when nobody knows how to come to it', async () => {
    const page = await people.pageOf('mia');
    const visit = { people, page, who: 'mia', things } as const;
    await expect(comeTo('/account/new-page/:token', visit)).rejects.toThrow('how one comes to');
    await expect(comeTo('/trash', visit)).rejects.toThrow('how one comes to /trash');
    expect(pagesAmong(['/account/new-page'])).toEqual(['/account/new-page']);
    expect(pagesAmong(routes.map(({ path }) => path))).toContain('/account/email/:token');
  });
});
