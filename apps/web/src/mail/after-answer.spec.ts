import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { silent } from '../../../../test/support/log.js';
import { inLocale, say, type Language } from '../locales/index.js';
import { AfterAnswer } from './index.js';

it('says what comes after an answer in its language, also when it has to wait for what was asked in another one', async () => {
  const after = new AfterAnswer(silent);
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
  const said: string[] = [];
  const asked = (language: Language) =>
    inLocale({ language, timeZone: 'UTC' }, () =>
      after.do('saying something', async () => {
        await held;
        said.push(say('page.trash'));
      }),
    );
  for (const language of ['en', 'en', 'de', 'en', 'de'] as const) asked(language);
  // By then as many have begun as may at once.
  await setImmediate();
  goOn();
  await after.beforeApplicationShutdown();
  expect(said).toEqual(['Trash', 'Trash', 'Papierkorb', 'Trash', 'Papierkorb']);
});
