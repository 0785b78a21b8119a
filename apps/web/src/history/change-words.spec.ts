import { describe, expect, it } from '@jest/globals';
import type { Change } from '#libs/queries';
import { changeWords } from './change-words.js';

describe('what was changed, in words', () => {
  it.each<[Change, string]>([
    [{ kind: 'created', name: 'Home' }, 'Created as “Home”'],
    [{ kind: 'renamed', from: 'Milk', to: 'Oat milk' }, 'Renamed from “Milk” to “Oat milk”'],
    [{ kind: 'completed' }, 'Completed'],
    [{ kind: 'reopened' }, 'Reopened'],
    [{ kind: 'removed' }, 'Moved to the trash'],
    [{ kind: 'restored' }, 'Restored from the trash'],
    [{ kind: 'moved-up' }, 'Moved up'],
    [{ kind: 'moved-down' }, 'Moved down'],
    [{ kind: 'moved', fromList: 'Home', toList: 'Garden' }, 'Moved from “Home” to “Garden”'],
    [
      { kind: 'moved', fromList: undefined, toList: 'Garden' },
      'Moved from a list that cannot be read to “Garden”',
    ],
    [
      { kind: 'unreadable', eventType: 'TodoSnoozed' },
      'Something that this version of the app cannot read (TodoSnoozed)',
    ],
  ])('is the same for a list and for a to-do: %j', (change, words) => {
    expect(changeWords(change, 'list')).toBe(words);
    expect(changeWords(change, 'todo')).toBe(words);
  });

  it('says of a new to-do where it was added and as what, except where that can be seen', () => {
    const added: Change = { kind: 'added', title: 'Milk', toList: 'Home' };
    expect(changeWords(added, 'todo')).toBe('Added to “Home” as “Milk”');
    expect(changeWords(added, 'list')).toBe('Added');
  });
});
