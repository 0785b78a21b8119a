import { someTime } from './calendar.js';
import type { Deed } from './deed.js';
import type { Ids } from './ids.js';
import { ANNA, BEN } from './people.js';
import type { Random } from './random.js';
import { TodoDeeds } from './todos.js';

interface Made {
  readonly random: Random;
  readonly ids: Ids;
}

const BIRTHDAYS = [
  'Grandma',
  'Grandpa',
  'Aunt Clara',
  'Uncle Theo',
  'Lina',
  'Emil',
  'Jonas',
  'Noor',
] as const;

const BOOKS = [
  'The Left Hand of Darkness',
  'Middlemarch',
  'Persuasion',
  'The 5th Wave',
  'Momo',
  'Frankenstein',
  'Designing Data-Intensive Applications',
  'The Hobbit',
  'A Wizard of Earthsea',
  'Emma',
  'Beloved',
] as const;

const PACKED = [
  'Rain jackets',
  'Hiking boots',
  'Passports',
  'Torch',
  'First-aid kit',
  'Maps',
  'Sleeping bags',
  'Camera',
  'Book the ferry',
  'Ask who feeds the cat',
  'Tent pegs',
  'Cards to play',
  'Chargers',
  'Woollen socks',
] as const;

/** They come every year, on days that lie all over it. */
export function birthdays(
  listId: string,
  [first]: readonly Temporal.PlainDate[],
  { random, ids }: Made,
): Deed[] {
  if (first === undefined) return [];
  return BIRTHDAYS.flatMap((name, nth) => {
    const at = someTime(random, first, 20, 21);
    const birthday = new TodoDeeds({ at, by: ANNA }, { listId, title: `${name}’s birthday`, ids });
    const day = first.add({ days: 20 + nth * 47 });
    birthday.schedule({ at: at.add({ seconds: 20 }), by: ANNA }, day);
    birthday.repeat({ at: at.add({ seconds: 40 }), by: ANNA }, { every: 1, unit: 'year' });
    birthday.complete({ at: someTime(random, day, 18, 20), by: BEN });
    return birthday.deeds;
  });
}

/** Some are read in the end. */
export function books(listId: string, days: readonly Temporal.PlainDate[], { random, ids }: Made): Deed[] {
  return BOOKS.flatMap((title, nth) => {
    const day = days[5 + nth * 17];
    if (day === undefined) return [];
    const book = new TodoDeeds({ at: someTime(random, day, 21, 23), by: BEN }, { listId, title, ids });
    if (random.happens(60)) book.complete({ at: someTime(random, day.add({ days: 40 }), 21, 23), by: BEN });
    return book.deeds;
  });
}

/** The weeks before the summer. */
export function holiday(listId: string, leave: Temporal.PlainDate, { random, ids }: Made): Deed[] {
  return PACKED.flatMap((title) => {
    const by = random.happens(50) ? ANNA : BEN;
    const on = leave.subtract({ days: random.between(15, 40) });
    const item = new TodoDeeds({ at: someTime(random, on, 18, 22), by }, { listId, title, ids });
    item.schedule({ at: someTime(random, on.add({ days: 1 }), 8, 9), by }, leave);
    item.complete({
      at: someTime(random, leave.subtract({ days: random.between(1, 12) }), 18, 22),
      by: ANNA,
    });
    return item.deeds;
  });
}
