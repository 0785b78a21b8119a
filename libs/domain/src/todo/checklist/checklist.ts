import type { TextProblem } from '../../text.js';

/** One of the small steps that a to-do is made of. */
export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly isTicked: boolean;
}

/** The items of a to-do, in their order, with what a row says of them. */
export interface WithChecklist {
  readonly checklist: readonly ChecklistItem[];
  readonly itemCount: number;
  readonly tickedCount: number;
}

/** The reasons to refuse that lie in an item. */
export type ChecklistRefusal =
  `item-${TextProblem}` | 'item-changed' | 'item-gone' | 'item-neighbour-gone' | 'item-one-too-many';

/** What needs more is a list of its own. */
export const MAX_ITEMS = 200;

export const NO_CHECKLIST: WithChecklist = { checklist: [], itemCount: 0, tickedCount: 0 };

export function withItems(checklist: readonly ChecklistItem[]): WithChecklist {
  const ticked = checklist.filter(({ isTicked }) => isTicked);
  return { checklist, itemCount: checklist.length, tickedCount: ticked.length };
}

export function findItem({ checklist }: WithChecklist, itemId: string): ChecklistItem | undefined {
  return checklist.find(({ id }) => id === itemId);
}

/** The item that stands right behind this one; null behind the last, or when there is no such item. */
export function itemBehind(checklist: readonly ChecklistItem[], itemId: string): string | null {
  const index = checklist.findIndex(({ id }) => id === itemId);
  return index < 0 ? null : (checklist[index + 1]?.id ?? null);
}

export function isSameChecklist(one: WithChecklist, other: WithChecklist): boolean {
  return textOf(one) === textOf(other);
}

const textOf = ({ checklist }: WithChecklist) =>
  JSON.stringify(checklist.map(({ id, text, isTicked }) => [id, text, isTicked]));
