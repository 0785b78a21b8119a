import type { Locator, Page } from 'playwright-core';
import { button } from './on-the-page.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

export const handle = (page: Page, title: string): Locator => button(page, `Move: ${title}`);

export const heldRow = (page: Page): Locator => page.locator('#todos > .dragged');

/** What is told of each step to those who cannot see it. */
export const steps = (page: Page) => () =>
  page.locator('[role=status][aria-live=assertive]').textContent().then(String);

interface Window {
  readonly getComputedStyle: (node: unknown) => { readonly opacity: string };
}

export const opacityOf = (locator: Locator): Promise<string> =>
  locator.evaluate<string, never>((node) => (globalThis as unknown as Window).getComputedStyle(node).opacity);

export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not to be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const STEPS = 10;

/** A finger on the screen, as a phone has it: what it does the browser makes pointer events of, or scrolls by. */
export async function touchOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const down = (at: Point) => send('touchStart', [at]);
  const move = (to: Point) => send('touchMove', [to]);
  const up = () => send('touchEnd', []);
  const slide = async (from: Point, to: Point) => {
    await down(from);
    for (let nth = 1; nth <= STEPS; nth += 1) {
      const part = nth / STEPS;
      await move({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    }
  };
  return { down, move, up, slide };
}
