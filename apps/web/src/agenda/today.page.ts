import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetDueTodos } from '#libs/queries';
import { isOverdue } from '../due/index.js';
import { isolated } from '../words/index.js';
import { presentLocale, readersNow, say, weekdayAndDayWords } from '../locales/index.js';
import type { AgendaGroup, TodayView } from '../views/index.js';
import { todayPath, type AgendaAddress } from './agenda-address.js';
import type { AgendaOf } from './agenda-parts.js';
import { datedRows, type DatedRow } from './agenda-rows.js';

/** What is overdue and what is due today, wherever it is: by time, or list by list. */
@Injectable()
export class TodayPage {
  constructor(private readonly queries: QueryBus) {}

  async read({ by }: AgendaAddress, of: AgendaOf): Promise<Omit<TodayView, 'madeAt' | 'workspaces'>> {
    const now = readersNow();
    const today = now.toPlainDate();
    const days = { to: today.toString(), zone: presentLocale().timeZone };
    const ids = of.workspaces.map(({ id }) => id);
    const { todos, more } = await this.queries.execute(new GetDueTodos(ids, days));
    const rows = datedRows(todos, of).filter(({ due }) => Temporal.PlainDate.compare(due.day, today) <= 0);
    return {
      by,
      back: todayPath(by),
      date: weekdayAndDayWords(today),
      groups: by === 'time' ? byTime(rows, now) : byList(rows, now),
      more,
    };
  }
}

function byTime(rows: readonly DatedRow[], now: Temporal.ZonedDateTime): readonly AgendaGroup[] {
  const late = rows.filter(({ due }) => isOverdue(due, now));
  const today = rows.filter((row) => !late.includes(row));
  return [
    { id: 'overdue', heading: say('agenda.overdue'), isOverdue: true, todos: late.map(({ row }) => row) },
    { id: 'due-today', heading: say('agenda.today'), isOverdue: false, todos: today.map(({ row }) => row) },
  ].filter(({ todos }) => todos.length > 0);
}

/** A list stands where the first of its to-dos would. */
function byList(rows: readonly DatedRow[], now: Temporal.ZonedDateTime): readonly AgendaGroup[] {
  return [...Map.groupBy(rows, ({ row }) => row.listId).values()].flatMap((its): AgendaGroup[] => {
    const [first] = its;
    if (first === undefined) return [];
    const { listId, listName, workspace } = first.row;
    return [
      {
        id: `of-${listId}`,
        heading: isolated(listName),
        note: isolated(workspace.name),
        isOverdue: its.some(({ due }) => isOverdue(due, now)),
        todos: its.map(({ row }) => row),
      },
    ];
  });
}
