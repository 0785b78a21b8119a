import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AppInBrowser } from '../support/browser.js';
import { faults } from './faults.js';
import { button } from './on-the-page.js';

/** Something of everything that Markdown has, and words that are longer than a small screen. */
const NOTE = `### Which ones

The *small* ones, [as Ben said](https://example.org), see https://example.org/${'long'.repeat(50)}

- [x] peas
- [ ] beans
  - [ ] white ones
- ${'W'.repeat(100)}

> Not the frozen ones!
>> Really?
>>> Really!

1. one
   1. two

\`\`\`
${'a line of code that is much longer than the screen '.repeat(5)}
\`\`\`

# Else

שלום עולם`;

const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const;

describe('notes and priorities', () => {
  let app: AppInBrowser;
  let home: string;
  let milk: string;
  beforeAll(async () => {
    app = await AppInBrowser.start();
    home = await app.visitor.createList('Home');
    milk = await app.visitor.addTodo(home, 'Milk');
    for (const [from, priority] of [
      ['none', 'low'],
      ['low', 'high'],
      ['high', 'medium'],
    ] as const)
      await app.visitor.submit(`/todos/${milk}/prioritise`, { priority, from });
    await app.visitor.submit(`/todos/${milk}/note`, { note: NOTE, from: '0' });
    await app.visitor.submit(`/todos/${await app.visitor.addTodo(home, 'Salt')}/prioritise`, {
      priority: 'high',
      from: 'none',
    });
  });
  afterEach(() => app.closePages());
  afterAll(() => app.close());

  it.each(LOOKS)(
    'are accessible and fit wherever they are shown: %s, %i px wide',
    async (colorScheme, width) => {
      const page = await app.open(`/lists/${home}`, { colorScheme, viewport: { width, height: 800 } });
      const found: Record<string, readonly string[]> = { 'the list': await faults(page) };
      const there = page.url().split('/lists/')[0] ?? '';
      await page.goto(`${there}/lists/${home}?edit=${milk}`);
      await page.getByText('Change the note').click();
      found['the editor'] = await faults(page);
      await page.getByRole('textbox', { name: 'Note' }).fill(`${NOTE}${'x'.repeat(10_000)}`);
      await button(page, 'Save the note').click();
      await page.locator('.field-error').first().waitFor();
      app.takeProblems(); // "422" is in the console
      found['a note that was refused'] = await faults(page);
      for (const path of [`/todos/${milk}/note`, `/todos/${milk}/note?version=1`, `/todos/${milk}/history`]) {
        await page.goto(there + path);
        found[path] = await faults(page);
      }
      expect(Object.fromEntries(Object.entries(found).filter(([, { length }]) => length > 0))).toEqual({});
    },
  );
});
