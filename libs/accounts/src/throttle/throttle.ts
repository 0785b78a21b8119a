import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Rate } from './rate-of.js';
import type { Tries } from './tries-of.js';

export interface TooManyTries {
  readonly outcome: 'too-many-tries';
  /** For how long nothing more is tried: at least 1. */
  readonly seconds: number;
}

export interface TooOften {
  readonly outcome: 'too-often';
  /** For how long it is not done again: at least 1. */
  readonly seconds: number;
}

/** Lets people guess ever more slowly what they do not know (ADR 23), and do so often what others pay for (ADR 26). */
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

  /**
   * Counts what stays counted, whatever comes of it.
   *
   * @param rates which allow it: when one does not, those behind it do not count it
   * @returns undefined when it may be done
   */
  async spend(rates: readonly Rate[]): Promise<TooOften | undefined> {
    for (const each of rates) {
      const seconds = await this.count(each);
      if (seconds > 0) return { outcome: 'too-often', seconds };
    }
    return undefined;
  }

  /** @returns how many seconds it has to wait; nothing is counted then */
  private async count(counted: Tries | Rate): Promise<number> {
    const { keyHash, free } = counted;
    const seconds = 'seconds' in counted ? counted.seconds : null;
    const [row] = await this.database.query<{ seconds: number }>(COUNT, [keyHash, free, seconds]);
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
 * A count begins anew after a day, or after the seconds of a rate. When no more are free, a guess waits ever longer, and a rate
 * until its count begins anew.
 *
 * A row that somebody else is just making is not in the snapshot: then the wait is that of the first delay.
 */
const COUNT = `
  with old as (
    delete from tries where key_hash in (
      select key_hash from tries where first_at < now() - interval '1 day' and key_hash <> $1
      order by first_at limit 2 for update skip locked)),
  counting as (select coalesce($3, 86400) * interval '1 second' as lasts),
  counted as (
    insert into tries as t (key_hash, count, first_at, waits_until) values ($1, 1, now(), now())
    on conflict (key_hash) do update set
      (count, first_at, waits_until) = (
        select next.count, next.first_at,
               case when next.count < $2 then clock_timestamp()
                    when $3 is null then clock_timestamp() + least(power(2, least(next.count - $2, 20)), 900) * interval '1 second'
                    else next.first_at + lasts end
        from (select lasts, case when t.first_at <= now() - lasts then 1 else t.count + 1 end as count,
                     case when t.first_at <= now() - lasts then now() else t.first_at end as first_at from counting) next)
    where t.waits_until <= clock_timestamp()
    returning key_hash)
  select case when exists (select from counted) then 0
    else coalesce((select greatest(1, ceil(extract(epoch from waits_until - clock_timestamp())))::int
                   from tries where key_hash = $1), 1) end as seconds`;

/** It waits no longer either: had there been a wait before, it would not have been tried. */
const TAKE_BACK = `update tries set count = greatest(count - 1, 0), waits_until = clock_timestamp() where key_hash = $1`;
