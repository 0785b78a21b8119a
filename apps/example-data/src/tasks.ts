import { someTime } from './calendar.js';
import type { Deed } from './deed.js';
import type { Ids } from './ids.js';
import { LABELS } from './labels.js';
import type { ListName, Lists } from './lists.js';
import { ANNA, BEN } from './people.js';
import type { Random } from './random.js';
import { STEPS, WORDS } from './task-words.js';
import { TodoDeeds, type When } from './todos.js';

interface Made {
  readonly random: Random;
  readonly ids: Ids;
}

const PER_DAY = 7;

/** What comes up once: on every day some of it. Most of it is done within a month, the newest is still open. */
export function tasks(lists: Lists, days: readonly Temporal.PlainDate[], { random, ids }: Made): Deed[] {
  const last = days.at(-1);
  return days.flatMap((day) =>
    Array.from({ length: random.between(PER_DAY - 2, PER_DAY + 2) }).flatMap(() => {
      const name = random.oneOf(Object.keys(WORDS) as (keyof typeof WORDS)[]);
      return last === undefined ? [] : lifeOf(lists[name], name, { day, last }, { random, ids });
    }),
  );
}

function lifeOf(
  listId: string,
  name: keyof typeof WORDS & ListName,
  { day, last }: { readonly day: Temporal.PlainDate; readonly last: Temporal.PlainDate },
  { random, ids }: Made,
): Deed[] {
  const by = random.happens(55) ? ANNA : BEN;
  const at = someTime(random, day, 7, 19);
  const { verbs, things, notes } = WORDS[name];
  const title = `${random.oneOf(verbs)} ${random.oneOf(things)}`;
  const task = new TodoDeeds({ at, by }, { listId, title, ids });
  const soon = (seconds: number) => ({ at: at.add({ seconds }), by });
  const due = day.add({ days: random.between(0, 21) });
  if (random.happens(70))
    task.schedule(soon(30), due, random.happens(20) ? `${random.between(8, 19)}:30`.padStart(5, '0') : '');
  detail(task, soon, { title, notes, random });
  end(task, due, { last, random });
  return task.deeds;
}

interface Details {
  readonly title: string;
  readonly notes: readonly string[];
  readonly random: Random;
}

/** What is said of some of them, in the minutes after they are added. */
function detail(task: TodoDeeds, soon: (seconds: number) => When, { title, notes, random }: Details): void {
  if (random.happens(30)) task.prioritise(soon(60), random.oneOf(['low', 'medium', 'high'] as const));
  if (random.happens(15)) task.note(soon(90), random.oneOf(notes));
  if (random.happens(10))
    task.rename(soon(120), `${title}, ${random.oneOf(['please', 'again', 'this week', 'for real'])}`);
  if (random.happens(50)) task.label(soon(150), random.oneOf(LABELS));
  if (random.happens(20)) withSteps(task, soon(180), random);
}

/** Some of them are ticked soon, before anything else happens to the task. */
function withSteps(task: TodoDeeds, { at, by }: When, random: Random): void {
  for (const [nth, step] of random.some(STEPS, random.between(3, 6)).entries()) {
    const item = task.item({ at: at.add({ seconds: nth * 5 }), by }, step);
    if (random.happens(60)) task.tick({ at: at.add({ minutes: 5 + nth }), by }, item);
  }
}

/** What is due in the days to come is not done yet, and some of what was is overdue. */
function end(
  task: TodoDeeds,
  due: Temporal.PlainDate,
  { last, random }: Pick<Made, 'random'> & { readonly last: Temporal.PlainDate },
): void {
  const on = due.add({ days: random.between(0, 2) });
  const isPast = Temporal.PlainDate.compare(on, last) < 0;
  if (!isPast || random.happens(2)) return;
  const when = { at: someTime(random, on, 19, 23), by: random.happens(50) ? ANNA : BEN };
  if (random.happens(94)) task.complete(when);
  else task.remove(when);
}
