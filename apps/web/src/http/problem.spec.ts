import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { ConflictError } from '#libs/commands';
import { NotAllowedError, TokenNeededError } from '../access/index.js';
import { inLocale } from '../locales/index.js';
import { problemOf } from './problem.js';
import { ToldError } from './told.error.js';

const inGerman = (error: unknown) => inLocale({ language: 'de', timeZone: 'UTC' }, () => problemOf(error));

describe('a problem', () => {
  it.each([
    [new NotFoundException(), 404, 'Verlaufen?'],
    [new ConflictError('meanwhile'), 409, 'Jemand war schneller'],
    [new NotAllowedError('only-owners'), 403, 'Nicht für dich'],
    [new TokenNeededError({ isRefused: true }), 401, 'Wer bist du?'],
    [new TypeError('x is not a function'), 500, 'Da ist etwas kaputtgegangen'],
  ])('is told in the language of who is answered, wherever it came from: %s', (error, status, heading) => {
    expect(inGerman(error)).toMatchObject({ status, heading });
  });

  it('says what is wrong with a request in that language, and in English in the log', () => {
    const values = { asked: 'evil.example', more: ', ours.example' };
    const error = inLocale(
      { language: 'de', timeZone: 'UTC' },
      () => new ToldError(421, 'problems.not-our-name', values),
    );
    expect(error.message).toMatch(/^You asked for “evil\.example”\. .* this machine, ours\.example\./);
    expect(inGerman(error).message).toMatch(/^Du hast nach „evil\.example“ gefragt\./);
    expect(problemOf(error).message).toBe(error.message);
  });

  it('tells nothing of what is ours to mend', () => {
    const { message } = inGerman(new Error('select * from accounts'));
    expect(message).toBe(
      'Das liegt an uns und nicht an dir. Was du getan hast, ist vielleicht nicht gespeichert.',
    );
  });
});
