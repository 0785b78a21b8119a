import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Tries } from './tries-of.js';

export interface TooManyTries {
  readonly outcome: 'too-many-tries';
  /** For how long nothing more is tried: at least 1. */
  readonly seconds: number;
}

/** Lets people guess ever more slowly what they do not know (ADR 23). */
@Injectable()
export class Throttle {
  constructor(private readonly database: Database) {}

  /**
   * Does it, unless it was tried too often. It is counted before, and by itself, so that tries at the same time count as
   * well, and stay counted whatever becomes of their own transaction. A try that is not refused does not count in the end.
   *
   * @param tries which count it: when it has to wait for one, those behind it do not
   */
  async attempt<Answer extends { readonly outcome: string }>(
    tries: readonly Tries[],
    work: () => Promise<Answer>,
  ): Promise<Answer | TooManyTries> {
    for (const each of tries) {
      const seconds = await this.count(each);
      if (seconds > 0) return { outcome: 'too-many-tries', seconds };
    }
    try {
      const answer = await work();
      if (answer.outcome !== 'refused') await this.takeBack(tries);
      return answer;
    } catch (error) {
      // What has failed told nobody whether the guess was right. The error is what matters now.
      await this.takeBack(tries).catch(() => undefined);
      throw error;
    }
  }

  /** @returns how many seconds it has to wait; nothing is counted then */
  private async count({ keyHash, free }: Tries): Promise<number> {
    const [row] = await this.database.query<{ seconds: number }>(COUNT, [keyHash, free]);
    return row?.seconds ?? 1;
  }

  private async takeBack(tries: readonly Tries[]): Promise<void> {
    for (const { keyHash } of tries) await this.database.query(TAKE_BACK, [keyHash]);
  }
}

/**
 * One statement, so that it is a transaction of its own and locks one row only. It also removes two rows that are older than a
 * day: more than it adds.
 *
 * A row that somebody else is just making is not in the snapshot: then the wait is that of the first delay.
 */
const COUNT = `
  with old as (
    delete from tries where key_hash in (
      select key_hash from tries where first_at < now() - interval '1 day' and key_hash <> $1
      order by first_at limit 2 for update skip locked)),
  counted as (
    insert into tries as t (key_hash, count, first_at, waits_until) values ($1, 1, now(), now())
    on conflict (key_hash) do update set
      (count, first_at, waits_until) = (
        select next.count, next.first_at,
               clock_timestamp() + case when next.count < $2 then interval '0'
                 else least(power(2, least(next.count - $2, 20)), 900) * interval '1 second' end
        from (select case when t.first_at < now() - interval '1 day' then 1 else t.count + 1 end as count,
                     case when t.first_at < now() - interval '1 day' then now() else t.first_at end as first_at) next)
    where t.waits_until <= clock_timestamp()
    returning key_hash)
  select case when exists (select from counted) then 0
    else coalesce((select greatest(1, ceil(extract(epoch from waits_until - clock_timestamp())))::int
                   from tries where key_hash = $1), 1) end as seconds`;

/** It waits no longer either: had there been a wait before, it would not have been tried. */
const TAKE_BACK = `update tries set count = greatest(count - 1, 0), waits_until = clock_timestamp() where key_hash = $1`;
