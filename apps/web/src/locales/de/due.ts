import type { Messages } from '../catalogue.js';

export const due: Messages['due'] = {
  day: '{day, select, today {Heute} tomorrow {Morgen} yesterday {Gestern} other {{date}}}',
  'day-and-time':
    '{day, select, today {Heute, {time}} tomorrow {Morgen, {time}} yesterday {Gestern, {time}} other {{date}, {time}}}',
  overdue: 'Überfällig: {day, select, today {heute} yesterday {gestern} other {{date}}}',
  'overdue-and-time':
    'Überfällig: {day, select, today {heute, {time}} yesterday {gestern, {time}} other {{date}, {time}}}',
  plain: 'Fällig {date}',
  never: 'Kein Termin',
  date: 'Fällig am',
  time: 'Uhrzeit, wenn es darauf ankommt',
  save: 'Termin setzen',
};
