import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Things } from '../people/matrix/kinds.js';
import { PeopleInBrowser } from '../support/people-in-browser.js';
import { faults } from './faults.js';
import { STATES_OF_EVE, STATES_OF_MIA, STATES_OF_NOBODY } from './states.js';

const LOOKS = [
  ['light', 1280],
  ['dark', 320],
] as const;

/** How each of them looks when it is opened is in every-page.spec.ts. */
describe('a page about people or workspaces', () => {
  let people: PeopleInBrowser;
  let things: Things;
  beforeAll(async () => {
    people = await PeopleInBrowser.start();
    things = await people.makeThings();
  });
  afterEach(() => people.closePages());
  afterAll(() => people.close());

  describe.each([
    ['nobody', STATES_OF_NOBODY],
    ['mia', STATES_OF_MIA],
    ['eve', STATES_OF_EVE],
  ] as const)('is accessible and fits, as %s sees it:', (who, states) => {
    it.each(Object.entries(states))('%s', async (_, state) => {
      for (const [colorScheme, width] of LOOKS) {
        const page = await people.pageOf(who, { colorScheme, viewport: { width, height: 800 } });
        await state({ people, page, who, things });
        expect([colorScheme, width, await faults(page)]).toEqual([colorScheme, width, []]);
        await people.closePages();
      }
    });
  });
});
