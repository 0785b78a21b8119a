import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saidOf, Searching, searchPath } from '../support/searching.js';

describe('a search for what is odd', () => {
  let app: Searching;
  beforeAll(async () => {
    app = await Searching.start();
    const home = await app.visitor.createList('Home');
    await app.visitor.addTodo(home, '<script>alert(1)</script> & "quotes"');
  });
  afterAll(() => app.close());

  it.each([
    ['nothing', '', 200, ''],
    ['spaces', '   ', 200, ''],
    ['punctuation', '?!., …', 422, 'There is no letter and no digit in it to search for.'],
    [
      'what PostgreSQL’s searches are written in',
      `:*&|!()<->`,
      422,
      'There is no letter and no digit in it to search for.',
    ],
    ['marks alone', '\u0301\u0301', 422, 'There is no letter and no digit in it to search for.'],
    ['NUL', '\0', 422, 'There is no letter and no digit in it to search for.'],
    ['NUL in a word', 'quo\0tes', 200, 'Nothing found.'],
    ['quotes', `'quotes' "quotes" \\quotes\\`, 200, '1 result.'],
    ['operators between words', 'quotes:* & | !script <-> alert', 200, '1 result.'],
    ['percent and underscore', 'quo%_', 200, '1 result.'],
    ['many words', Array.from({ length: 60 }, (_, at) => `w${at}`).join(' '), 200, 'Nothing found.'],
    ['more than anything is long', 'a'.repeat(241), 422, 'Search for at most 240 characters.'],
    ['very much', 'a '.repeat(1_500), 422, 'Search for at most 240 characters.'],
    ['a word that is as long as can be', 'a'.repeat(240), 200, 'Nothing found.'],
    ['what becomes longer when it is folded', '\ufdfa'.repeat(240), 200, 'Nothing found.'],
  ])('by %s is answered in words', async (_, text, status, said) => {
    const answer = await app.visitor.open(searchPath(text));
    expect([answer.status, saidOf(answer.text)]).toEqual([status, said]);
  });

  it.each([
    ['a lone surrogate, as browsers write it', '/search?q=%ED%A0%80'],
    ['bytes that are no text', '/search?q=%FF%FE'],
    ['a percent sign', '/search?q=%'],
    ['two texts', '/search?q=one&q=two'],
    ['a text of another name', '/search?text=one'],
    ['an object', '/search?q[a]=one'],
    ['more than an address may have', searchPath('a '.repeat(5_000))],
  ])('by %s breaks nothing', async (_, path) => {
    const { status } = await app.visitor.open(path);
    expect(status).toBeLessThan(500);
  });

  it('never makes HTML of what was written or typed', async () => {
    const typed = '<script>alert(1)</script>';
    const { text } = await app.visitor.open(searchPath(typed));
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;<mark>script</mark>&gt;<mark>alert</mark>(<mark>1</mark>)');
    expect(text).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});
