import { readHeads } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { note, orWell, wrong, type Check, type Finding } from '../finding.js';

interface Sequence {
  readonly cache: number;
  readonly increment: number;
  /** The last position that was handed out. */
  readonly position: number;
}

export const sequence: Check = {
  name: 'positions',
  async look(database: Database): Promise<readonly Finding[]> {
    const [found] = await database.query<Sequence>(`
      select s.seqcache as cache, s.seqincrement as increment,
             case when p.is_called then p.last_value else p.last_value - 1 end as position
      from event_positions p, pg_sequence s where s.seqrelid = 'event_positions'::regclass`);
    const head = Math.max(0, ...(await readHeads(database)).map(({ position }) => position));
    return found === undefined ? [] : judge(found, head);
  },
};

function judge({ cache, increment, position }: Sequence, head: number): readonly Finding[] {
  const found: Finding[] = [];
  if (cache !== 1 || increment < 1) {
    const how = `in batches of ${cache} and steps of ${increment}`;
    const remedy = 'alter sequence event_positions increment 1 cache 1';
    found.push(wrong(`are handed out ${how}: a reader can miss events`, remedy));
  }
  if (position < head) {
    const remedy = `select setval('event_positions', ${head})`;
    const cost = 'the next event sets them right, but version 0.1.0 cannot write';
    found.push(note(`go on at ${position}, but the log is at ${head}: ${cost}`, remedy));
  }
  return orWell(found, `go on behind the log, which is at ${head}`);
}
