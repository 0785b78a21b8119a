import type { Deed } from './deed.js';
import type { Ids } from './ids.js';
import { someTime } from './calendar.js';
import { ANNA, BEN } from './people.js';
import type { Random } from './random.js';
import { TodoDeeds } from './todos.js';

const STAPLES = [
  'Milk',
  'Oat milk',
  'Bread',
  'Butter',
  'Eggs',
  'Yoghurt',
  'Feta',
  'Parmesan',
  'Chickpeas',
  'Lentils',
  'Rice',
  'Spaghetti',
  'Tomatoes',
  'Onions',
  'Garlic',
  'Potatoes',
  'Carrots',
  'Spinach',
  'Lemons',

  'Apples',
  'Bananas',
  'Coffee',
  'Black tea',
  'Flour',
  'Sugar',
  'Olive oil',
  'Mustard',
  'Tahini',
  'Cumin',
  'Dishwasher tablets',
  'Washing powder',
  'Toilet paper',
  'Bin bags',
  'Candles',
  'Batteries (AA)',
] as const;

/** By the month, from January. */
const IN_SEASON = [
  'Oranges',
  'Leek',
  'Kale',
  'Rhubarb',
  'Asparagus',
  'Strawberries',
  'Cherries',
  'Plums',
  'Pumpkin',
  'Mushrooms',
  'Chestnuts',
  'Mandarins',
] as const;

const SHOPPING_DAYS: readonly number[] = [2, 4, 6]; // Tuesday, Thursday, Saturday

/** What is bought: written down on the days before, and ticked in the shop. */
export function groceries(
  listId: string,
  days: readonly Temporal.PlainDate[],
  { random, ids }: { readonly random: Random; readonly ids: Ids },
): Deed[] {
  return days
    .filter(({ dayOfWeek }) => SHOPPING_DAYS.includes(dayOfWeek))
    .flatMap((day) => {
      const shopper = random.happens(60) ? ANNA : BEN;
      const inShop = someTime(random, day, 16, 19);
      const wanted = [...random.some(STAPLES, random.between(9, 15)), IN_SEASON[day.month - 1] ?? 'Fruit'];
      return wanted.flatMap((name, nth) => {
        const by = random.happens(55) ? ANNA : BEN;
        const title = random.happens(12) ? `${name} (${random.between(2, 4)})` : name;
        const item = new TodoDeeds({ at: someTime(random, day, 7, 16), by }, { listId, title, ids });
        const at = inShop.add({ seconds: nth * 40 + random.between(0, 30) });
        if (random.happens(96)) item.complete({ at, by: shopper });
        else item.remove({ at: at.add({ hours: 2 }), by: shopper });
        return item.deeds;
      });
    });
}
