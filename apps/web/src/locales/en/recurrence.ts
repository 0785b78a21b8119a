/** How a to-do comes again, in sentences and in the form that says it. */
export const recurrence = {
  day: '{every, plural, one {every day} other {every # days}}',
  week: '{every, plural, one {every week} other {every # weeks}} on {weekdays}',
  month:
    '{every, plural, one {every month} other {every # months}} on the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'month-by-weekday':
    '{every, plural, one {every month} other {every # months}} on the {nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {last}} {weekday}',
  year: '{every, plural, one {every year} other {every # years}} on {date}',
  // What is counted from, and how long it goes on.
  whole:
    '{from, select, completion {{often} after it is done} other {{often}}}{end, select, until {, until {until}} times {, {times, plural, one {once} other {# times}} in all} other {}}',
  heading: 'Comes again',
  'heading-set': 'Comes again: {recurrence}',
  every: 'Every',
  unit: 'Days, weeks, months or years',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
  weekdays: 'In weeks, on',
  on: 'In months, on',
  'on-day': 'the {day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'on-weekday': 'the {nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {last}} {weekday}',
  from: 'Counted from',
  'from-due': 'the due date',
  'from-completion': 'the day that it is done',
  until: 'Until, if it ends',
  times: 'How often in all, if it ends',
  save: 'Set how it comes again',
  once: 'Let it come once',
  skip: 'Skip this time',
};
