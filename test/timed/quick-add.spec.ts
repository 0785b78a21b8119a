import { KINDS, readSentence, type Language } from '#libs/quick-add';

const LENGTH = 480;
const LANGUAGES: readonly Language[] = ['en', 'de'];

const LISTS = Array.from({ length: 200 }, (_, nth) => ({ id: `${nth}`, name: `List ${nth}` }));

const filled = (text: string) => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

const USUAL = [
  'Pay the rent to Anna and ask her about the heating, which has not been warm since last week, every 1st !high 18:00 ',
  'Miete an Anna überweisen und nach der Heizung fragen, die seit letzter Woche nicht warm wird, jeden 1. !hoch 18:00 ',
];

const HARMFUL = [
  '1| |"|„|“|#|+|!|@|.|:|-|a|1 |1.|1:|1-|" |"a|#a|+L|1 2 |ü|\t|,',
  'every |every monday, |every monday and |monday |friday and |tomorrow |in 3 days |18:00 |4.12. |on the ',
  '4 December |„“|"tomorrow" |jeden |jeden Montag, |montags und |morgen |um 18 Uhr |am 5. |tomorrow, ',
  '12:00 morning |every 2 weeks |alle 2 Wochen nach |+List 1 |2026-12-04 |every 1st |18:00 - |morning ',
].flatMap((texts) => texts.split('|'));

describe('reading takes no time that anybody notices', () => {
  beforeAll(async () => {
    for (const language of LANGUAGES)
      for (let nth = 0; nth < 50; nth += 1) await cpuOf(filled(USUAL.join('')), language);
  });

  it.each(LANGUAGES)('480 characters of usual words: less than 5 ms (%s)', async (language) => {
    expect(await best(filled(USUAL.join('')), language)).toBeLessThan(5);
  });

  it.each(LANGUAGES)(
    '480 characters that look like something over and over again: less than 50 ms (%s)',
    async (language) => {
      const slow = new Map<string, number>();
      for (const text of HARMFUL) {
        const took = await best(filled(text), language);

        if (took >= 50) slow.set(text, took);
      }

      expect(slow).toEqual(new Map());
    },
  );
});

/** Of several tries: another process may have been at work. */
async function best(text: string, language: Language): Promise<number> {
  const tries = [];
  for (let nth = 0; nth < 5; nth += 1) tries.push(await cpuOf(text, language));
  return Math.min(...tries);
}

/** In milliseconds of the processor. */
async function cpuOf(text: string, language: Language): Promise<number> {
  const now = Temporal.ZonedDateTime.from('2026-11-28T12:00[Europe/Berlin]');
  const before = process.cpuUsage();
  await readSentence(text, { language, now, kinds: KINDS, lists: LISTS, members: LISTS });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
