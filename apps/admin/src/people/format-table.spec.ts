import { describe, expect, it } from '@jest/globals';
import { formatTable, momentCell } from './format-table.js';

describe('a table', () => {
  it('has its columns below each other, and no spaces at the ends', () => {
    const rows = [
      ['Mia', 12],
      ['Benjamin', 3],
    ];
    expect(formatTable(['name', 'lists'], rows)).toBe('name      lists\nMia       12\nBenjamin  3');
  });

  it('shows no character that would do something to the terminal', () => {
    expect(formatTable(['name'], [['Eve\u001B[2J\nMia\u202E\u2028']])).toBe('name\nEve�[2J�Mia��');
  });

  it('tells moments in UTC', () => {
    expect(momentCell(new Date('2026-11-28T07:00:59Z'))).toBe('2026-11-28 07:00');
    expect(momentCell(null)).toBe('-');
  });
});
