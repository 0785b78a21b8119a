import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { KeptPage } from './kept-page.js';

const placeholders = { commandId: 'a-command', shown: 'a-token', asOf: 'a-time' };

describe('a page that is kept', () => {
  const html = '<main data-shown="a-token">As of a-time. a-command, Milk a-commanda-command</main>';
  const page = new KeptPage(html, placeholders);
  const first = { commandId: 'one', shown: '17:4', asOf: '14:03 UTC' };
  const second = { commandId: 'another', shown: '17:5', asOf: '14:04 UTC' };

  it.each([
    ['plain', (texts: typeof first) => page.with(texts)],
    ['compressed', (texts: typeof first) => gunzipSync(page.gzipWith(texts))],
  ])('says each time what is of its own, %s', (_, send) => {
    expect(send(first).toString()).toBe('<main data-shown="17:4">As of 14:03 UTC. one, Milk oneone</main>');
    expect(send(second).toString()).toBe(
      '<main data-shown="17:5">As of 14:04 UTC. another, Milk anotheranother</main>',
    );
  });

  it('counts what it keeps', () => {
    expect(page.size).toBe('<main data-shown="">As of . , Milk </main>'.length);
  });
});
