import { describe, expect, it } from '@jest/globals';
import { ProgressBar } from './progress-bar.js';

/** The lines that a terminal with this many columns shows. */
function shown(columns: number): string[] {
  const written: string[] = [];
  const stream = { isTTY: true, columns, write: (text: string) => written.push(text) };
  let now = 0;
  const bar = new ProgressBar(stream as unknown as NodeJS.WriteStream, () => now);
  for (let events = 0; events <= 1_000_000; events += 250_000) {
    bar.show({ phase: 'verify', events, total: 1_000_000 });
    now += 2_000;
  }
  bar.end();
  return written
    .join('')
    .replaceAll('\u001B[2K', '')
    .split(/[\r\n]+/)
    .filter(Boolean);
}

describe('the progress bar', () => {
  it('fills, with a count, a rate and the time that is left', () => {
    expect(shown(120).at(2)).toBe(
      '[███████████████               ] verify: 500,000 of 1,000,000 events, 125,000/s, 4 s left',
    );
    expect(shown(120).at(-1)).toMatch(/^\[█{30}\] verify: 1,000,000 of 1,000,000 events/);
  });

  it.each([120, 80, 60, 40])(
    'is never wider than a terminal of %d columns, or it would not go away',
    (columns) => {
      for (const line of shown(columns)) expect(line.length).toBeLessThan(columns);
    },
  );
});
