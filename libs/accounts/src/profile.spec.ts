import { describe, expect, it } from '@jest/globals';
import { parsePassword } from './profile.js';

const MIA = { name: 'Mia Garden', email: 'greenhouse@example.org' };

describe('a password', () => {
  it.each(['a pea in a pot', 'ⓟⓔⓐⓢ in a pod', ' a pea a pod ', '👒👒👒👒👒👒👒🌾', 'mia has 3 gardens'])(
    'may be %j',
    (typed) => {
      expect(parsePassword(typed, MIA)).toEqual({ ok: true, text: typed });
    },
  );

  it.each([
    ['sevens!', 'password-short'],
    ['x'.repeat(257), 'password-long'],
    ['password', 'password-common'],
    ['PassWord1', 'password-common'],
    ['ｐａｓｓｗｏｒｄ', 'password-common'],
    ['1qaz2wsx', 'password-common'],
    [' '.repeat(9), 'password-common'],
    ['\0'.repeat(9), 'password-common'],
    [' \t\u00a0\u2003\u200b\u202e\u2800 ', 'password-common'],
    ['👒'.repeat(9), 'password-common'],
    ['greenhouse@example.org', 'password-personal'],
    ['GreenHouse@Example.ORG', 'password-personal'],
    ['Greenhouse', 'password-personal'],
    ['greenhouse1984!', 'password-personal'],
    ['mia garden', 'password-personal'],
    ['MiaGarden', 'password-personal'],
    ['Garbanzo2026', 'password-personal'],
  ])('may not be %j: %s', (typed, refusal) => {
    expect(parsePassword(typed, MIA)).toEqual({ ok: false, refusal });
  });

  it('may not be one’s own address, though it has no letters', () => {
    const email = '2718281828@example.org';
    for (const typed of ['2718281828', '2718281828@EXAMPLE.org'])
      expect(parsePassword(typed, { name: 'Mia', email })).toEqual({
        ok: false,
        refusal: 'password-personal',
      });
  });

  it('of another’s name is no worse than any', () => {
    expect(parsePassword('greenhouse1984!', { name: 'Ben', email: 'ben@example.org' }).ok).toBe(true);
  });
});
