import type { Database } from '#libs/platform';
import { note, well, wrong, type Check, type Finding } from '../finding.js';

/** In seconds. */
const TOLERATED = 2;
const ALARMING = 60;

export const clock: Check = { name: 'clock', look: (database) => compareClocks(database) };

/** @param now in milliseconds, of this machine */
export async function compareClocks(database: Database, now = Date.now): Promise<readonly Finding[]> {
  const asked = now();
  const [row] = await database.query<{ server: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as server',
  );
  const answered = now();
  const apart = Math.abs((row?.server ?? 0) - (asked + answered) / 2);
  // The server read its clock at some moment between question and answer.
  return [judge(Math.max(0, apart - (answered - asked) / 2) / 1_000)];
}

function judge(seconds: number): Finding {
  const apart = `of the server and that of this machine are ${seconds.toFixed(1)} s apart`;
  const remedy = 'let both be set by NTP: times and the order of new to-dos come from them';
  if (seconds > ALARMING) return wrong(apart, remedy);
  else
    return seconds > TOLERATED ? note(apart, remedy) : well('of the server and that of this machine agree');
}
