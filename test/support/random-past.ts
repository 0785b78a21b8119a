import type { PastEvent } from './past.js';

/** Numbers from 0 up to 1 that are the same for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes choices from random numbers. */
export class Choice {
  constructor(private readonly random: () => number) {}

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from');
    return item;
  }

  happens(probability: number): boolean {
    return this.random() < probability;
  }

  uuid(): string {
    const digits = Array.from({ length: 32 }, () => this.below(16).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5');
  }
}

/** Nothing but their ids is in the past of a to-do. */
const LABELS = [1, 2, 3].map((nth) => `0190f3a2-7c1b-7000-8000-00000000000${nth}`);

const BEGIN = Date.parse('2026-01-01T00:00:00Z');

const ITEMS = [1, 2, 3].map((nth) => `0190f3a2-7c1b-7000-8000-00000000000${nth}`);

/** To-dos are restored more often than they are removed, or hardly any would be left. */
const CHANGES = [
  'TodoRenamed',
  'TodoPrioritised',
  'TodoNoted',
  'TodoCompleted',
  'TodoReopened',
  'TodoMoved',
  'TodoScheduled',
  'TodoUnscheduled',
  'TodoRecurrenceSet',
  'TodoRecurrenceEnded',
  'TodoOccurrenceCompleted',
  'TodoOccurrenceSkipped',
  'TodoOccurrenceTakenBack',
  'TodoLabelled',
  'TodoLabelled',
  'TodoUnlabelled',
  'TodoRenumbered',
  'ChecklistItemAdded',
  'ChecklistItemAdded',
  'ChecklistItemTicked',
  'ChecklistItemMoved',
  'ChecklistItemRemoved',
  'ChecklistItemRestored',
  'TodoRemoved',
  'TodoRestored',
  'TodoRestored',
];

/**
 * What may happen to some lists and their to-dos, and some of what may not: events of versions to come, data that
 * cannot be read, several in one microsecond, and a clock that is set back.
 */
export class RandomPast {
  private clock = 0;
  private readonly lists: string[] = [];
  private readonly todos: string[] = [];

  constructor(private readonly choice: Choice) {}

  /** @returns that many events, of which the first create these lists */
  events(lists: readonly string[], count: number): PastEvent[] {
    this.lists.push(...lists);
    const created = lists.map((id) => this.event(id, 'ListCreated', { name: 'Home' }));
    return [...created, ...Array.from({ length: count }, () => this.next())];
  }

  /** More of them. */
  more(count: number): PastEvent[] {
    return Array.from({ length: count }, () => this.next());
  }

  private next(): PastEvent {
    const { choice } = this;
    if (this.todos.length === 0 || choice.happens(0.25)) return this.added();
    else if (choice.happens(0.03)) return this.ofList();
    // Some happen more often to one of them, which gets a long stream.
    const todo = choice.happens(0.2) ? choice.of(this.todos.slice(0, 1)) : choice.of(this.todos);
    if (choice.happens(0.01)) return this.event(todo, 'TodoSnoozed', { until: 'spring' });
    else if (choice.happens(0.005)) return this.event(todo, 'TodoRenamed', { title: 7 });
    else return this.changed(todo);
  }

  private added(): PastEvent {
    const { choice } = this;
    const id = choice.uuid();
    this.todos.push(id);
    const data = { listId: choice.of(this.lists), title: `To-do ${this.todos.length}` };
    if (choice.happens(0.02)) return { ...this.event(id, 'TodoAdded', { place: 'home' }), schemaVersion: 9 };
    else if (choice.happens(0.5)) return this.event(id, 'TodoAdded', { ...data, order: this.order() });
    else return { ...this.event(id, 'TodoAdded', data), schemaVersion: 2 };
  }

  private ofList(): PastEvent {
    const type = this.choice.of([
      'ListRenamed',
      'ListRemoved',
      'ListRestored',
      'ListArchived',
      'ListUnarchived',
    ]);
    return this.event(this.choice.of(this.lists), type, { name: `Name ${this.clock}` });
  }

  private changed(todo: string): PastEvent {
    const { choice } = this;
    const type = choice.of(CHANGES);
    const priority = choice.of(['none', 'low', 'medium', 'high']);
    const note = choice.of(['', 'Note', `Note ${this.clock}`]);
    const data = {
      title: `Title ${this.clock}`,
      note,
      priority,
      listId: choice.of(this.lists),
      order: this.order(),
      labelId: choice.of(LABELS),
    };
    return this.event(todo, type, { ...data, ...this.due(), ...this.recurring(), ...this.item() });
  }

  private due(): object {
    const dueOn = this.choice.of(['2026-01-01', '2028-02-29', '9999-12-31']);
    return this.choice.happens(0.5) ? { dueOn } : { dueOn, dueTime: '02:30', zone: 'Europe/Berlin' };
  }

  /** What an event does not have, nobody reads. */
  private recurring(): object {
    const [occurrence, next, start] = ['2026-01-01', '2026-01-08', '2026-01-01'];
    const rule = {
      every: 1 + this.choice.below(3),
      unit: 'week',
      weekdays: ['monday'],
      on: 'day',
      from: 'due',
      start,
    };
    return { ...rule, until: null, times: null, occurrence, occurrencesOver: 0, next, was: 'completed' };
  }

  /** One of a few, which may not be there. */
  private item(): object {
    const [itemId, before] = [this.choice.of(ITEMS), this.choice.of([null, ...ITEMS])];
    return { itemId, before, text: `Item ${this.clock}`, isTicked: this.choice.happens(0.5) };
  }

  /** Few enough of them that some are the same. */
  private order(): string {
    return this.choice.of(['A', 'Z', 'a', 'z', 'a0', 'a1']) + this.choice.below(20);
  }

  private event(streamId: string, type: string, data: object): PastEvent {
    const { choice } = this;
    if (choice.happens(0.9)) this.clock += choice.below(3_000_000);
    else if (choice.happens(0.1)) this.clock -= choice.below(60_000_000);
    return { streamId, type, data, at: isoOf(this.clock) };
  }
}

/** A moment so many microseconds after the beginning. */
export function isoOf(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1_000);
  const rest = String(microseconds - 1_000 * milliseconds).padStart(3, '0');
  return new Date(BEGIN + milliseconds).toISOString().replace('Z', `${rest}Z`);
}
