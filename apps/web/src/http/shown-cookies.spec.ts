import { describe, expect, it } from '@jest/globals';
import { shownCookies, shownOnly } from './shown-cookies.js';

const ATTRIBUTES = 'Path=/todo/; HttpOnly; SameSite=Lax';

describe('what a browser remembers of how new what it was shown is', () => {
  it('is found among other cookies, and nothing that looks like it', () => {
    expect(
      shownCookies('a=b; garbanzo-shown-12=1; my-garbanzo-shown-9=1; garbanzo-shown-x=1;garbanzo-shown-7=1'),
    ).toEqual([12, 7]);
    expect(shownCookies()).toEqual([]);
    expect(shownCookies('garbanzo-shown-12345678901234567890=1')).toEqual([]);
  });

  it('is replaced by what has been shown now', () => {
    expect(shownOnly(30, [12, 30, 7], '/todo')).toEqual([
      `garbanzo-shown-12=; ${ATTRIBUTES}; Max-Age=0`,
      `garbanzo-shown-7=; ${ATTRIBUTES}; Max-Age=0`,
    ]);
    expect(shownOnly(31, [], '/todo')).toEqual([`garbanzo-shown-31=1; ${ATTRIBUTES}`]);
  });

  it('is forgotten when it cannot be known', () => {
    expect(shownOnly(undefined, [12], '/todo')).toEqual([`garbanzo-shown-12=; ${ATTRIBUTES}; Max-Age=0`]);
  });
});
