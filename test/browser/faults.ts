import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, each as a rule and where it is broken. */
async function violations(page: Page): Promise<string[]> {
  // Into a world of its own, since the page itself lets no script in.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const expression = `${axe}; axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => id + ': ' + target.join(' '))))`;
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (!Array.isArray(result.value)) throw new Error(`axe-core did not run: ${result.description}`);
  return result.value.map(String);
}

/** Pixels by which the page is wider than its window; the room that is kept for a scroll bar counts as window. */
const overflow = (page: Page) =>
  page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );

/** What keeps people from using a page. */
export const faults = async (page: Page) => [
  ...(await violations(page)),
  ...((await overflow(page)) > 0 ? ['wider than the window'] : []),
];
