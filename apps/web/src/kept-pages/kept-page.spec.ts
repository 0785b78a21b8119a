import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { compressedPiece } from './gzip.js';
import { KeptPage, type OwnPieces } from './kept-page.js';

const placeholders = { commandId: 'a-command', shown: 'a-token', asOf: 'a-time', side: 'some-lists' };

describe('a page that is kept', () => {
  const html =
    '<nav>some-lists</nav><main data-shown="a-token">As of a-time. a-command, Milk a-commanda-command</main>';
  const page = new KeptPage(html, placeholders);
  const first = {
    commandId: 'one',
    shown: '17:4',
    asOf: '14:03 UTC',
    side: compressedPiece(Buffer.from('Home')),
  };
  const second = { commandId: 'another', shown: '17:5', asOf: '14:04 UTC', side: 'Home, garden' };

  it.each([
    ['plain', (own: OwnPieces) => page.with(own)],
    ['compressed', (own: OwnPieces) => gunzipSync(page.gzipWith(own))],
  ])('says each time what is of its own, %s', (_, send) => {
    expect(send(first).toString()).toBe(
      '<nav>Home</nav><main data-shown="17:4">As of 14:03 UTC. one, Milk oneone</main>',
    );
    expect(send(second).toString()).toBe(
      '<nav>Home, garden</nav><main data-shown="17:5">As of 14:04 UTC. another, Milk anotheranother</main>',
    );
  });

  it('counts what it keeps', () => {
    expect(page.size).toBe('<nav></nav><main data-shown="">As of . , Milk </main>'.length);
  });
});
