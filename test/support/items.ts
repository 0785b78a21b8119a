import { asRead } from './as-read.js';

export interface ShownItem {
  readonly id: string;
  readonly text: string;
  readonly isTicked: boolean;
}

const ITEM = /<li id="i-([0-9a-f-]{36})" class="item( done)?">[^]*?<summary[^>]*><span[^>]*>([^<]*)</g;

/** The items of the to-do that is open for editing on a page, in their order. */
export function itemsOn(html: string): readonly ShownItem[] {
  return [...html.matchAll(ITEM)].map(([, id = '', ticked, text = '']) => ({
    id,
    text: asRead(text),
    isTicked: ticked !== undefined,
  }));
}

/** What the rows of a page say of checklists: `2/5`. */
export function countsOn(html: string): readonly string[] {
  return [...html.matchAll(/class="counted"[^>]*>([^<]*)</g)].map(([, count = '']) => count);
}
