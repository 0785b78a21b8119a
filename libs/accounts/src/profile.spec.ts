import { describe, expect, it } from '@jest/globals';
import { parsePassword } from './profile.js';

const MIA = { name: 'Mia Garden', email: 'greenhouse@example.org' };

describe('a password', () => {
  it.each(['a pea in a pot', 'ⓟⓔⓐⓢ in a pod', '        ', '👒👒👒👒👒👒👒👒', 'mia has 3 gardens'])(
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
    ['greenhouse@example.org', 'password-personal'],
    ['Greenhouse', 'password-personal'],
    ['greenhouse1984!', 'password-personal'],
    ['mia garden', 'password-personal'],
    ['MiaGarden', 'password-personal'],
    ['Garbanzo2026', 'password-personal'],
  ])('may not be %j: %s', (typed, refusal) => {
    expect(parsePassword(typed, MIA)).toEqual({ ok: false, refusal });
  });

  it('of another’s name is no worse than any', () => {
    expect(parsePassword('greenhouse1984!').ok).toBe(true);
  });
});
