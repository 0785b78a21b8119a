import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderNote } from './index.js';

const html = async (note: string) => (await renderNote(note)).toString();

const LINK = 'rel="noopener noreferrer nofollow"';

describe('a note', () => {
  it.each([
    ['*one* **two** ~~three~~', '<p dir="auto"><em>one</em> <strong>two</strong> <s>three</s></p>\n'],
    ['one\ntwo', '<p dir="auto">one<br>\ntwo</p>\n'],
    [
      '[a](https://example.org/?a=1&b=2)',
      `<p dir="auto"><a href="https://example.org/?a=1&amp;b=2" ${LINK}>a</a></p>\n`,
    ],
    ['http://example.org', `<p dir="auto"><a href="http://example.org" ${LINK}>http://example.org</a></p>\n`],
    ['<mia@example.org>', `<p dir="auto"><a href="mailto:mia@example.org" ${LINK}>mia@example.org</a></p>\n`],
    [
      '![Peas](https://example.org/peas.png)',
      `<p dir="auto">!<a href="https://example.org/peas.png" ${LINK}>Peas</a></p>\n`,
    ],
    ['README.md', '<p dir="auto">README.md</p>\n'],
    [
      '```js\nconst a = "<b>";\n```',
      '<pre dir="auto" tabindex="0"><code>const a &#x3D; &quot;&lt;b&gt;&quot;;\n</code></pre>\n',
    ],
  ])('is shown as it is meant: %j', async (note, expected) => {
    expect(await html(note)).toBe(expected);
  });

  it('has headings that follow that of the page', async () => {
    const tags = async (note: string) => [...(await html(note)).matchAll(/<(h\d)/g)].map(([, tag]) => tag);
    expect(await tags('### a\n# b\n## c\n###### d\n## e\n# f')).toEqual(['h2', 'h2', 'h3', 'h4', 'h3', 'h2']);
    expect(await tags('# a\n## b\n### c\n#### d\n##### e\n###### f')).toEqual([
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'h6',
    ]);
    expect(await html('a\n===')).toBe('<h2 dir="auto">a</h2>\n');
  });

  it('has items that are done or not', async () => {
    const shown = await html('- [ ] peas\n- [x] *beans*\n- [X]\n- [y] salt\n- *a* [ ] b');
    expect(shown.match(/class="task"/g)).toHaveLength(3);
    expect(shown.match(/aria-label="[^"]*"/g)).toEqual([
      'aria-label="To do"',
      'aria-label="Done"',
      'aria-label="Done"',
    ]);
    expect(shown).toContain('[y] salt');
    expect(shown).toContain('</span> <em>beans</em>');
  });
});

/** What might do something that its writer must not do with the page of another. */
const ATTACKS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- --><svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java&#115;cript:alert(1))',
  '[a](java\\script:alert(1))',
  '[a](&#x6A;avascript:alert(1))',
  '[a](\u0001javascript:alert(1))',
  '[a](java&Tab;script:alert(1))',
  '[a](vbscript:alert(1))',
  '[a](file:///etc/passwd)',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '![a](data:image/svg+xml;base64,PHN2Zz4=)',
  '![a](https://example.org/a.png "onerror=alert(1)")',
  '[a]: javascript:alert(1)\n[a]',
  '<javascript:alert(1)>',
  '[a](//example.org)',
  '[a](/w/somewhere/erase)',
  '[a](https://example.org/" onmouseover="alert(1))',
  '[a](https://example.org "\\" onmouseover=alert\\(1\\)")',
  '`` <img src=x onerror=alert(1)> ``',
  '```"><img src=x onerror=alert(1)>\na\n```',
  '    <img src=x onerror=alert(1)>',
  '- [x] <img src=x onerror=alert(1)>',
  '# <img src=x onerror=alert(1)>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '<https://example.org/"onmouseover="alert(1)>',
];

const TAGS = new Set([
  'p',
  'br',
  'em',
  'strong',
  's',
  'a',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
  'pre',
  'code',
  'span',
]);
const ATTRIBUTES =
  /^(?: (?:dir="auto"|tabindex="0"|start="\d+"|class="(?:task|tick|tick ticked|as-typed)"|role="img"|aria-label="[\w ]+"|href="(?:https?:\/\/|mailto:)[^"<>]*"|rel="noopener noreferrer nofollow"|title="[^"<>]*"))*$/i;

/** The tags that are none of those that a note may have, and those with another attribute. */
function strange(shown: string): string[] {
  return [...shown.matchAll(/<(\/?)([^\s>/]*)([^>]*)>?/g)].flatMap(([all, , tag = '', attributes = '']) =>
    TAGS.has(tag) && ATTRIBUTES.test(attributes) && all.endsWith('>') ? [] : [all],
  );
}

describe('what somebody has written into a note', () => {
  it.each(ATTACKS)('does nothing: %j', async (attack) => {
    expect(strange(await html(attack))).toEqual([]);
  });

  it('leads nowhere but to other sites and to mail', async () => {
    const links = ATTACKS.map(async (attack) => /href="(?!https:\/\/example\.org)/.exec(await html(attack)));
    expect((await Promise.all(links)).filter(Boolean)).toEqual([]);
  });

  it('does nothing, whatever it is', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(...'[]()<>!`*_#"\'&;:\n- >\\'.split('')),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        expect(strange(await html(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a test would hear of it', () => {
    expect(strange('<p><img src=x></p><a href="javascript:alert(1)">a</a><p onclick="a">')).toHaveLength(3);
  });

  it('is shown as it was typed when it is nested too deeply, so that nothing of it is missing', async () => {
    expect(await html(`${'>'.repeat(200)} <b>`)).toBe(
      `<p dir="auto" class="as-typed">${'&gt;'.repeat(200)} &lt;b&gt;</p>\n`,
    );
    expect(await html(`${'> '.repeat(20)}deep`)).toContain('<p dir="auto">deep</p>');
  });
});
