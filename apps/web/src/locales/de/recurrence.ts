import type { Messages } from '../catalogue.js';

export const recurrence: Messages['recurrence'] = {
  day: '{every, plural, one {jeden Tag} other {alle # Tage}}',
  week: '{every, plural, one {jede Woche} other {alle # Wochen}} am {weekdays}',
  month: '{every, plural, one {jeden Monat} other {alle # Monate}} am {day, selectordinal, other {#.}}',
  'month-by-weekday':
    '{every, plural, one {jeden Monat} other {alle # Monate}} am {nth, select, 1 {ersten} 2 {zweiten} 3 {dritten} 4 {vierten} other {letzten}} {weekday}',
  year: '{every, plural, one {jedes Jahr} other {alle # Jahre}} am {date}',
  whole:
    '{from, select, completion {{often} nach dem Erledigen} other {{often}}}{end, select, until {, bis {until}} times {, {times, plural, one {einmal} other {#-mal}} insgesamt} other {}}',
  heading: 'Wiederholen',
  'heading-set': 'Wiederholt sich {recurrence}',
  every: 'Alle',
  unit: 'Tage, Wochen, Monate oder Jahre',
  days: 'Tage',
  weeks: 'Wochen',
  months: 'Monate',
  years: 'Jahre',
  weekdays: 'Bei Wochen: am',
  on: 'Bei Monaten: am',
  'on-day': '{day, selectordinal, other {#.}}',
  'on-weekday': '{nth, select, 1 {ersten} 2 {zweiten} 3 {dritten} 4 {vierten} other {letzten}} {weekday}',
  from: 'Gezählt ab',
  'from-due': 'dem Termin',
  'from-completion': 'dem Tag, an dem es erledigt ist',
  until: 'Bis, falls es endet',
  times: 'Wie oft insgesamt, falls es endet',
  save: 'Wiederholung festlegen',
  once: 'Nur einmal',
  skip: 'Diesmal überspringen',
};
