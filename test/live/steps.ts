import fc from 'fast-check';
import type { Screen, ShownTodo } from '../support/screen.js';

/** What happens to the network of whoever does something, meanwhile. */
const NETWORKS = ['fair', 'fair', 'loses the answer', 'is cut', 'is late'] as const;

const PRIORITIES = ['none', 'low', 'medium', 'high'];

const WHATS = [
  'add',
  'add',
  'rename',
  'prioritise',
  'note',
  'complete',
  'reopen',
  'up',
  'down',
  'elsewhere',
  'remove',
  'restore',
  'rename the list',
  'undo',
  'undo',
] as const;

export interface Step {
  readonly who: number;
  readonly what: (typeof WHATS)[number];
  /** Of the to-dos or commands, whichever there are. */
  readonly which: number;
  readonly network: (typeof NETWORKS)[number];
  /** Whether it begins before what was done just before is answered. */
  readonly isAtOnce: boolean;
}

export const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(...WHATS),
  which: fc.nat(1_000),
  network: fc.constantFrom(...NETWORKS),
  isAtOnce: fc.boolean(),
});

interface Place {
  readonly screens: readonly Screen[];
  readonly screen: Screen;
  readonly listId: string;
  readonly elsewhere: string;
  /** That nothing else is called. */
  readonly text: string;
}

type Form = readonly [path: string, fields: Readonly<Record<string, string>>];

/** What can be asked for of a to-do, as a page has it at that moment: another one may have changed it already. */
const OF_TODO: Readonly<Partial<Record<Step['what'], (asked: AskedOf) => Form>>> = {
  rename: ({ at, todo, text }) => [`${at}/rename`, { title: text, from: todo.title }],
  prioritise: ({ at, todo, which }) => [
    `${at}/prioritise`,
    { priority: PRIORITIES[which % PRIORITIES.length] ?? 'none', from: todo.priority },
  ],
  note: ({ at, todo, text, which }) => [
    `${at}/note`,
    { note: which % 3 === 0 ? '' : text, from: todo.hasNote ? '2' : '0' },
  ],
  complete: ({ at }) => [`${at}/complete`, {}],
  reopen: ({ at }) => [`${at}/reopen`, {}],
  remove: ({ at }) => [`${at}/remove`, {}],
  up: ({ at, listId, todo, above }) => [`${at}/move`, { listId, from: listId, up: (above ?? todo).id }],
  down: ({ at, listId, todo, below }) => [`${at}/move`, { listId, from: listId, down: (below ?? todo).id }],
  elsewhere: ({ at, listId, elsewhere }) => [`${at}/move`, { listId: elsewhere, from: listId, before: '' }],
};

interface AskedOf extends Pick<Place, 'listId' | 'elsewhere' | 'text'> {
  readonly which: number;
  readonly at: string;
  readonly todo: ShownTodo;
  readonly above: ShownTodo | undefined;
  readonly below: ShownTodo | undefined;
}

/** What somebody asks for; adding something when there is nothing yet of which they could ask. */
export function formOf({ what, which }: Step, place: Place): Form {
  const { screens, screen, listId, text } = place;
  const command = nth(
    screens.flatMap(({ done }) => done),
    which,
  );
  const known = nth([...new Set(screens.flatMap(({ seen }) => [...seen]))], which);
  const adding: Form = [`/lists/${listId}/todos`, { title: text }];
  if (what === 'rename the list') return [`/lists/${listId}/rename`, { name: text, from: screen.shows.name }];
  else if (what === 'undo') return command === undefined ? adding : [`/undo/${command}`, {}];
  else if (what === 'restore') return known === undefined ? adding : [`/todos/${known}/restore`, {}];
  else return ofTodo(what, which, place) ?? adding;
}

function ofTodo(what: Step['what'], which: number, { screen, ...place }: Place): Form | undefined {
  const { todos } = screen.shows;
  const todo = nth(todos, which);
  if (todo === undefined) return undefined;
  const index = todos.indexOf(todo);
  const neighbours = { above: todos[index - 1], below: todos[index + 1] };
  return OF_TODO[what]?.({ ...place, ...neighbours, which, todo, at: `/todos/${todo.id}` });
}

const nth = <Item>(items: readonly Item[], which: number): Item | undefined => items[which % items.length];
