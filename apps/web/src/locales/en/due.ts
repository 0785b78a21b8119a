/** When a to-do is due, as its row says it and as it is set. */
export const due = {
  day: '{day, select, today {Today} tomorrow {Tomorrow} yesterday {Yesterday} other {{date}}}',
  'day-and-time':
    '{day, select, today {Today, {time}} tomorrow {Tomorrow, {time}} yesterday {Yesterday, {time}} other {{date}, {time}}}',
  overdue: 'Overdue: {day, select, today {today} yesterday {yesterday} other {{date}}}',
  'overdue-and-time':
    'Overdue: {day, select, today {today, {time}} yesterday {yesterday, {time}} other {{date}, {time}}}',
  // What is done, or is shown as it was, is neither early nor late.
  plain: 'Due {date}',
  never: 'No due date',
  date: 'Due date',
  time: 'Time, if it matters',
  save: 'Set due date',
};
