import { describe, expect, it } from '@jest/globals';
import { parsePersonName } from './profile.js';

describe('what somebody is called', () => {
  it.each(['Mia', 'Youssef', 'Mia (home)', 'Somebody Else', 'מיה', 'You Li', 'Jemand Anderes'])(
    'may be %j',
    (name) => {
      expect(parsePersonName(name)).toEqual({ ok: true, text: name });
    },
  );

  it.each([
    'You',
    ' you ',
    'ＹＯＵ',
    'You (you)',
    'Ben (you)',
    'Ben ( You )',
    'Somebody',
    'Somebody who has left',
    'somebody  who\u00a0has left.',
    'Some\u200bbody who has left',
    'Whoever runs this server',
    'Du',
    'Ben (du)',
    'Jemand, der nicht mehr da ist',
    'Wer diesen Server betreibt',
  ])('may not be %j, which pages say of others', (name) => {
    expect(parsePersonName(name)).toEqual({ ok: false, refusal: 'name-ours' });
  });
});
