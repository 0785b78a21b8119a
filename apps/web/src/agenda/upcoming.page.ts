import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetDueTodos } from '#libs/queries';
import { plainDayWords, presentLocale, readersNow, say, weekdayAndDayWords } from '../locales/index.js';
import type { AgendaGroup, UpcomingView } from '../views/index.js';
import { upcomingPath, type AgendaAddress } from './agenda-address.js';
import type { AgendaOf } from './agenda-parts.js';
import { datedRows, type DatedRow } from './agenda-rows.js';

const WEEK = 7;

/** A week of what is due, day by day. */
@Injectable()
export class UpcomingPage {
  constructor(private readonly queries: QueryBus) {}

  async read({ from }: AgendaAddress, of: AgendaOf): Promise<Omit<UpcomingView, 'madeAt' | 'workspaces'>> {
    const today = readersNow().toPlainDate();
    const first = from === undefined ? today : Temporal.PlainDate.from(from);
    const days = Array.from({ length: WEEK }, (_, after) => first.add({ days: after }));
    const last = first.add({ days: WEEK - 1 });
    const asked = { from: first.toString(), to: last.toString(), zone: presentLocale().timeZone };
    const ids = of.workspaces.map(({ id }) => id);
    const { todos, more } = await this.queries.execute(new GetDueTodos(ids, asked));
    const rows = datedRows(todos, of);
    return {
      back: upcomingPath(from),
      range: say('agenda.range', { first: plainDayWords(first), last: plainDayWords(last) }),
      groups: days.map((day) => groupOf(day, today, rows)),
      more,
      earlier: weekFrom(first.subtract({ days: WEEK }), today),
      later: weekFrom(first.add({ days: WEEK }), today),
      ...(first.equals(today) ? {} : { now: upcomingPath() }),
    };
  }
}

/** The present week has one address. */
function weekFrom(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return upcomingPath(day.equals(today) ? undefined : day.toString());
}

function groupOf(day: Temporal.PlainDate, today: Temporal.PlainDate, rows: readonly DatedRow[]): AgendaGroup {
  const name = NAMES.get(today.until(day).days);
  return {
    id: `day-${day.toString()}`,
    heading: name === undefined ? weekdayAndDayWords(day) : say(`agenda.${name}`),
    ...(name === undefined ? {} : { note: weekdayAndDayWords(day) }),
    isOverdue: false,
    todos: rows.filter(({ due }) => due.day.equals(day)).map(({ row }) => row),
  };
}

const NAMES: ReadonlyMap<number, 'today' | 'tomorrow'> = new Map([
  [0, 'today'],
  [1, 'tomorrow'],
]);
